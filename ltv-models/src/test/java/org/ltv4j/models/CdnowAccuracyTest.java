package org.ltv4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.evaluate.CalibrationBin;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.evaluate.FrequencyCalibration;
import org.ltv4j.core.evaluate.HoldoutEvaluation;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.testing.Cdnow;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGamma;
import org.ltv4j.models.spend.GammaGammaModel;

/** BG/NBD and Gamma-Gamma fitted on 39 weeks of CDNOW (full) and judged on the next 39: clv-accuracy-cdnow-full.json. */
class CdnowAccuracyTest {
    private final Json reference = Json.read(SharedData.file("reference/clv-accuracy-cdnow-full.json"));
    private final CalibrationHoldout split = Cdnow.split(Cdnow.full());
    private final CustomerSummaries calibration = split.calibration();
    private final BgNbdModel purchases = BgNbd.fit(calibration);

    @Test
    void theErrorsOfTransactionsAreThoseOfTheReference() {
        HoldoutEvaluation judged = HoldoutEvaluation.of(new ValueModel(purchases, GammaGamma.fit(calibration)), split);
        agree(
                judged.transactions().get(0).evaluation(),
                reference.get("transactions").get("lifetimes_bgnbd"));
        assertThat(judged.transactions().get(0).evaluation().actualTotal())
                .isEqualTo(reference.get("actual_holdout_transactions").number());
        assertThat(judged.spend().get(0).evaluation().actualTotal())
                .isCloseTo(reference.get("actual_holdout_spend").number(), within(0.01));
    }

    /**
     * A few customers made repeat purchases of amount 0 only. They are no part of the fit (gamma amounts are positive), but read
     * as evidence of a low mean, as in the reference.
     */
    @Test
    void theErrorsOfSpendAreThoseOfTheReference() {
        GammaGammaModel spend = GammaGamma.fit(calibration);
        CustomerScores scores = Scorer.of(purchases, spend)
                .withHorizon(split.holdout().length())
                .scoreAll(calibration);
        Json gg = Json.read(SharedData.file("reference/clv-cdnow-full.json"))
                .get("models")
                .get("gg");
        Json fitted = gg.get("mle").get("params");
        double p = fitted.get("p").number();
        double[] predicted = new double[calibration.size()];
        double[] actual = new double[calibration.size()];
        int paidNothing = 0;
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = scores.value(i);
            actual[i] = split.holdout().spend(i);
            int x = calibration.frequency(i);
            if (x > 0 && calibration.meanRepeatSpend(i) == 0) {
                paidNothing++;
                double theirs = p
                        * fitted.get("gamma").number()
                        / (p * x + fitted.get("q").number() - 1);
                assertThat(scores.expectedSpend(i)).isCloseTo(theirs, within(1e-6));
            }
        }
        assertThat(paidNothing).isPositive();
        agree(Evaluation.of(predicted, actual), reference.get("spend").get("lifetimes_bgnbd+GG"));
    }

    @Test
    void theModelBeatsEveryBaselineByRootMeanSquaredError() {
        HoldoutEvaluation judged = HoldoutEvaluation.of(new ValueModel(purchases, GammaGamma.fit(calibration)), split);
        for (var all : List.of(judged.transactions(), judged.spend())) {
            assertThat(all).hasSize(4);
            for (var baseline : all.subList(1, all.size())) {
                assertThat(all.get(0).evaluation().rootMeanSquaredError())
                        .isLessThan(baseline.evaluation().rootMeanSquaredError());
            }
        }
    }

    /** Rank by spend is better with all purchases as evidence: 0.714 against 0.672 for models of the same kind. */
    @Test
    void learningSpendFromAllPurchasesRanksCustomersBetter() {
        double repeats = gini(GammaGamma.fit(calibration));
        double all =
                gini(GammaGamma.fit(calibration, GammaGamma.Options.defaults().withBasis(SpendBasis.ALL_PURCHASES)));
        assertThat(all).isGreaterThan(repeats + 0.03);
    }

    private double gini(SpendModel spend) {
        HoldoutEvaluation judged = HoldoutEvaluation.of(new ValueModel(purchases, spend), split);
        return judged.spend().get(0).evaluation().normalisedGini().orElseThrow();
    }

    @Test
    void groupsByFrequencyAddUpToAllCustomers() {
        var groups =
                FrequencyCalibration.of(purchases, calibration, split.holdout()).groups();
        assertThat(groups).hasSize(8);
        assertThat(groups.stream()
                        .mapToInt(FrequencyCalibration.Group::customers)
                        .sum())
                .isEqualTo(23_570);
        assertThat(groups.stream()
                        .mapToDouble(g -> g.customers() * g.meanActual())
                        .sum())
                .isCloseTo(19_684, within(1e-6));
        for (int x = 1; x < 8; x++) {
            assertThat(groups.get(x).meanExpected())
                    .isGreaterThan(groups.get(x - 1).meanExpected());
        }
    }

    /**
     * The reference's fit stops within 1e-6 of ours. Its Gini, capture and deciles were taken over one random order of equal
     * predictions; ours are means over all of them, so those agree to less than a tenth of the reference's standard error.
     */
    private static void agree(Evaluation ours, Json theirs) {
        close(ours.meanAbsoluteError(), theirs.get("mae").number(), 2e-6);
        close(ours.rootMeanSquaredError(), theirs.get("rmse").number(), 2e-6);
        assertThat(ours.biasPercent().orElseThrow())
                .isCloseTo(theirs.get("total_bias_pct").number(), within(2e-4));
        assertThat(ours.spearman().orElseThrow())
                .isCloseTo(theirs.get("spearman").number(), within(2e-5));
        Json error = theirs.get("bootstrap_se");
        assertThat(ours.normalisedGini().orElseThrow())
                .isCloseTo(
                        theirs.get("norm_gini").number(),
                        within(0.1 * error.get("norm_gini").number()));
        assertThat(ours.topDecileCapture().orElseThrow())
                .isCloseTo(
                        theirs.get("top_decile_capture").number(),
                        within(0.1 * error.get("top_decile_capture").number()));
        assertThat(ours.topDecileOfBest().orElseThrow())
                .isCloseTo(
                        theirs.get("top_decile_capture_of_best_possible").number(),
                        within(0.1
                                * error.get("top_decile_capture_of_best_possible")
                                        .number()));
        List<Json> deciles =
                theirs.get("decile_calibration_pred_vs_actual_mean").list();
        for (int d = 0; d < 10; d++) {
            CalibrationBin bin = ours.calibration().get(d);
            close(bin.meanPredicted(), deciles.get(d).numbers()[0], 2e-6);
        }
        // the four highest deciles hold few equal predictions
        for (int d = 7; d < 10; d++) {
            CalibrationBin bin = ours.calibration().get(d);
            close(bin.meanActual(), deciles.get(d).numbers()[1], 0.02);
        }
    }

    private static void close(double ours, double theirs, double relative) {
        assertThat(ours).isCloseTo(theirs, within(relative * Math.abs(theirs)));
    }
}
