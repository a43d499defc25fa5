package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

class OutlierRuleTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void winsorisingCapsAtTheQuantilesThatNumPyGives() {
        // numpy.quantile([1, 2, 3, 4, 100], [0.1, 0.9]) = [1.4, 61.6]
        Cleaned clean = apply(log(1, 2, 3, 4, 100), OutlierRule.winsorise(0.1, 0.9));
        assertThat(amounts(clean.log())[0]).isCloseTo(1.4, within(1e-12));
        assertThat(amounts(clean.log())[4]).isCloseTo(61.6, within(1e-12));
        CleaningStep step = clean.report().step("outliers in amount").orElseThrow();
        assertThat(step.rowsChanged()).isEqualTo(2);
        assertThat(step.amountChange()).isCloseTo(0.4 - 38.4, within(1e-9));
        assertThat(step.rule()).contains("below 1.4 or above 61.6");
    }

    @Test
    void onlyLargeValuesAreCappedWhenAskedSo() {
        assertThat(amounts(apply(log(1, 2, 3, 4, 100), OutlierRule.winsorise(0, 0.9))
                        .log())[0])
                .isEqualTo(1);
        assertThat(amounts(apply(
                                log(1, 2, 3, 4, 100),
                                OutlierRule.winsorise(0.1, 0.9).upperOnly())
                        .log())[0])
                .isEqualTo(1);
    }

    @Test
    void tukeysFencesMarkTheFarValue() {
        // quartiles 2 and 4, so the fences are -1 and 7
        Cleaned clean = apply(log(1, 2, 3, 4, 7.1), OutlierRule.iqr(1.5));
        assertThat(clean.flagged("outliers in amount").stream()).containsExactly(4);
        assertThat(clean.log().size()).isEqualTo(5);
        assertThat(apply(log(1, 2, 3, 4, 7), OutlierRule.iqr(1.5))
                        .flagged("outliers in amount")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theModifiedZScoreIsThatOfIglewiczAndHoaglin() {
        // median 3, MAD 1: the fence of 3.5 is 3 + 3.5 / 0.6745 = 8.189
        Cleaned clean = apply(log(1, 2, 3, 4, 8.2), OutlierRule.mad(3.5).capped());
        assertThat(amounts(clean.log())[4]).isCloseTo(3 + 3.5 / 0.6745, within(1e-12));
        assertThat(apply(log(1, 2, 3, 4, 8.1), OutlierRule.mad(3.5))
                        .flagged("outliers in amount")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whereMostValuesAreTheSameTheMeanDeviationStandsIn() {
        // median 5, MAD 0, mean absolute deviation 45 / 10 = 4.5: the fence of 3.5 is 5 + 3.5 * 1.253314 * 4.5 = 24.74
        Cleaned clean = apply(log(5, 5, 5, 5, 5, 5, 5, 5, 5, 50), OutlierRule.mad(3.5));
        assertThat(clean.flagged("outliers in amount").stream()).containsExactly(9);
        assertThat(apply(log(5, 5, 5, 5, 5, 5, 5, 5, 5, 50), OutlierRule.iqr(1.5))
                        .flagged("outliers in amount")
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void nothingOneValueAndAllTheSameHaveNoOutliers(int rows) {
        TransactionLog log = log(IntStream.range(0, rows).mapToDouble(i -> 4.5).toArray());
        for (OutlierRule rule : new OutlierRule[] {
            OutlierRule.winsorise(0.01, 0.99),
            OutlierRule.iqr(1.5),
            OutlierRule.mad(3.5),
            OutlierRule.mad(3.5).onLogScale()
        }) {
            Cleaned clean = apply(log, rule.dropped());
            assertThat(clean.log().size()).isEqualTo(rows);
            assertThat(clean.isolated("outliers in amount").size()).isZero();
        }
    }

    @Test
    void droppedRowsAreLaidAside() {
        Cleaned clean =
                apply(log(1, 2, 3, 4, 100), OutlierRule.iqr(1.5).dropped().named("far out"));
        assertThat(clean.log().size()).isEqualTo(4);
        assertThat(amounts(clean.isolated("far out"))).containsExactly(100);
        assertThat(clean.report().droppedByStep()).containsEntry("far out", 1L);
        assertThatThrownBy(() -> clean.isolated("refunds")).hasMessageContaining("[far out]");
        assertThatThrownBy(() -> clean.flagged("far out")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void marksMoveWithTheirRowsWhenLaterStepsDropOthers() {
        Cleaned clean = CleaningPlan.defaults()
                .withOutliers(OutlierRule.iqr(1.5).named("far"))
                .withOutliers(OutlierRule.winsorise(0.2, 1).dropped().named("low"))
                .apply(log(1, 2, 3, 4, 100));
        assertThat(clean.log().size()).isEqualTo(4);
        assertThat(clean.flagged("far").stream()).containsExactly(3);
        assertThat(clean.flaggingSteps()).containsExactly("far");
    }

    @Test
    void eachProductHasFencesOfItsOwnAndRareOnesAreLeftAlone() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int i = 0; i < 20; i++) {
            builder.add("ann", DAY.plusDays(i), 1 + i % 3).product("cup");
            builder.add("ann", DAY.plusDays(i), 100 + i % 3).product("pot");
        }
        builder.add("ann", DAY.plusDays(30), 50).product("cup");
        builder.add("ann", DAY.plusDays(30), 9999).product("rare");
        builder.add("ann", DAY.plusDays(30), 9999);
        Cleaned clean = apply(builder.build(), OutlierRule.mad(3.5).perProduct().dropped());
        assertThat(amounts(clean.isolated("outliers in amount"))).containsExactly(50);
    }

    @Test
    void onTheirLogarithmsSkewedAmountsAreNotOdd() {
        double[] amounts =
                IntStream.range(0, 15).mapToDouble(i -> Math.pow(2, i)).toArray();
        assertThat(apply(log(amounts), OutlierRule.mad(3.5))
                        .flagged("outliers in amount")
                        .cardinality())
                .isPositive();
        assertThat(apply(log(amounts), OutlierRule.mad(3.5).onLogScale())
                        .flagged("outliers in amount")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void refundsAndVisitsWithoutSpendAreNotLookedAt() {
        TransactionLog log = log(1, 2, 3, 4, 0, -100);
        Cleaned clean = CleaningPlan.defaults()
                .withRefunds(RefundRule.KEEP)
                .withOutliers(OutlierRule.iqr(0.1).dropped())
                .apply(log);
        assertThat(amounts(clean.log())).contains(0, -100);
    }

    @Test
    void aCancelledGiantOrderNeedsNoCap() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", DAY, 3)
                .add("ann", DAY, 4)
                .add("ann", DAY, 5)
                .add("bob", DAY, 77183.60)
                .product("plate")
                .quantity(74215)
                .add("bob", DAY, -77183.60)
                .product("plate")
                .quantity(-74215)
                .build();
        Cleaned clean = apply(log, OutlierRule.winsorise(0, 0.5).dropped());
        assertThat(clean.report()
                        .step("purchases refunded in full")
                        .orElseThrow()
                        .rowsDropped())
                .isEqualTo(1);
        assertThat(amounts(clean.isolated("outliers in amount")))
                .containsExactly(5); // the median is 4, the giant is gone
    }

    @Test
    void quantitiesPricesAndDiscountsHaveOutliersToo() {
        for (LogColumn column : new LogColumn[] {LogColumn.QUANTITY, LogColumn.UNIT_PRICE, LogColumn.DISCOUNT}) {
            Cleaned clean = apply(nineRows(), OutlierRule.iqr(1.5).of(column).capped());
            // quartiles 3 and 7: the fence is 13
            assertThat(column.number(clean.log(), 8)).isEqualTo(13);
            assertThat(clean.log().amount(8)).isEqualTo(10);
            assertThat(clean.report()
                            .step("outliers in " + column)
                            .orElseThrow()
                            .rowsChanged())
                    .isZero();
            assertThat(clean.report()
                            .step("outliers in " + column)
                            .orElseThrow()
                            .rowsAffected())
                    .isEqualTo(1);
        }
    }

    private static TransactionLog nineRows() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int i = 1; i <= 9; i++) {
            int value = i == 9 ? 900 : i;
            builder.add("ann", DAY, 10).quantity(value).unitPrice(value).discount(value);
        }
        return builder.build();
    }

    @Test
    void fencesLearnNothingAfterTheCutButHoldThereToo() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int i = 1; i <= 5; i++) {
            builder.add("ann", DAY, i);
        }
        builder.add("ann", DAY.plusDays(9), 1000).add("ann", DAY.plusDays(9), 2000);
        Cleaned clean = CleaningPlan.defaults()
                .withCalibrationEnd(DAY)
                .withOutliers(OutlierRule.winsorise(0, 0.75))
                .apply(builder.build());
        assertThat(amounts(clean.log())).containsExactly(1, 2, 3, 4, 4, 4, 4);
        assertThat(clean.report().step("outliers in amount").orElseThrow().rule())
                .contains("up to 2025-03-01");
    }

    @Test
    void badRulesAreRefused() {
        assertThatThrownBy(() -> OutlierRule.winsorise(0.9, 0.1)).hasMessageContaining("lower < upper");
        assertThatThrownBy(() -> OutlierRule.winsorise(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutlierRule.iqr(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutlierRule.mad(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> OutlierRule.mad(3).of(LogColumn.PRODUCT)).hasMessageContaining("product");
        assertThatThrownBy(() -> OutlierRule.mad(3).onLogScale().of(LogColumn.DISCOUNT))
                .hasMessageContaining("logarithm");
        assertThatThrownBy(() -> OutlierRule.mad(3).of(LogColumn.DISCOUNT).onLogScale())
                .hasMessageContaining("logarithm");
        CleaningPlan plan = CleaningPlan.defaults().withOutliers(OutlierRule.mad(3));
        assertThatThrownBy(() -> plan.withOutliers(OutlierRule.iqr(3))).hasMessageContaining("named");
    }

    private static Cleaned apply(TransactionLog log, OutlierRule rule) {
        return CleaningPlan.defaults().withOutliers(rule).apply(log);
    }

    private static TransactionLog log(double... amounts) {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (double amount : amounts) {
            builder.add("ann", DAY, amount);
        }
        return builder.build();
    }

    private static double[] amounts(TransactionLog log) {
        return IntStream.range(0, log.size()).mapToDouble(log::amount).toArray();
    }

    @Test
    void onTheLogScaleAValueThatIsTheFenceStays() {
        for (int cents = 1; cents <= 500; cents++) {
            TransactionLogBuilder builder = TransactionLog.builder("EUR");
            for (int row = 0; row < 10; row++) {
                builder.add("c" + row, java.time.LocalDate.of(2025, 1, 1 + row), cents / 100.0);
            }
            TransactionLog log = builder.build();
            for (OutlierRule rule : List.of(
                    OutlierRule.winsorise(0.01, 0.99).onLogScale().dropped(),
                    OutlierRule.winsorise(0.01, 0.99).onLogScale().capped())) {
                Cleaned clean = CleaningPlan.defaults().withOutliers(rule).apply(log);
                assertThat(clean.log().size()).as("amounts of %d cents", cents).isEqualTo(10);
                assertThat(clean.log().amount(0)).isEqualTo(cents / 100.0);
            }
        }
    }
}
