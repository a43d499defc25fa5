package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** What holds for any rows and any plan. */
class CleaningPropertiesTest {
    record Sale(int customer, int day, int cents, int order, int product, int quantity) {}

    @Provide
    Arbitrary<List<Sale>> sales() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 3);
        return Combinators.combine(
                        small,
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(-300, 500),
                        Arbitraries.integers().between(-1, 5),
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(-3, 5))
                .as(Sale::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<CleaningPlan> plans() {
        return Combinators.combine(
                        Arbitraries.of(RefundRule.MATCH_THEN_NET, RefundRule.NET, RefundRule.DROP),
                        Arbitraries.of(DuplicateRule.class),
                        Arbitraries.of(ZeroRule.class))
                .as((refunds, duplicates, zeros) -> CleaningPlan.defaults()
                        .withRefunds(refunds)
                        .withDuplicates(duplicates)
                        .withZeroAmounts(zeros)
                        .withFutureAfter(LocalDate.of(2025, 1, 6)));
    }

    /** Rows read = rows kept + rows dropped by name, and the changes of the total add up. */
    @Property(seed = "20261122")
    void nothingIsDroppedSilently(@ForAll("sales") List<Sale> sales, @ForAll("plans") CleaningPlan plan) {
        TransactionLog log = log(sales);
        Cleaned clean = plan.apply(log);
        CleaningReport report = clean.report();
        long dropped = report.droppedByStep().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(report.rowsRead()).isEqualTo(log.size());
        assertThat(clean.log().size() + dropped).isEqualTo(log.size());
        double changes =
                report.steps().stream().mapToDouble(CleaningStep::amountChange).sum();
        assertThat(total(clean.log()) - total(log)).isCloseTo(changes, within(1e-6));
    }

    @Property(seed = "20261122")
    void whatIsLeftArePurchases(@ForAll("sales") List<Sale> sales, @ForAll("plans") CleaningPlan plan) {
        TransactionLog log = log(sales);
        TransactionLog left = plan.apply(log).log();
        for (int row = 0; row < left.size(); row++) {
            assertThat(left.amount(row)).isGreaterThanOrEqualTo(0);
            assertThat(left.amount(row))
                    .isLessThanOrEqualTo(sales.get(left.sourceRow(row) - 1).cents() / 100.0);
            if (plan.refunds() != RefundRule.MATCH_THEN_NET) { // a share of the pieces may be worth half a cent
                assertThat(left.amount(row) * 100).isCloseTo(Math.rint(left.amount(row) * 100), within(1e-6));
            }
        }
        CleaningPlan again = plan.withDuplicates(DuplicateRule.KEEP); // partial refunds may make rows alike
        assertThat(again.apply(left).log().size()).isEqualTo(left.size());
    }

    /** Without links by pieces, no money appears or vanishes as long as refunds find purchases. */
    @Property(seed = "20261122")
    void nettingKeepsEachCustomersTotal(@ForAll("sales") List<Sale> sales) {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (Sale sale : sales) {
            builder.add("c" + sale.customer(), LocalDate.of(2025, 1, 1).plusDays(sale.day()), sale.cents() / 100.0);
        }
        TransactionLog log = builder.build();
        Cleaned clean = CleaningPlan.defaults().withRefunds(RefundRule.NET).apply(log);
        boolean allFound = clean.report()
                .step("refunds without purchase")
                .map(step -> step.rowsDropped() == 0)
                .orElse(true);
        if (allFound) {
            assertThat(total(clean.log())).isCloseTo(total(log), within(1e-6));
        } else {
            assertThat(total(clean.log())).isGreaterThanOrEqualTo(total(log) - 1e-6);
        }
    }

    @Property(seed = "20261122")
    void theOrderOfCustomersInTheSourceDoesNotMatter(@ForAll("sales") List<Sale> sales) {
        List<Sale> grouped = sales.stream()
                .sorted(java.util.Comparator.comparingInt(Sale::customer))
                .toList();
        Cleaned one = CleaningPlan.defaults().apply(log(sales));
        Cleaned two = CleaningPlan.defaults().apply(log(grouped));
        assertThat(two.log().size()).isEqualTo(one.log().size());
        assertThat(total(two.log())).isCloseTo(total(one.log()), within(1e-6));
        assertThat(two.report().droppedByStep()).isEqualTo(one.report().droppedByStep());
    }

    private static TransactionLog log(List<Sale> sales) {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (Sale sale : sales) {
            builder.add("c" + sale.customer(), LocalDate.of(2025, 1, 1).plusDays(sale.day()), sale.cents() / 100.0);
            if (sale.order() >= 0) {
                builder.order(sale.order() == 5 ? "C" + sale.customer() : Integer.toString(sale.order()));
            }
            if (sale.product() >= 0) {
                builder.product("p" + sale.product());
            }
            if (sale.quantity() != 0) {
                builder.quantity(sale.quantity());
            }
        }
        return builder.build();
    }

    private static double total(TransactionLog log) {
        return IntStream.range(0, log.size()).mapToDouble(log::amount).sum();
    }
}
