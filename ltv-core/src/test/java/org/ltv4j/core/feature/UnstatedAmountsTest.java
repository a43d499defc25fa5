package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** A feature of the caller's own over amounts that the log does not state is missing, not 0. */
class UnstatedAmountsTest {
    private static final LocalDate DATE = LocalDate.of(2024, 3, 1);

    private static FeaturePlan plan() {
        return Features.asOf(DATE)
                .feature("spend", FeatureType.NUMBER, "EUR", "all spend", PurchaseHistory::totalSpend)
                .feature("first", FeatureType.NUMBER, "EUR", "first purchase", history -> history.visitAmount(0))
                .feature("row", FeatureType.NUMBER, "EUR", "first row", history -> history.amount(0))
                .feature("back", FeatureType.COUNT, "", "rows that came back", PurchaseHistory::returns)
                .feature(
                        "big",
                        FeatureType.COUNT,
                        "",
                        "purchases of 10 or more",
                        history -> IntStream.range(0, history.visits())
                                .filter(visit -> history.visitAmount(visit) >= 10)
                                .count())
                .feature(
                        "late_spend",
                        FeatureType.NUMBER,
                        "EUR",
                        "spend of regulars",
                        history -> history.visits() < 2 ? 0 : history.totalSpend())
                .feature("visits", FeatureType.COUNT, "", "days with a sale", PurchaseHistory::visits)
                .within(
                        Window.last(30, TimeScale.DAY),
                        part -> part.feature(
                                "sum", FeatureType.NUMBER, "EUR", "its spend", PurchaseHistory::totalSpend));
    }

    @Test
    void whatAsksForAnAmountThatNobodyStatedIsMissing() {
        TransactionLog visits = TransactionLog.builderWithoutAmounts()
                .add("ann", DATE.minusDays(9))
                .add("ann", DATE)
                .add("bob", DATE)
                .build();
        BoundFeatures bound = plan().bind(visits);
        FeatureMatrix features = bound.from(visits);
        for (String money : new String[] {"spend", "first", "row", "back", "big", "last_30_days_sum"}) {
            assertThat(features.column(money)).as(money).containsOnly(Double.NaN);
        }
        assertThat(features.column("late_spend")).containsExactly(Double.NaN, 0); // bob's was not asked for
        assertThat(features.column("visits")).containsExactly(2, 1);
        assertThat(bound.states(visits).matrix(DATE)).isEqualTo(features);
    }

    @Test
    void statedAmountsAreSeenAsTheyAre() {
        TransactionLogBuilder sales = TransactionLog.builder("EUR")
                .add("ann", DATE.minusDays(9), 12)
                .add("ann", DATE, 0)
                .add("ann", DATE, -1);
        FeatureMatrix features = plan().from(sales.build());
        // spend, first, row, back, big, late_spend, visits, spend of the window
        assertThat(features.row(0)).containsExactly(12, 12, 12, 1, 1, 12, 2, 12);
    }
}
