package org.ltv4j.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.Holdout;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.simulate.GammaGammaProcess;
import org.ltv4j.core.simulate.NbdProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;
import org.ltv4j.core.simulate.SimulatedHistories;
import org.ltv4j.core.testing.Cdnow;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SampleModels;
import org.ltv4j.core.testing.SharedData;

class HoldoutEvaluationTest {
    private static final ValueModel MODEL = new ValueModel(
            new SampleModels.Nbd(0.8, 6, TimeScale.WEEK),
            new SampleModels.GammaGamma(6, 4, 15, SpendBasis.REPEAT_PURCHASES));

    @Test
    void baselinesPredictWhatTheirNamesSay() {
        LocalDate start = LocalDate.of(2025, 1, 1);
        TransactionLog log = TransactionLog.builder("EUR")
                .add("new after the cut", start.plusDays(11), 100)
                .add("ann", start, 5)
                .add("ann", start.plusDays(3), 4)
                .add("ann", start.plusDays(9), 8)
                .add("ann", start.plusDays(9), 2)
                .add("ann", start.plusDays(12), 3)
                .add("bob", start.plusDays(8), 7)
                .add("bob", start.plusDays(14), 7)
                .build();
        CalibrationHoldout split = log.calibrateUntil(start.plusDays(10), TimeScale.DAY);
        ValueModel model = new ValueModel(new SampleModels.Nbd(1, 1, TimeScale.DAY), MODEL.spend());
        HoldoutEvaluation judged = HoldoutEvaluation.of(model, split);
        assertThat(judged.length()).isEqualTo(Horizon.parse("4d"));
        assertThat(judged.transactions())
                .extracting(NamedEvaluation::name)
                .containsExactly("nbd + gamma-gamma", "historical rate", "population mean", "same as last period");
        assertThat(judged.spend())
                .extracting(NamedEvaluation::name)
                .isEqualTo(judged.transactions().stream()
                        .map(NamedEvaluation::name)
                        .toList());
        // ann: x = 2, T = 10, m = (4 + 10) / 2; bob: x = 0, T = 2; both buy once in the holdout
        assertThat(total(judged.transactions(), 1)).isCloseTo(0.8, within(1e-12));
        assertThat(total(judged.spend(), 1)).isCloseTo(0.8 * 7, within(1e-12));
        assertThat(total(judged.transactions(), 2)).isCloseTo(2 * 2 / 12.0 * 4, within(1e-12));
        assertThat(total(judged.spend(), 2)).isCloseTo(2 * 14 / 12.0 * 4, within(1e-12));
        // in the four days up to the cut ann bought on day 9, bob only for the first time
        assertThat(total(judged.transactions(), 3)).isEqualTo(1);
        assertThat(total(judged.spend(), 3)).isEqualTo(10);
        assertThat(judged.transactions().get(0).evaluation().actualTotal()).isEqualTo(2);
        assertThat(judged.spend().get(0).evaluation().actualTotal()).isEqualTo(10);
    }

    private static double total(List<NamedEvaluation> all, int i) {
        return all.get(i).evaluation().predictedTotal();
    }

    @Test
    void theTrueModelBeatsTheBaselines() {
        SimulatedHistories made = PurchaseSimulator.of(new NbdProcess(0.8, 6), TimeScale.WEEK)
                .withSpend(new GammaGammaProcess(6, 4, 15))
                .withCustomers(5_000)
                .simulate();
        HoldoutEvaluation judged = HoldoutEvaluation.of(MODEL, made.calibration(), made.holdout());
        for (List<NamedEvaluation> all : List.of(judged.transactions(), judged.spend())) {
            Evaluation model = all.get(0).evaluation();
            assertThat(Math.abs(model.biasPercent().orElseThrow())).isLessThan(6);
            for (NamedEvaluation baseline : all.subList(1, all.size())) {
                assertThat(model.rootMeanSquaredError())
                        .isLessThan(baseline.evaluation().rootMeanSquaredError());
            }
        }
    }

    @Test
    void outcomesOfOtherCustomersAreRefused() {
        SimulatedHistories made =
                PurchaseSimulator.of(new NbdProcess(0.8, 6), TimeScale.WEEK).simulate();
        Holdout other = Holdout.of(new int[3], new double[3], Horizon.parse("9w"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutEvaluation.of(MODEL, made.calibration(), other))
                .withMessageContaining("1000 histories and 3 outcomes");
    }

    /**
     * The historical rate on CDNOW (full): clv-accuracy-cdnow-full.json. Its errors and rank correlation do not depend on the
     * order of equal predictions; its Gini and capture were taken over one random order, so they may differ by what an order
     * of its 14,120 customers without repeat purchases does: well below a standard error of the reference.
     */
    @Test
    void theHistoricalRateScoresOnCdnowAsTheReferenceSays() {
        Json reference = Json.read(SharedData.file("reference/clv-accuracy-cdnow-full.json"));
        HoldoutEvaluation judged = HoldoutEvaluation.of(MODEL, Cdnow.split(Cdnow.full()));
        agree(
                judged.transactions().get(1).evaluation(),
                reference.get("transactions").get("naive_constant_rate"));
        agree(judged.spend().get(1).evaluation(), reference.get("spend").get("naive_constant_rate*zbar"));
    }

    private static void agree(Evaluation ours, Json theirs) {
        // printed to 8 digits
        assertThat(ours.meanAbsoluteError())
                .isCloseTo(
                        theirs.get("mae").number(),
                        within(1e-7 * theirs.get("mae").number()));
        assertThat(ours.rootMeanSquaredError())
                .isCloseTo(
                        theirs.get("rmse").number(),
                        within(1e-7 * theirs.get("rmse").number()));
        assertThat(ours.biasPercent().orElseThrow())
                .isCloseTo(theirs.get("total_bias_pct").number(), within(1e-5));
        assertThat(ours.spearman().orElseThrow())
                .isCloseTo(theirs.get("spearman").number(), within(1e-7));
        assertThat(ours.normalisedGini().orElseThrow())
                .isCloseTo(theirs.get("norm_gini").number(), within(0.004));
        assertThat(ours.topDecileCapture().orElseThrow())
                .isCloseTo(theirs.get("top_decile_capture").number(), within(0.002));
        assertThat(ours.topDecileOfBest().orElseThrow())
                .isCloseTo(theirs.get("top_decile_capture_of_best_possible").number(), within(0.003));
        List<Json> deciles =
                theirs.get("decile_calibration_pred_vs_actual_mean").list();
        for (int d = 0; d < 10; d++) {
            double[] pair = deciles.get(d).numbers();
            assertThat(ours.calibration().get(d).meanPredicted()).isCloseTo(pair[0], within(1e-6 * (1 + pair[0])));
        }
    }
}
