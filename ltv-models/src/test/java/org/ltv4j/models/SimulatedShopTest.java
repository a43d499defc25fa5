package org.ltv4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.evaluate.HoldoutEvaluation;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.CustomerState;
import org.ltv4j.core.score.Discount;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.simulate.BgNbdProcess;
import org.ltv4j.core.simulate.CafeSimulator;
import org.ltv4j.core.simulate.GammaGammaProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;
import org.ltv4j.core.simulate.SimulatedHistories;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.spend.GammaGamma;

/** Shops whose truth is known: what was put in comes out again. */
class SimulatedShopTest {
    private static final LocalDate CUT = LocalDate.of(2024, 12, 29);

    @Test
    void theParametersOfTheSimulationAreFoundAgain() {
        SimulatedHistories made = PurchaseSimulator.of(new BgNbdProcess(0.5, 5, 0.8, 2.5), TimeScale.WEEK)
                .withSpend(new GammaGammaProcess(6, 4, 15))
                .withCustomers(20_000)
                .withSeed(3)
                .simulate();
        found(
                BgNbd.fit(made.calibration()).fit().orElseThrow().parameters(),
                Map.of("r", 0.5, "alpha", 5.0, "a", 0.8, "b", 2.5));
        found(
                GammaGamma.fit(made.calibration()).fit().orElseThrow().parameters(),
                Map.of("p", 6.0, "q", 4.0, "gamma", 15.0));
    }

    /** Within four standard errors. */
    private static void found(List<ParameterEstimate> estimates, Map<String, Double> truth) {
        assertThat(estimates.stream().map(ParameterEstimate::name).collect(Collectors.toSet()))
                .isEqualTo(truth.keySet());
        for (ParameterEstimate estimate : estimates) {
            double error = estimate.standardError().orElseThrow();
            assertThat(estimate.value()).as(estimate.name()).isCloseTo(truth.get(estimate.name()), within(4 * error));
        }
    }

    @Test
    void theCafeIsScoredTheSameThroughEveryDoor() {
        TransactionLog log = CafeSimulator.withDefaults().withSeed(42).simulate();
        CalibrationHoldout split = log.calibrateUntil(CUT, TimeScale.WEEK);
        CustomerSummaries customers = split.calibration();
        Scorer scorer = Scorer.of(BgNbd.fit(customers), GammaGamma.fit(customers))
                .withHorizon(Horizon.parse("26w"))
                .withDiscount(Discount.annual(0.10))
                .withMargin(0.3)
                .withInterval(0.90);
        CustomerScores scores = scorer.scoreAll(customers);
        CustomerScores parallel = scorer.scoreAll(customers, Parallelism.of(3), ProgressListener.NONE);
        TransactionLog rows = split.calibrationLog();
        for (int i = 0; i < customers.size(); i++) {
            assertThat(parallel.score(i)).isEqualTo(scores.score(i));
            assertThat(scorer.score(customers.summary(i))).isEqualTo(scores.score(i));
            assertThat(scorer.score(CustomerState.of(rows, i), CUT)).isEqualTo(scores.score(i));
        }
    }

    @Test
    void theCafeIsPredictedBetterThanByEveryBaseline() {
        CalibrationHoldout split =
                CafeSimulator.withDefaults().withCustomers(2_000).simulate().calibrateUntil(CUT, TimeScale.WEEK);
        CustomerSummaries customers = split.calibration();
        ValueModel model = new ValueModel(BgNbd.fit(customers), GammaGamma.fit(customers));
        HoldoutEvaluation judged = HoldoutEvaluation.of(model, split);
        for (var all : List.of(judged.transactions(), judged.spend())) {
            Evaluation ours = all.get(0).evaluation();
            // a total of 2,000 customers scatters by some 6 % from seed to seed, around a bias of 0
            assertThat(ours.biasPercent().orElseThrow()).isBetween(-18.0, 18.0);
            for (var baseline : all.subList(1, all.size())) {
                assertThat(ours.rootMeanSquaredError())
                        .as(baseline.name())
                        .isLessThan(baseline.evaluation().rootMeanSquaredError());
            }
        }
    }
}
