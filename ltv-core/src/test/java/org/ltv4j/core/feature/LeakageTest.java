package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** Whatever happens after the date, no feature of any family moves. */
class LeakageTest {
    private static final LocalDate START = LocalDate.of(2024, 11, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);

    /** What happens after the date. */
    private enum Future {
        NOTHING,
        MORE,
        LATER,
        RETURNS,
        NEW_NAMES,
        FIRST_IN_THE_SOURCE
    }

    private static TransactionLog log(Future future) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        if (future == Future.FIRST_IN_THE_SOURCE) {
            // numbers of customers, products and channels then start with those of the future
            add(builder, "c3", DATE.plusDays(1).atStartOfDay(), 70, "aaa", "aaa", 1);
            add(builder, "new", DATE.plusDays(1).atStartOfDay(), 70, "zzz", "zzz", 1);
        }
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            String customer = "c" + random.nextInt(6);
            LocalDateTime time = START.plusDays(random.nextInt(150)).atTime(random.nextInt(24), 59, 59);
            double amount = (random.nextInt(1000) - 100) / 100.0;
            add(builder, customer, time, amount, "p" + random.nextInt(8), random.nextBoolean() ? "web" : "shop", i % 3);
        }
        add(builder, "c1", DATE.atTime(23, 59, 59), 12, "p1", "web", 2);
        addFuture(builder, future);
        return Plans.withAllColumns(builder, START);
    }

    private static void addFuture(TransactionLogBuilder builder, Future future) {
        LocalDateTime midnight = DATE.plusDays(1).atStartOfDay();
        for (int i = 0; i < 6; i++) {
            String customer = "c" + i;
            switch (future) {
                case MORE -> add(builder, customer, midnight, 1e6, "p1", "web", 1000);
                case LATER -> add(builder, customer, midnight.plusYears(3), 1e6, "p1", "web", 1000);
                case RETURNS -> add(builder, customer, midnight, -5, "p2", "shop", -1);
                case NEW_NAMES -> add(builder, customer, midnight.plusHours(i), 9, "a" + i, "mail", 1);
                default -> {}
            }
        }
    }

    private static void add(
            TransactionLogBuilder builder,
            String customer,
            LocalDateTime time,
            double amount,
            String product,
            String channel,
            int pieces) {
        Sale sale = Sale.of(time, amount)
                .withProduct(product)
                .withChannel(channel)
                .withOrder("o" + time)
                .withQuantity(pieces)
                .withUnitPrice(amount / 2)
                .withDiscount(pieces / 10.0);
        Plans.add(builder, customer, sale);
    }

    private static Stream<String> families() {
        return Plans.each(DATE).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void noFeatureSeesTheFuture(String family) {
        FeaturePlan plan = Plans.each(DATE).get(family);
        FeatureMatrix without = plan.from(log(Future.NOTHING));
        for (Future future : Future.values()) {
            FeatureMatrix with = plan.from(log(future));
            assertThat(with.rows()).as(future.name()).isEqualTo(without.rows());
            assertThat(with.levelsOfAll()).as(future.name()).isEqualTo(without.levelsOfAll());
            for (int row = 0; row < without.rows(); row++) {
                int place =
                        with.customers().indexOf(without.customers().id(row)).orElseThrow();
                assertThat(with.row(place)).as(future.name()).isEqualTo(without.row(row));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void theLastSecondOfTheDateCounts(String family) {
        FeaturePlan plan = Plans.each(DATE).get(family);
        assertThat(plan.from(log(Future.NOTHING).until(DATE))).isEqualTo(plan.from(log(Future.NOTHING)));
    }

    @Test
    void everyMethodThatAddsFeaturesIsTested() {
        Set<String> methods = Arrays.stream(FeaturePlan.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == FeaturePlan.class)
                .map(Method::getName)
                .filter(name -> !Set.of("asOf", "with").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Plans.each(DATE).keySet()).containsAll(methods);
    }

    @Test
    void whatOnlyLaterRowsHaveIsNotThereAtTheDate() {
        LocalDate day = LocalDate.of(2025, 1, 31);
        TransactionLog later = TransactionLog.builder("EUR")
                .add("ann", day, 5)
                .add("bob", day.plusDays(1).atTime(9, 0), 7)
                .add("bob", day.plusDays(2), -7)
                .build();
        assertThatThrownBy(() -> Features.asOf(day).timeOfDay().from(later)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Features.asOf(day).returns().from(later)).isInstanceOf(InvalidDataException.class);
        assertThat(Features.asOf(day.plusDays(2))
                        .timeOfDay()
                        .returns()
                        .from(later)
                        .rows())
                .isEqualTo(2);
    }

    /** Every column that a family may need, stated by rows after the date only. */
    @ParameterizedTest
    @EnumSource
    void aColumnThatOnlyLaterRowsStateIsNotThereAtTheDate(SourceColumn column) {
        LocalDate day = LocalDate.of(2025, 1, 31);
        TransactionLog past = TransactionLog.builder("EUR").add("ann", day, 5).build();
        TransactionLog later =
                Plans.withAllColumns(TransactionLog.builder("EUR").add("ann", day, 5), day.plusDays(1));
        FeaturePlan plan = Features.asOf(day).with(FeatureFamily.of("mine", context -> new Rfm(context), column));

        assertThatThrownBy(() -> plan.from(past))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("up to 2025-01-31");
        assertThatThrownBy(() -> plan.from(later)).isInstanceOf(InvalidDataException.class);
        assertThat(plan.asOf(day.plusDays(1)).from(later).rows()).isEqualTo(2);
    }

    /** A function of one's own needs no column; bound early, it sees what later rows state when a later date asks. */
    @Test
    void whatWasNotKnownWhenThePlanWasBoundIsSeenFromItsDateOn() throws IOException {
        LocalDate day = LocalDate.of(2025, 1, 31);
        TransactionLog later =
                Plans.withAllColumns(TransactionLog.builder("EUR").add("full", day, 5), day.plusDays(1));
        FeaturePlan plan = Features.asOf(day)
                .feature(
                        "prices",
                        FeatureType.NUMBER,
                        "",
                        "sum of prices",
                        history -> java.util.stream.IntStream.range(0, history.rows())
                                .mapToDouble(history::unitPrice)
                                .filter(price -> !Double.isNaN(price))
                                .sum());
        BoundFeatures bound = plan.bind(later);
        assertThat(bound.from(later).column("prices")).containsExactly(0);
        assertThat(bound.asOf(day.plusDays(1)).from(later).column("prices")).containsExactly(6);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bound.states(later).writeTo(bytes);
        FeatureStates again = plan.readStates(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(again.matrix(day).column("prices")).containsExactly(0);
        assertThat(again.matrix(day.plusDays(1)).column("prices")).containsExactly(6);
    }
}
