package org.ltv4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.evaluate.HighValue;
import org.ltv4j.core.evaluate.HighValueEvaluation;
import org.ltv4j.core.evaluate.ProbabilityEvaluation;
import org.ltv4j.core.evaluate.backtest.Backtest;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.JudgedPredictions;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.PairedComparison;
import org.ltv4j.core.model.Estimator;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.SummariesEstimator;
import org.ltv4j.core.testing.Cdnow;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.spend.GammaGamma;

/**
 * BG/NBD and Gamma-Gamma as estimators of outcomes on CDNOW (full), 39 weeks after 39 weeks, against clv-accuracy-cdnow-full.json:
 * metrics and their bootstrap standard errors.
 */
class CdnowBacktestTest {
    private static final Horizon LENGTH = Horizon.of(39, TimeScale.WEEK);

    private final Json reference = Json.read(SharedData.file("reference/clv-accuracy-cdnow-full.json"));
    private final KnownSales known = KnownSales.until(Cdnow.full(), Cdnow.CALIBRATION_END.plusDays(39 * 7));

    private static SummariesEstimator model(String name, Estimator<? extends SpendModel> spend) {
        return new SummariesEstimator(name, TimeScale.WEEK, BgNbd::fit, spend);
    }

    private BacktestTable run(Outcome outcome, int resamples, SummariesEstimator... models) {
        return Backtest.of(known, outcome, List.of(models))
                .withBootstrap(Bootstrap.of(resamples, 42))
                .run(Parallelism.of(2), ProgressListener.NONE);
    }

    @Test
    void purchasesAreAsGoodAndAsSureAsInTheReference() {
        BacktestTable table = run(Outcome.purchases(LENGTH), 1000, model("BG/NBD", GammaGamma::fit));
        assertThat(table.cuts()).containsExactly(Cdnow.CALIBRATION_END);
        agree(table.result("BG/NBD").metrics(), reference.get("transactions").get("lifetimes_bgnbd"));
    }

    @Test
    void spendIsAsGoodAndAsSureAsInTheReference() {
        BacktestTable table = run(Outcome.spend(LENGTH), 1000, model("BG/NBD + Gamma-Gamma", GammaGamma::fit));
        agree(
                table.result("BG/NBD + Gamma-Gamma").metrics(),
                reference.get("spend").get("lifetimes_bgnbd+GG"));
        JudgedPredictions judged = table.result("BG/NBD + Gamma-Gamma").judged().orElseThrow();
        HighValueEvaluation high = HighValueEvaluation.of(judged.predicted(), judged.actual(), HighValue.DEFAULT);
        assertThat(judged.value(Metric.HIGH_VALUE_F1).orElseThrow())
                .isCloseTo(high.f1().orElseThrow(), within(1e-12));
        assertThat(high.customers()).isEqualTo(23_570);
    }

    /**
     * Against the closed form {@code 1 - P(alive) (1 - ((alpha + T) / (alpha + T + t))^(r + x))} at the reference's parameters, judged
     * by scikit-learn 1.2.1 (roc_auc_score, brier_score_loss, log_loss). The rank by expected purchases, 0.763 in the reference, tells
     * who will be active better than this probability does.
     */
    @Test
    void churnIsToldApartAsOftenAsByTheClosedForm() {
        BacktestTable table = run(Outcome.churn(LENGTH), 200, model("BG/NBD", GammaGamma::fit));
        ProbabilityEvaluation judged =
                table.result("BG/NBD").judged().orElseThrow().probabilityEvaluation();
        assertThat(judged.auc().orElseThrow()).isCloseTo(0.7465707509525175, within(1e-6));
        assertThat(judged.brier()).isCloseTo(0.16539437435463364, within(1e-6));
        assertThat(judged.logLoss()).isCloseTo(0.512279543696389, within(1e-6));
        double active = reference.get("actual_active_share").number();
        assertThat(judged.events() / 23_570.0).isCloseTo(1 - active, within(1e-7));
        assertThat(table.result("BG/NBD").metrics().get(Metric.AUC).value())
                .isCloseTo(judged.auc().orElseThrow(), within(1e-12));
    }

    /** Spend learnt from all purchases ranks better, 0.714 against 0.672, by more than chance; pairing says how much more. */
    @Test
    void pairingTellsTwoVariantsOfAModelApart() {
        BacktestTable table = run(
                Outcome.spend(LENGTH),
                200,
                model("repeats", GammaGamma::fit),
                model("all", CdnowBacktestTest::fromAllPurchases));
        PairedComparison compared =
                table.compare("all", "repeats", Metric.NORMALISED_GINI).orElseThrow();
        assertThat(compared.interval().orElseThrow().lower()).isGreaterThan(0.02);
        assertThat(compared.pValue().orElseThrow()).isLessThan(0.01);
        double alone = table.result("all")
                .metrics()
                .get(Metric.NORMALISED_GINI)
                .standardError()
                .orElseThrow();
        assertThat(compared.standardError().orElseThrow()).isLessThan(alone);
        assertThat(table.best(Metric.NORMALISED_GINI).orElseThrow().name()).isEqualTo("all");
    }

    private static SpendModel fromAllPurchases(CustomerSummaries customers) {
        return GammaGamma.fit(customers, GammaGamma.Options.defaults().withBasis(SpendBasis.ALL_PURCHASES));
    }

    /**
     * Metrics as in {@link CdnowAccuracyTest}. Standard errors of the reference are from 200 resamples, each sure to 5 % of itself
     * (1 / sqrt(400)), ours from 1000: three times both together is 16.4 %. Squares of few large errors make that of RMSE less sure.
     */
    private static void agree(Map<Metric, Estimate> ours, Json theirs) {
        Json errors = theirs.get("bootstrap_se");
        Map<Metric, String> names = Map.of(
                Metric.MAE, "mae",
                Metric.RMSE, "rmse",
                Metric.BIAS_PERCENT, "total_bias_pct",
                Metric.SPEARMAN, "spearman",
                Metric.NORMALISED_GINI, "norm_gini",
                Metric.TOP_DECILE_CAPTURE, "top_decile_capture");
        names.forEach((metric, name) -> {
            double value = theirs.get(name).number();
            double error = errors.get(name).number();
            Estimate estimate = ours.get(metric);
            boolean exact = metric == Metric.MAE || metric == Metric.RMSE;
            assertThat(estimate.value())
                    .as(name)
                    .isCloseTo(value, within(exact ? 2e-6 * value : Math.max(0.1 * error, 2e-4)));
            assertThat(estimate.standardError().orElseThrow())
                    .as("standard error of " + name)
                    .isCloseTo(error, within((metric == Metric.RMSE ? 0.25 : 0.164) * error));
            assertThat(estimate.interval().orElseThrow().lower()).isLessThan(value);
            assertThat(estimate.interval().orElseThrow().upper()).isGreaterThan(value);
        });
    }
}
