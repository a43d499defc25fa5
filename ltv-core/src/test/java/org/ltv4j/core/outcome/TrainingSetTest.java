package org.ltv4j.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.Features;

class TrainingSetTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Outcome MONTH = Outcome.spend(Horizon.of(30, TimeScale.DAY));
    private static final FeatureSource SOURCE =
            FeatureSource.of(Features.asOf(FIRST).rfm().firstChannel());

    /** Customer i buys every (i + 2)th day of 120 for i + 1, at first in a channel of its own. */
    private static TransactionLog log(int days) {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int i = 0; i < 10; i++) {
            for (int day = i * 3; day < days; day += i + 2) {
                log.add("c" + i, FIRST.plusDays(day), i + 1).channel("shop " + (9 - i));
            }
        }
        return log.build();
    }

    private static KnownSales known() {
        return KnownSales.until(log(120), FIRST.plusDays(119));
    }

    private static TrainingSet rolling() {
        return TrainingSet.rolling(known(), SOURCE, MONTH, CutDates.upTo(9));
    }

    @Test
    void stacksTheDatesWhoseOutcomeIsKnown() {
        TrainingSet set = rolling();
        assertThat(set.dates()).containsExactly(FIRST.plusDays(29), FIRST.plusDays(59), FIRST.plusDays(89));
        assertThat(set.rows()).isEqualTo(30);
        assertThat(set.customers()).isEqualTo(10);
        int spend = set.schema().index("mean_spend");
        for (int row = 0; row < set.rows(); row++) {
            FeatureMatrix alone = SOURCE.from(known().until(set.asOf(row)));
            int place = row % 10;
            assertThat(set.value(row, spend)).isEqualTo(alone.value(place, spend));
            assertThat(set.outcome(row)).isEqualTo(MONTH.of(known(), alone.customers(), set.asOf(row))[place]);
            assertThat(alone.customers().id(place)).isEqualTo("c" + set.customer(row));
        }
    }

    @Test
    void laterRowsNeverChangeAnything() {
        TrainingSet longer =
                TrainingSet.rolling(KnownSales.until(log(400), FIRST.plusDays(119)), SOURCE, MONTH, CutDates.upTo(9));
        assertThat(longer.outcomes()).isEqualTo(rolling().outcomes());
        assertThat(longer.features()).isEqualTo(rolling().features());
    }

    @Test
    void levelsOfCategoriesAreMatchedByName() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("late", FIRST.plusDays(40), 1)
                .channel("a")
                .add("early", FIRST, 1)
                .channel("b")
                .add("early", FIRST.plusDays(89), 1)
                .channel("b")
                .build();
        TrainingSet set =
                TrainingSet.rolling(KnownSales.until(log, FIRST.plusDays(89)), SOURCE, MONTH, CutDates.upTo(2));
        int channel = set.schema().index("first_channel");
        assertThat(set.levels().get("first_channel")).containsExactly("a", "b");
        assertThat(set.rows()).isEqualTo(3);
        assertThat(set.value(0, channel)).isEqualTo(1); // early, when "b" was the only level
        assertThat(set.features().levels("first_channel")).containsExactly("a", "b");
    }

    @Test
    void aCustomerIsInOneFoldOnAllDates() {
        TrainingSet set = rolling();
        CustomerFolds folds = CustomerFolds.of(set, 3, 7);
        TreeSet<Integer> seen = new TreeSet<>();
        for (int fold = 0; fold < 3; fold++) {
            int[] in = folds.rowsIn(set, fold);
            int[] out = folds.rowsOutside(set, fold);
            assertThat(in.length + out.length).isEqualTo(30);
            TreeSet<Integer> inside = new TreeSet<>();
            Arrays.stream(in).forEach(row -> inside.add(set.customer(row)));
            assertThat(inside).hasSizeBetween(3, 4);
            assertThat(Arrays.stream(out).map(set::customer)).doesNotContainAnyElementsOf(inside);
            seen.addAll(inside);
        }
        assertThat(seen).hasSize(10);
        assertThat(CustomerFolds.of(set, 3, 7).rowsIn(set, 1)).isEqualTo(folds.rowsIn(set, 1));
        assertThatThrownBy(() -> CustomerFolds.of(set, 11, 7))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("10 customers cannot be dealt into 11 folds");
        assertThatThrownBy(() -> CustomerFolds.of(set, 1, 7)).hasMessageContaining("2 or more");
    }

    @Test
    void onlyCustomersWithRowsAreDealt() {
        TrainingSet set = rolling();
        TrainingSet few = set.rows(new int[] {1, 4, 5, 11, 21}); // customers 1, 4, 5, of whom 1 on three dates
        CustomerFolds folds = CustomerFolds.of(few, 3, 2);
        for (int fold = 0; fold < 3; fold++) {
            assertThat(Arrays.stream(folds.rowsIn(few, fold))
                            .map(few::customer)
                            .distinct()
                            .count())
                    .isEqualTo(1);
        }
        assertThatThrownBy(() -> CustomerFolds.of(few, 4, 2)).hasMessageContaining("3 customers cannot be dealt");
    }

    @Test
    void someRowsKeepTheirCustomersDatesAndWeights() {
        double[] weights = new double[30];
        Arrays.setAll(weights, i -> i);
        TrainingSet some = rolling().withWeights(weights).rows(new int[] {29, 3});
        assertThat(some.rows()).isEqualTo(2);
        assertThat(some.weight(0)).isEqualTo(29);
        assertThat(some.customer(1)).isEqualTo(3);
        assertThat(some.asOf(0)).isEqualTo(FIRST.plusDays(89));
        assertThat(some.select(List.of("mean_spend")).schema().size()).isEqualTo(1);
        assertThatThrownBy(() -> some.rows(new int[0])).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> some.withWeights(new double[] {1, -1})).hasMessageContaining("weight of row 2");
        assertThatThrownBy(() -> some.withWeights(new double[] {0, 0})).hasMessageContaining("not all 0");
        assertThatThrownBy(() -> some.withWeights(new double[] {1})).hasMessageContaining("each of 2 rows");
    }

    @Test
    void theSameRowsMayLearnSomethingElse() {
        TrainingSet set = rolling();
        double[] bought = Arrays.stream(set.outcomes()).map(Math::signum).toArray();
        TrainingSet other = set.withOutcomes(Outcome.churn(MONTH.horizon()), bought);
        assertThat(other.outcomes()).isEqualTo(bought);
        assertThat(other.outcome().isProbability()).isTrue();
        assertThat(other.features()).isEqualTo(set.features());
        assertThatThrownBy(() -> set.withOutcomes(Outcome.churn(MONTH.horizon()), new double[2]))
                .hasMessageContaining("each of 30 rows, got 2");
        bought[1] = 0.5;
        assertThatThrownBy(() -> set.withOutcomes(Outcome.churn(MONTH.horizon()), bought))
                .hasMessageContaining("row 2: 0.5");
    }

    @Test
    void refusesOutcomesThatAreNone() {
        FeatureMatrix features = SOURCE.from(known());
        double[] outcomes = new double[10];
        assertThat(TrainingSet.of(features, MONTH, outcomes).rows()).isEqualTo(10);
        outcomes[4] = Double.NaN;
        assertThatThrownBy(() -> TrainingSet.of(features, MONTH, outcomes)).hasMessageContaining("row 5: NaN");
        outcomes[4] = 2;
        Outcome churn = Outcome.churn(MONTH.horizon());
        assertThatThrownBy(() -> TrainingSet.of(features, churn, outcomes)).hasMessageContaining("which is 0 or 1");
        assertThatThrownBy(() -> TrainingSet.of(features, MONTH, new double[3]))
                .hasMessageContaining("have 3 outcomes");
        FeatureMatrix nobody = features.rows(new int[0]);
        assertThatThrownBy(() -> TrainingSet.of(nobody, MONTH, new double[0])).hasMessageContaining("at least one row");
    }

    @Test
    void saysWhenSalesAreTooShort() {
        KnownSales young = KnownSales.until(log(50), FIRST.plusDays(49));
        assertThatThrownBy(() -> CutDates.newest().of(young, MONTH))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("30 days of history and then 30 days of outcome");
        assertThat(CutDates.newest().afterHistoryOf(20).of(young, MONTH)).containsExactly(FIRST.plusDays(19));
        assertThat(CutDates.upTo(3).every(5).afterHistoryOf(10).of(young, MONTH))
                .containsExactly(FIRST.plusDays(9), FIRST.plusDays(14), FIRST.plusDays(19));
        assertThatThrownBy(() -> new CutDates(0, 1, 1)).hasMessageContaining("count >= 1");
    }

    @Test
    void featuresOfAnotherPlanAreRefused() {
        FeatureSource fickle = known -> Features.asOf(known.asOf())
                .last(known.asOf().getDayOfYear(), TimeScale.DAY)
                .from(known.log());
        assertThatThrownBy(() -> TrainingSet.rolling(known(), fickle, MONTH, CutDates.upTo(9)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("one plan must make them all");
    }
}
