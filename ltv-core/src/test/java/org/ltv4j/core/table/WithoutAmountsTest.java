package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.RefundRule;
import org.ltv4j.core.clean.ZeroRule;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.HoldoutEvaluation;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.PurchaseCount;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScore;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.testing.SampleModels;
import org.ltv4j.core.testing.SharedData;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Sales of which only customer and date are known, from the file to the score. */
class WithoutAmountsTest {
    private static final Columns COLUMNS = Columns.ofTransactions("customer", "date");
    private static final SampleModels.Nbd PURCHASES = new SampleModels.Nbd(0.8, 6, TimeScale.WEEK);

    @Test
    void aFileOfCustomersAndDatesIsEnough() {
        Ingest read = Sales.read("customer,date,amount\nann,2025-03-01,x\nann,2025-03-08,\n", COLUMNS, Sales.DEFAULTS);
        assertThat(read.log().hasAmounts()).isFalse();
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.log().amount(1)).isZero();
        assertThat(COLUMNS.haveAmounts()).isFalse();
    }

    @Test
    void aTableOfCustomersAndDatesIsEnough() {
        Table table =
                Table.create(StringColumn.create("customer", "ann"), StringColumn.create("date", "2025-03-01 10:00"));
        TransactionLog log = Tables.transactions(table, COLUMNS);
        assertThat(log.hasAmounts()).isFalse();
        assertThat(log.time(0)).isEqualTo(LocalDateTime.of(2025, 3, 1, 10, 0));
    }

    @Test
    void quantitiesAloneMakeNoAmounts() {
        Columns columns = COLUMNS.withQuantity("qty");
        TransactionLog log = Sales.read("customer,date,qty\nann,2025-03-01,3\n", columns, Sales.DEFAULTS)
                .log();
        assertThat(log.hasAmounts()).isFalse();
        assertThat(log.quantity(0)).isEqualTo(3);
        assertThat(columns.withUnitPrice("price").haveAmounts()).isTrue();
    }

    @Test
    void rowsMayBePushedWithoutAmounts() {
        TransactionLog log = TransactionLog.builderWithoutAmounts()
                .add("ann", LocalDate.of(2025, 3, 1))
                .add("ann", LocalDateTime.of(2025, 3, 8, 9, 0))
                .build();
        assertThat(log.hasAmounts()).isFalse();
        assertThat(log.until(LocalDate.of(2025, 3, 7)).hasAmounts()).isFalse();
        assertThat(TransactionLog.builder("")
                        .add("ann", LocalDate.of(2025, 3, 1), 0)
                        .build()
                        .hasAmounts())
                .isTrue();
    }

    @Test
    void rowsWithAndWithoutAmountsAreNotMixed() {
        assertThatThrownBy(() -> TransactionLog.builder("EUR").add("ann", LocalDate.of(2025, 3, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("builderWithoutAmounts");
        assertThatThrownBy(() -> TransactionLog.builderWithoutAmounts().add("ann", LocalDate.of(2025, 3, 1), 4.5))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("without amounts")
                .hasMessageNotContaining("ann");
    }

    @ParameterizedTest
    @EnumSource
    void noRowCountsAsAZeroAmount(ZeroRule rule) {
        TransactionLog log = Sales.read("customer,date\nann,2025-03-01\nbob,2025-03-02\n", COLUMNS, Sales.DEFAULTS)
                .log();
        Cleaned cleaned = CleaningPlan.defaults().withZeroAmounts(rule).apply(log);
        assertThat(cleaned.log().size()).isEqualTo(2);
        assertThat(cleaned.log().hasAmounts()).isFalse();
        assertThat(cleaned.report().step("zero amounts").orElseThrow().rowsAffected())
                .isZero();
    }

    @Test
    void returnsAreLeftOutAndCounted() {
        TransactionLog log = Sales.read(
                        "customer,date,qty\nann,2025-03-01,2\nann,2025-03-05,-2\n",
                        COLUMNS.withQuantity("qty"),
                        Sales.DEFAULTS)
                .log();
        Cleaned cleaned =
                CleaningPlan.defaults().withRefunds(RefundRule.MATCH_THEN_NET).apply(log);
        assertThat(cleaned.log().size()).isEqualTo(1);
        assertThat(cleaned.log().hasAmounts()).isFalse();
        assertThat(cleaned.report().step("refunds").orElseThrow().rowsDropped()).isEqualTo(1);
    }

    @Test
    void historiesSayThatTheMeanSpendIsNotKnown() {
        TransactionLog log = Sales.read("customer,date\nann,2025-03-01\nann,2025-03-08\n", COLUMNS, Sales.DEFAULTS)
                .log();
        CustomerSummaries histories = log.summaries(LocalDate.of(2025, 3, 15), TimeScale.WEEK);
        assertThat(histories.hasAmounts()).isFalse();
        assertThat(histories.frequency(0)).isEqualTo(1);
        assertThat(histories.meanRepeatSpend(0)).isZero();
        assertThat(CustomerSummaries.of(TimeScale.WEEK, new int[1], new double[1], new double[1])
                        .hasAmounts())
                .isFalse();
        assertThat(CustomerSummaries.of(TimeScale.WEEK, new int[1], new double[1], new double[1], new double[1])
                        .hasAmounts())
                .isTrue();
    }

    @Test
    void valueIsCountedInPurchases() {
        CustomerSummaries histories =
                CustomerSummaries.of(TimeScale.WEEK, new int[] {2, 0}, new double[] {10, 0}, new double[] {20, 20});
        Scorer scorer = Scorer.of(PURCHASES).withHorizon(Horizon.parse("39w"));
        CustomerScores scores = scorer.scoreAll(histories);
        assertThat(scorer.countsPurchases()).isTrue();
        assertThat(scores.value(0)).isEqualTo(scores.expectedTransactions(0));
        assertThat(scores.value(0)).isCloseTo(2.8 / 26 * 39, within(1e-14)); // (r + x) / (alpha + T) * t
        assertThat(scores.expectedSpend(0)).isEqualTo(1);
        assertThat(scores.currency()).isEmpty();
        assertThat(scorer.score(histories.summary(0))).isEqualTo(scores.score(0));
    }

    @Test
    void intervalsOfPurchasesAreWholeNumbersWithTheirProbability() {
        Scorer scorer = Scorer.of(PURCHASES).withHorizon(Horizon.parse("39w")).withInterval(0.9);
        CustomerScores scores = scorer.scoreAll(
                CustomerSummaries.of(TimeScale.WEEK, new int[] {40}, new double[] {19}, new double[] {20}));
        CustomerScore score = scores.score(0);
        double lower = score.interval().orElseThrow().lower();
        double upper = score.interval().orElseThrow().upper();
        assertThat(lower).isEqualTo(Math.rint(lower)).isGreaterThan(1);
        assertThat(upper).isEqualTo(Math.rint(upper)).isGreaterThan(score.value());
        assertThat(atMost(lower - 1)).isLessThan(0.05); // quantiles at 5 % and 95 %: the first counts that reach them
        assertThat(atMost(lower)).isGreaterThanOrEqualTo(0.05);
        assertThat(atMost(upper - 1)).isLessThan(0.95);
        assertThat(atMost(upper)).isGreaterThanOrEqualTo(0.95);
    }

    private static double atMost(double purchases) {
        double sum = 0;
        for (int n = 0; n <= purchases; n++) {
            sum += PURCHASES.forecast(Horizon.parse("39w"), 0).probabilityIfAlive(n, 40, 20);
        }
        return sum;
    }

    @Test
    void aModelOfSpendIsNotGivenZerosThatMeanNotKnown() {
        CustomerSummaries histories =
                CustomerSummaries.of(TimeScale.WEEK, new int[] {2}, new double[] {10}, new double[] {20});
        Scorer scorer = Scorer.of(PURCHASES, new SampleModels.GammaGamma(6, 4, 15, SpendBasis.REPEAT_PURCHASES));
        assertThatThrownBy(() -> scorer.scoreAll(histories))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have no amounts")
                .hasMessageContaining("Scorer.of(purchases)");
    }

    @Test
    void theModelIsSavedLikeAnyOther() {
        PurchaseCount model = new PurchaseCount();
        assertThat(Models.fromJson(Models.toJson(model))).isEqualTo(model);
    }

    /** Counts of the README of the data: 10,483 rows, 1,525 customers, no amounts. */
    @Test
    void theGroceryLogIsReadWhole() {
        Ingest read =
                Csv.read(SharedData.file("data/grocery_elog.csv.gz"), Columns.ofTransactions("customer_id", "date"));
        assertThat(read.log().size()).isEqualTo(10_483);
        assertThat(read.log().customers().size()).isEqualTo(1_525);
        assertThat(read.log().hasAmounts()).isFalse();
        CalibrationHoldout split = read.log().calibrateUntil(LocalDate.of(2006, 12, 31), TimeScale.WEEK);
        HoldoutEvaluation judged = HoldoutEvaluation.of(new ValueModel(PURCHASES, new PurchaseCount()), split);
        assertThat(judged.transactions()).hasSize(4);
        assertThat(judged.spend()).isEqualTo(List.of());
    }
}
