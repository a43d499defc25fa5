package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.model.Parallelism;

/** A log, states fed row by row in any order, and any number of threads: the same bits of every feature. */
class IncrementalFeaturesTest {
    private static final LocalDate START = LocalDate.of(2024, 11, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);

    private record Row(String customer, Sale sale) {}

    /** Few customers, products and moments, so that ties of all kinds are common; a part of the rows lies after the date. */
    private static List<Row> rows(Random random, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double amount = random.nextInt(8) == 0 ? -random.nextInt(500) / 100.0 : random.nextInt(1000) / 100.0;
            Sale sale = Sale.of(
                    START.plusDays(random.nextInt(170)).atTime(random.nextInt(24), 0),
                    random.nextInt(9) == 0 ? 0.1 : amount);
            if (random.nextInt(5) > 0) {
                sale = sale.withProduct(random.nextInt(4) == 0 ? "äpfel" : "p" + random.nextInt(6));
            }
            if (random.nextInt(5) > 0) {
                sale = sale.withChannel(random.nextBoolean() ? "web" : "shop" + random.nextInt(2));
            }
            if (random.nextInt(5) > 0) {
                sale = sale.withOrder("o" + random.nextInt(20));
            }
            if (random.nextInt(5) > 0) {
                sale = sale.withQuantity(random.nextInt(4)).withUnitPrice(random.nextInt(300) / 100.0);
            }
            if (random.nextInt(3) == 0) {
                sale = sale.withDiscount(random.nextInt(100) / 100.0);
            }
            rows.add(new Row("c" + random.nextInt(5), sale));
        }
        return rows;
    }

    private static TransactionLog log(List<Row> rows) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        rows.forEach(row -> Plans.add(builder, row.customer(), row.sale()));
        return Plans.withAllColumns(builder, START);
    }

    private static void assertSameBits(double[] actual, double[] expected, FeatureSchema schema) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(Double.doubleToRawLongBits(actual[i]))
                    .as(schema.feature(i).name() + ": " + actual[i] + ", " + expected[i])
                    .isEqualTo(Double.doubleToRawLongBits(expected[i]));
        }
    }

    @Property(tries = 60, seed = "20261122")
    void rowsInAnyOrderGiveTheBitsOfTheLog(@ForAll Random random, @ForAll @IntRange(min = 1, max = 120) int count)
            throws IOException {
        List<Row> rows = rows(random, count);
        TransactionLog log = log(rows);
        BoundFeatures bound = Plans.all(DATE).bind(log);
        FeatureMatrix batch = bound.from(log);

        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        FeatureStates states = bound.states();
        shuffled.forEach(row -> states.customer(row.customer()).add(row.sale()));
        FeatureStates again = reread(states);

        for (int i = 0; i < batch.rows(); i++) {
            String id = batch.customers().id(i);
            if (!id.equals("full")) {
                assertSameBits(states.customer(id).features(DATE), batch.row(i), batch.schema());
                assertSameBits(again.customer(id).features(DATE), batch.row(i), batch.schema());
            }
        }
    }

    @Property(tries = 20, seed = "20261122")
    void afterEachRowTheStateIsThatOfTheLogSoFar(@ForAll Random random) {
        List<Row> rows = rows(random, 25);
        BoundFeatures bound = Plans.all(DATE).bind(log(rows));
        FeatureStates states = bound.states();
        for (int n = 1; n <= rows.size(); n++) {
            Row row = rows.get(n - 1);
            states.customer(row.customer()).add(row.sale());
            FeatureMatrix soFar = bound.from(log(rows.subList(0, n)));
            int place = soFar.customers().indexOf(row.customer()).orElse(-1);
            if (place >= 0) {
                assertSameBits(states.customer(row.customer()).features(DATE), soFar.row(place), soFar.schema());
            }
        }
    }

    @Property(tries = 20, seed = "20261122")
    void orderOfTheSourceAndThreadsCannotMoveABit(@ForAll Random random) {
        List<Row> rows = rows(random, 200);
        FeaturePlan plan = Plans.all(DATE);
        FeatureMatrix one = plan.from(log(rows));
        FeatureMatrix three = plan.from(log(rows), Parallelism.of(3));
        assertThat(three).isEqualTo(one);

        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        FeatureMatrix other = plan.from(log(shuffled));
        for (int i = 0; i < one.rows(); i++) {
            int place = other.customers().indexOf(one.customers().id(i)).orElseThrow();
            assertSameBits(other.row(place), one.row(i), one.schema());
        }
        assertThat(other.levels("favourite_product")).isEqualTo(one.levels("favourite_product"));
    }

    private static FeatureStates reread(FeatureStates states) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        states.writeTo(bytes);
        return Plans.all(DATE).readStates(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
