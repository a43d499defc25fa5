package org.ltv4j.models.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.evaluate.backtest.Backtest;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.testing.Cdnow;

/** On CDNOW: 39 weeks to learn from, 39 weeks foretold. Figures to beat: clv-accuracy-cdnow-full.json. */
class StandardModelsTest {
    private static final Horizon WEEKS_39 = Horizon.of(273, TimeScale.DAY);
    private static final Bootstrap RESAMPLES = Bootstrap.of(200, 1);

    private static BacktestTable judged(Outcome outcome, List<OutcomeEstimator> models) {
        KnownSales all = KnownSales.until(Cdnow.full(), LocalDate.of(1998, 6, 30));
        return Backtest.of(all, outcome, models)
                .withCuts(StandardModels.of(outcome, 273).cuts(1))
                .withBootstrap(RESAMPLES)
                .run();
    }

    private static double value(BacktestTable table, String model, Metric metric) {
        return table.result(model).judged().orElseThrow().value(metric).orElseThrow();
    }

    /** The best of the tools measured: half Pareto/NBD, half LightGBM, at an error of 1.7057; Pareto/NBD alone at 1.7262. */
    @Test
    void fusedModelsForetellPurchasesBetterThanAnyToolMeasured() {
        Outcome purchases = Outcome.purchases(WEEKS_39);
        StandardModels models = StandardModels.of(purchases, 273);
        BacktestTable table = judged(purchases, List.of(models.probability(), models.hybrid(), models.fused()));
        assertThat(table.cuts()).containsExactly(Cdnow.CALIBRATION_END);
        assertThat(value(table, StandardModels.HYBRID, Metric.RMSE)).isLessThan(1.7056);
        assertThat(value(table, StandardModels.FUSED, Metric.RMSE)).isLessThan(1.7056);
        assertThat(value(table, StandardModels.FUSED, Metric.NORMALISED_GINI)).isGreaterThan(0.6807);
        assertThat(table.compare(StandardModels.FUSED, StandardModels.PROBABILITY, Metric.NORMALISED_GINI)
                        .orElseThrow()
                        .better())
                .contains(StandardModels.FUSED);
    }

    /** The best of the tools measured: half Pareto/NBD and Gamma-Gamma on all purchases, half LightGBM, at 0.72306. */
    @Test
    void fusedModelsRankSpendersBetterThanAnyToolMeasured() {
        Outcome spend = Outcome.spend(WEEKS_39);
        StandardModels models = StandardModels.of(spend, 273);
        BacktestTable table = judged(spend, List.of(models.fused()));
        assertThat(value(table, StandardModels.FUSED, Metric.NORMALISED_GINI)).isGreaterThan(0.72306);
    }

    /** Rules with few values have the highest rank correlation, by their ties; a hybrid that has ties is within chance of them. */
    @Test
    void aSingleHybridTreeRanksAsWellAsRulesByTheirTies() {
        Outcome spend = Outcome.spend(WEEKS_39);
        List<OutcomeEstimator> tied = StandardModels.of(spend, 273).all().stream()
                .filter(model -> List.of("historical rate", "same as last period", "hybrid, single tree")
                        .contains(model.name()))
                .toList();
        BacktestTable table = judged(spend, tied);
        for (String rule : List.of("historical rate", "same as last period")) {
            Estimate best = table.result(rule).metrics().get(Metric.SPEARMAN);
            assertThat(value(table, "hybrid, single tree", Metric.SPEARMAN))
                    .isGreaterThan(best.interval().orElseThrow().lower());
        }
    }

    @Test
    void everyModelForetellsTheChurnOfASample() {
        Outcome churn = Outcome.churn(Horizon.of(91, TimeScale.DAY));
        StandardModels models = StandardModels.of(churn, 273).withSeed(3);
        BacktestTable table = Backtest.of(
                        KnownSales.until(Cdnow.sample(), LocalDate.of(1998, 6, 30)), churn, models.all())
                .withCuts(models.cuts(1))
                .withBootstrap(Bootstrap.of(100, 1))
                .run();
        assertThat(table.results()).hasSize(12).allSatisfy(result -> {
            assertThat(result.predictedCuts()).as(result.name()).isEqualTo(1);
            assertThat(result.judged().orElseThrow().value(Metric.AUC).orElseThrow())
                    .isGreaterThan(0.6);
        });
        assertThat(table.results().stream().map(ModelResult::name)).contains("stacked");
    }

    @Test
    void aShortHistoryIsLearntFromInPartsAndSaysWhenItIsTooShort() {
        Outcome spend = Outcome.spend(Horizon.of(90, TimeScale.DAY));
        assertThat(StandardModels.of(spend, 400).learnt()).isEqualTo(Horizon.of(90, TimeScale.DAY));
        assertThat(StandardModels.of(spend, 60).learnt()).isEqualTo(Horizon.of(20, TimeScale.DAY));
        assertThat(StandardModels.of(spend, 60)).hasToString("StandardModels[spend in 90d, learnt over 20d]");
        Outcome churn = Outcome.churn(Horizon.of(90, TimeScale.DAY));
        assertThat(StandardModels.of(churn, 200).learnt()).isEqualTo(Horizon.of(90, TimeScale.DAY));
        assertThat(StandardModels.of(churn, 200).all())
                .noneMatch(model -> model.name().equals("stacked"));
        assertThatThrownBy(() -> StandardModels.of(spend, 29))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("at least 30 days of sales to learn from, got 29");
        assertThat(StandardModels.of(spend, 60)
                        .withFeatures(Features.asOf(LocalDate.EPOCH).rfm())
                        .boosted()
                        .name())
                .isEqualTo(StandardModels.BOOSTED);
    }
}
