package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

class CleaningPlanTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2025, 3, 1, 9, 0);

    @Test
    void twoCoffeesInOneMinuteAreTwoSales() {
        TransactionLog log =
                log("").add("ann", NINE, 4.50).add("ann", NINE, 4.50).build();
        Cleaned clean = CleaningPlan.defaults().apply(log);
        assertThat(clean.log().size()).isEqualTo(2);
        CleaningStep step = clean.report().step("exact duplicates").orElseThrow();
        assertThat(step.rowsAffected()).isEqualTo(1);
        assertThat(step.rowsDropped()).isZero();
        assertThat(step.rule()).contains("two coffees in one minute are two sales");
    }

    @Test
    void duplicatesAreDroppedWhenAskedAndTheFirstStays() {
        TransactionLog log = log("").add("ann", NINE, 4.50)
                .add("bob", NINE, 4.50)
                .add("ann", NINE, 4.50)
                .add("ann", NINE, 4.50)
                .add("ann", NINE.plusMinutes(1), 4.50)
                .build();
        Cleaned clean =
                CleaningPlan.defaults().withDuplicates(DuplicateRule.DROP).apply(log);
        assertThat(clean.log().size()).isEqualTo(3);
        CleaningStep step = clean.report().step("exact duplicates").orElseThrow();
        assertThat(step.rowsDropped()).isEqualTo(2);
        assertThat(step.amountChange()).isEqualTo(-9.0);
        assertThat(step.examples()).extracting("line").containsExactly(3L, 4L);
    }

    @Test
    void rowsThatDifferInAnyColumnAreNoDuplicates() {
        TransactionLog log = log("").add("ann", NINE, 4.50)
                .product("espresso")
                .quantity(1)
                .add("ann", NINE, 4.50)
                .product("latte")
                .quantity(1)
                .add("ann", NINE, 4.50)
                .product("latte")
                .quantity(2)
                .add("ann", NINE, 4.50)
                .product("latte")
                .quantity(2)
                .discount(0.5)
                .build();
        assertThat(CleaningPlan.defaults()
                        .withDuplicates(DuplicateRule.DROP)
                        .apply(log)
                        .log()
                        .size())
                .isEqualTo(4);
    }

    @Test
    void zeroAmountsAreVisitsWithoutSpendUnlessDropped() {
        TransactionLog log = log("").add("ann", NINE, 0).add("ann", NINE, 2).build();
        assertThat(CleaningPlan.defaults().apply(log).log().size()).isEqualTo(2);
        assertThat(CleaningPlan.defaults()
                        .withZeroAmounts(ZeroRule.DROP)
                        .apply(log)
                        .log()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void rowsAfterTheLastDayAreDropped() {
        TransactionLog log = log("").add("ann", LocalDate.of(2025, 3, 1), 1)
                .add("ann", LocalDateTime.of(2025, 3, 2, 23, 59, 59), 2)
                .add("bob", LocalDate.of(2099, 1, 1), 3)
                .build();
        Cleaned clean = CleaningPlan.defaults()
                .withFutureAfter(LocalDate.of(2025, 3, 2))
                .apply(log);
        assertThat(clean.log().size()).isEqualTo(2);
        assertThat(clean.log().customers().size()).isEqualTo(1);
        assertThat(clean.report().step("future dates").orElseThrow().rule()).contains("2025-03-02");
    }

    @Test
    void currenciesAreNeverAddedUp() {
        TransactionLog log = log("EUR")
                .add("ann", NINE, 1)
                .add("bob", NINE, 2)
                .currency("GBP")
                .build();
        assertThatThrownBy(() -> CleaningPlan.defaults().apply(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("2 currencies")
                .hasMessageContaining("EUR: 1 rows")
                .hasMessageContaining("GBP: 1 rows");
        Cleaned pounds = CleaningPlan.defaults().keepCurrency("gbp").apply(log);
        assertThat(pounds.log().currency()).isEqualTo("GBP");
        assertThat(pounds.log().size()).isEqualTo(1);
        assertThat(pounds.report().droppedByStep()).containsEntry("currency", 1L);
        assertThatThrownBy(() -> CleaningPlan.defaults().keepCurrency("USD").apply(log))
                .hasMessageContaining("no row is in the currency to keep, USD");
    }

    @Test
    void aRefundOfAnOrderIsTakenOffThatOrder() {
        TransactionLog log = log("").add("ann", NINE, 10)
                .order("1")
                .add("ann", NINE.plusDays(1), 10)
                .order("2")
                .add("ann", NINE.plusDays(2), -4)
                .order("1")
                .build();
        Cleaned clean = CleaningPlan.defaults().apply(log);
        assertThat(amounts(clean)).containsExactly(6.0, 10.0);
        assertThat(clean.report().step("refunds matched").orElseThrow().rowsDropped())
                .isEqualTo(1);
        assertThat(clean.report()
                        .step("purchases refunded in part")
                        .orElseThrow()
                        .amountChange())
                .isEqualTo(-4.0);
    }

    @Test
    void aCancellationFindsTheOrderItNames() {
        TransactionLog log = log("").add("ann", NINE, 10)
                .order("536")
                .add("ann", NINE.plusDays(1), 10)
                .order("537")
                .add("ann", NINE.plusDays(2), 10)
                .order("C536")
                .build();
        Cleaned clean = CleaningPlan.defaults().apply(log);
        assertThat(clean.log().size()).isEqualTo(1);
        assertThat(clean.log().orders().id(clean.log().order(0))).isEqualTo("537");
    }

    @Test
    void aLetterBeforeEveryOrderIsNoCancellation() {
        TransactionLog log = log("").add("ann", NINE, 10)
                .order("C1")
                .add("ann", NINE, 10)
                .order("C2")
                .build();
        assertThat(CleaningPlan.defaults().apply(log).log().size()).isEqualTo(2);
    }

    @Test
    void aRefundOfAProductGoesToTheLatestPurchaseWithEnoughPieces() {
        TransactionLog log = log("").add("ann", NINE, 50)
                .product("cup")
                .quantity(10)
                .add("ann", NINE.plusDays(1), 10)
                .product("cup")
                .quantity(2)
                .add("ann", NINE.plusDays(1), 99)
                .product("pot")
                .quantity(1)
                .add("ann", NINE.plusDays(2), -20)
                .product("cup")
                .quantity(-4)
                .build();
        Cleaned clean = CleaningPlan.defaults().apply(log);
        assertThat(amounts(clean)).containsExactly(30.0, 10.0, 99.0);
        assertThat(clean.log().quantity(0)).isEqualTo(6.0);
    }

    @Test
    void aReturnLargerThanAnyPurchaseIsTakenOffSeveralAndThenNetted() {
        TransactionLog log = log("").add("ann", NINE, 20)
                .product("cup")
                .quantity(4)
                .add("ann", NINE.plusDays(1), 15)
                .product("cup")
                .quantity(3)
                .add("ann", NINE.plusDays(1), 99)
                .product("pot")
                .quantity(1)
                .add("ann", NINE.plusDays(2), -50)
                .product("cup")
                .quantity(-10)
                .build();
        Cleaned clean = CleaningPlan.defaults().apply(log);
        assertThat(amounts(clean)).containsExactly(84.0);
        assertThat(clean.report().step("refunds netted").orElseThrow().rowsDropped())
                .isEqualTo(1);
        assertThat(clean.report()
                        .step("purchases refunded in full")
                        .orElseThrow()
                        .rowsDropped())
                .isEqualTo(2);
    }

    @Test
    void nettingTakesFromTheLatestEarlierPurchases() {
        TransactionLog log = log("").add("ann", NINE, 10)
                .add("ann", NINE.plusDays(1), 5)
                .add("ann", NINE.plusDays(2), -8)
                .add("ann", NINE.plusDays(3), 7)
                .build();
        assertThat(amounts(CleaningPlan.defaults().withRefunds(RefundRule.NET).apply(log)))
                .containsExactly(7.0, 7.0);
    }

    @Test
    void laterPurchasesAndOtherCustomersAreNotTouched() {
        TransactionLog log = log("").add("ann", NINE, -8)
                .product("cup")
                .add("ann", NINE.plusDays(1), 8)
                .product("cup")
                .add("bob", NINE.minusDays(1), 8)
                .product("cup")
                .build();
        Cleaned clean = CleaningPlan.defaults().apply(log);
        assertThat(amounts(clean)).containsExactly(8.0, 8.0);
        CleaningStep step = clean.report().step("refunds without purchase").orElseThrow();
        assertThat(step.rowsDropped()).isEqualTo(1);
        assertThat(step.amountChange()).isEqualTo(8.0);
    }

    @Test
    void aRefundOfTheSameMomentFindsItsPurchaseInAnyOrderOfRows() {
        TransactionLog log = log("").add("ann", LocalDate.of(2025, 3, 1), -8)
                .add("ann", LocalDate.of(2025, 3, 1), 8)
                .build();
        assertThat(CleaningPlan.defaults().apply(log).log().size()).isZero();
    }

    @Test
    void aRoundingErrorIsNoPurchase() {
        TransactionLog log = log("").add("ann", NINE, 0.1 + 0.2)
                .add("ann", NINE.plusDays(1), -0.3)
                .add("bob", NINE, 0.3)
                .add("bob", NINE.plusDays(1), -0.1)
                .add("bob", NINE.plusDays(2), -0.2)
                .add("cat", NINE, 1.1)
                .add("cat", NINE.plusDays(1), -0.1)
                .build();
        Cleaned clean = CleaningPlan.defaults().apply(log);
        assertThat(amounts(clean)).containsExactly(1.0);
    }

    @Test
    void aNegativeQuantityMakesAPositiveAmountARefund() {
        TransactionLog log = log("").add("ann", NINE, 9)
                .product("cup")
                .quantity(3)
                .add("ann", NINE.plusDays(1), 6)
                .product("cup")
                .quantity(-2)
                .build();
        Cleaned clean = CleaningPlan.defaults().apply(log);
        assertThat(amounts(clean)).containsExactly(3.0);
        assertThat(total(clean.log()) - total(log))
                .isEqualTo(
                        clean.report().steps().stream()
                                .mapToDouble(CleaningStep::amountChange)
                                .sum(),
                        within(1e-9));
    }

    @Test
    void refundsAreLeftOutOrRefusedWhenAsked() {
        TransactionLog log =
                log("").add("ann", NINE, 9).add("ann", NINE.plusDays(1), -6).build();
        assertThat(amounts(CleaningPlan.defaults().withRefunds(RefundRule.DROP).apply(log)))
                .containsExactly(9.0);
        assertThatThrownBy(() ->
                        CleaningPlan.defaults().withRefunds(RefundRule.FAIL).apply(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("1 of 2 rows are refunds")
                .hasMessageContaining("line 2")
                .hasMessageContaining("-6")
                .hasMessageNotContaining("ann");
    }

    @Test
    void refundsAfterTheCutDoNotReachBackAcrossIt() {
        LocalDate cut = LocalDate.of(2025, 3, 31);
        TransactionLog log = log("").add("ann", LocalDate.of(2025, 3, 1), 10)
                .add("ann", LocalDate.of(2025, 3, 20), 4)
                .add("ann", LocalDate.of(2025, 3, 25), -4)
                .add("ann", LocalDate.of(2025, 4, 2), 7)
                .add("ann", LocalDate.of(2025, 4, 3), -9)
                .build();
        Cleaned free = CleaningPlan.defaults().apply(log);
        Cleaned cutOff = CleaningPlan.defaults().withCalibrationEnd(cut).apply(log);
        assertThat(free.log().amount(0)).isEqualTo(8); // 2 of the 9 are taken off the purchase in March
        assertThat(free.log().size()).isEqualTo(1);
        assertThat(cutOff.log().amount(0)).isEqualTo(10);
        assertThat(cutOff.log().until(cut).summaries(cut, TimeScale.DAY).frequency(0))
                .isZero();
        assertThat(cutOff.log().size()).isEqualTo(1);
        assertThat(cutOff.report().toString()).contains("on the same side of 2025-03-31");
        Cleaned before = CleaningPlan.defaults().apply(log.until(cut));
        assertThat(cutOff.log().until(cut).amount(0)).isEqualTo(before.log().amount(0));
    }

    @Test
    void theRulesStandInTheReportInWords() {
        Cleaned clean =
                CleaningPlan.defaults().apply(log("").add("ann", NINE, 9).build());
        assertThat(clean.report().steps())
                .extracting(CleaningStep::name)
                .containsExactly("currency", "exact duplicates", "zero amounts", "refunds");
        assertThat(clean.report().toString())
                .contains("1 rows read, 1 kept", "are kept", "a visit without spend", "taken off their purchase");
    }

    @Test
    void anEmptyLogStaysEmpty() {
        assertThat(CleaningPlan.defaults().apply(log("").build()).log().size()).isZero();
    }

    @Test
    void aReportOfAnotherLogIsRefused() {
        TransactionLog log = log("").add("ann", NINE, 9).build();
        assertThatThrownBy(() -> CleaningPlan.defaults().apply(log, CleaningReport.ofRows(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStepOrReportThatDoesNotAddUpIsRefused() {
        assertThatThrownBy(() -> new CleaningStep("x", "y", 1, 1, 1, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CleaningStep("x", "y", 1, 1, 0, Double.NaN, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        CleaningStep step = new CleaningStep("x", "y", 2, 2, 0, 0, List.of());
        assertThatThrownBy(() -> new CleaningReport(1, List.of(step))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CleaningReport(9, List.of(step, step)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TransactionLogBuilder log(String currency) {
        return TransactionLog.builder(currency);
    }

    private static List<Double> amounts(Cleaned clean) {
        return java.util.stream.IntStream.range(0, clean.log().size())
                .mapToObj(clean.log()::amount)
                .toList();
    }

    private static double total(TransactionLog log) {
        return java.util.stream.IntStream.range(0, log.size())
                .mapToDouble(log::amount)
                .sum();
    }
}
