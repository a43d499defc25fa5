package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** What holds for any sales and any plan. */
class PlanPropertiesTest {
    private static final LocalDate CUT = LocalDate.of(2025, 1, 3);
    private static final int NO_AMOUNT = 99;

    record Sale(int customer, int hour, int amount, int product, int order) {}

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 96),
                        Arbitraries.oneOf(Arbitraries.integers().between(-3, 30), Arbitraries.just(NO_AMOUNT)),
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(-1, 5))
                .as(Sale::new)
                .list()
                .ofMaxSize(40)
                .map(PlanPropertiesTest::withAProduct);
    }

    /** One row has a product in any case, so that rules about products apply. */
    private static List<Sale> withAProduct(List<Sale> sales) {
        List<Sale> all = new ArrayList<>(sales);
        all.add(new Sale(9, 0, 2, 9, -1));
        return all;
    }

    @Provide
    Arbitrary<CleaningPlan> plans() {
        Arbitrary<MissingRule> fills = Arbitraries.of(
                MissingRule.drop(),
                MissingRule.constant(4),
                MissingRule.lastKnown(),
                MissingRule.median(Peers.PRODUCT).orElse(MissingRule.mean(Peers.ALL)),
                MissingRule.mode(Peers.CUSTOMER),
                MissingRule.mean(Peers.SPEND_QUINTILE),
                MissingRule.mean(Peers.PRODUCT_AND_CHANNEL).orElse(MissingRule.mean(Peers.PRODUCT)));
        Arbitrary<OutlierRule> outliers = Arbitraries.of(
                OutlierRule.winsorise(0.05, 0.9),
                OutlierRule.iqr(0.5).dropped(),
                OutlierRule.mad(1).flagged(),
                OutlierRule.mad(1).perProduct().onLogScale().capped());
        return Combinators.combine(
                        fills,
                        outliers,
                        Arbitraries.of(RefundRule.MATCH_THEN_NET, RefundRule.NET, RefundRule.DROP, RefundRule.KEEP),
                        Arbitraries.of(true, false))
                .as((fill, outlier, refunds, isolates) -> {
                    CleaningPlan plan = CleaningPlan.defaults()
                            .withMissing(LogColumn.AMOUNT, fill)
                            .withOutliers(outlier)
                            .withRefunds(refunds)
                            .withCalibrationEnd(CUT)
                            .withRounding(0);
                    return isolates
                            ? plan.withIsolation(IsolationRule.repeats(2, Duration.ofHours(3)))
                                    .withIsolation(IsolationRule.purchasesPerDay(2, 1))
                                    .withIsolation(IsolationRule.amountsUpTo(1))
                                    .withDuplicateKeys(DuplicateKeys.of(LogColumn.PRODUCT, LogColumn.AMOUNT)
                                            .within(Duration.ofHours(2)))
                            : plan;
                });
    }

    /** Rows read = rows kept + rows dropped by name = rows kept + rows laid aside + others, and amounts add up. */
    @Property(tries = 300, seed = "20261122")
    void nothingIsLost(@ForAll("sales") List<Sale> sales, @ForAll("plans") CleaningPlan plan) {
        TransactionLog log = log(sales);
        Cleaned clean = plan.apply(log);
        CleaningReport report = clean.report();
        assertThat(clean.log().size() + report.rowsDropped()).isEqualTo(log.size());
        assertThat(clean.log().hasMissingAmounts()).isFalse();
        for (String step : clean.isolatingSteps()) {
            assertThat(clean.isolated(step).size())
                    .isEqualTo((int) report.step(step).orElseThrow().rowsDropped());
        }
        double changes =
                report.steps().stream().mapToDouble(CleaningStep::amountChange).sum();
        assertThat(total(clean.log()) - total(log)).isCloseTo(changes, within(1e-6));
        for (int row = 0; row < clean.log().size(); row++) {
            boolean wasMissing = sales.get(clean.log().sourceRow(row) - 1).amount == NO_AMOUNT;
            assertThat(clean.log().amountFilled(row)).isEqualTo(wasMissing);
        }
    }

    /** Where no rule reads the order of rows of one moment, the order of the source does not matter. */
    @Property(tries = 300, seed = "20261122")
    void theOrderOfTheSourceDoesNotMatter(
            @ForAll("sales") List<Sale> sales, @ForAll("plans") CleaningPlan plan, @ForAll int seed) {
        List<Sale> distinct = new ArrayList<>();
        sales.stream()
                .filter(sale -> distinct.stream()
                        .noneMatch(other -> other.customer == sale.customer && other.hour == sale.hour))
                .forEach(distinct::add);
        List<Sale> shuffled = new ArrayList<>(distinct);
        Collections.shuffle(shuffled, new Random(seed));
        Cleaned one = plan.apply(log(distinct));
        Cleaned two = plan.apply(log(shuffled));
        assertThat(rows(two.log())).isEqualTo(rows(one.log()));
        assertThat(two.report().droppedByStep()).isEqualTo(one.report().droppedByStep());
    }

    private static List<String> rows(TransactionLog log) {
        return IntStream.range(0, log.size())
                .mapToObj(row -> log.customers().id(log.customer(row)) + log.time(row) + " " + log.amount(row)
                        + log.amountFilled(row))
                .sorted()
                .toList();
    }

    /** The rows up to the cut come out the same whatever happened after it. */
    @Property(tries = 300, seed = "20261122")
    void theFutureMovesNothingBeforeTheCut(
            @ForAll("sales") List<Sale> sales,
            @ForAll("sales") List<Sale> otherFuture,
            @ForAll("plans") CleaningPlan plan) {
        List<Sale> past = sales.stream().filter(sale -> sale.hour < 72).toList();
        List<Sale> one = new ArrayList<>(past);
        sales.stream().filter(sale -> sale.hour >= 72).forEach(one::add);
        List<Sale> two = new ArrayList<>(past);
        otherFuture.stream().filter(sale -> sale.hour >= 72).forEach(two::add);
        assertThat(rows(plan.apply(log(two)).log().until(CUT)))
                .isEqualTo(rows(plan.apply(log(one)).log().until(CUT)));
        assertThat(rows(plan.apply(log(past)).log()))
                .isEqualTo(rows(plan.apply(log(one)).log().until(CUT)));
    }

    /** Cleaning what is clean changes nothing where the rules are not relative to the data. */
    @Property(tries = 300, seed = "20261122")
    void cleaningTwiceIsCleaningOnce(@ForAll("sales") List<Sale> sales) {
        CleaningPlan stable = CleaningPlan.defaults()
                .withMissing(LogColumn.AMOUNT, MissingRule.median(Peers.ALL))
                .withIsolation(IsolationRule.amountsUpTo(1))
                .withIsolation(IsolationRule.products("p1"))
                .withIds(LogColumn.CUSTOMER, IdRule.asRead().caseFolded())
                .withDuplicateKeys(DuplicateKeys.of(LogColumn.PRODUCT).within(Duration.ofHours(2)))
                .withRefunds(RefundRule.DROP)
                .withRounding(1);
        TransactionLog once = stable.apply(log(sales)).log();
        assertThat(rows(stable.apply(once).log())).isEqualTo(rows(once));
    }

    @Property(tries = 100, seed = "20261122")
    void anEmptyLogStaysEmpty(@ForAll("plans") CleaningPlan plan) {
        Cleaned clean = plan.apply(TransactionLog.builder("").build());
        assertThat(clean.log().size()).isZero();
        assertThat(clean.report().rowsDropped()).isZero();
    }

    private static TransactionLog log(List<Sale> sales) {
        TransactionLogBuilder builder = TransactionLog.builder("");
        int row = 0;
        for (Sale sale : sales) {
            row++;
            LocalDateTime time = LocalDateTime.of(2025, 1, 1, 0, 0).plusHours(sale.hour);
            int customer = builder.customers().index("C" + sale.customer);
            long second = time.toEpochSecond(ZoneOffset.UTC);
            if (sale.amount == NO_AMOUNT) {
                builder.addWithoutAmount(customer, second, row);
            } else {
                builder.add(customer, second, sale.amount, row);
            }
            if (sale.product >= 0) {
                builder.product("p" + sale.product);
            }
            if (sale.order >= 0) {
                builder.order("" + sale.order);
            }
            builder.channel("web");
        }
        return builder.build();
    }

    private static double total(TransactionLog log) {
        return IntStream.range(0, log.size())
                .mapToDouble(log::amount)
                .filter(amount -> !Double.isNaN(amount))
                .sum();
    }
}
