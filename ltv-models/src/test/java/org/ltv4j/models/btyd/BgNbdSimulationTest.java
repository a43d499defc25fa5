package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.simulate.BgNbdProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;
import org.ltv4j.core.simulate.SimulatedHistories;

/** Made-up customers from known parameters: the fit finds these again, and its predictions come true. */
class BgNbdSimulationTest {
    private static SimulatedHistories simulate(double r, double alpha, double a, double b, long seed) {
        return PurchaseSimulator.of(new BgNbdProcess(r, alpha, a, b), TimeScale.WEEK)
                .withCustomers(20_000)
                .withTimes(13, 39, 39)
                .withSeed(seed)
                .simulate();
    }

    @ParameterizedTest
    @CsvSource({"0.243, 4.414, 0.793, 2.426, 11", "1.5, 5, 3, 1, 12", "2, 20, 1, 6, 13"})
    void theTruthLiesWithinFourStandardErrors(double r, double alpha, double a, double b, long seed) {
        FitReport fit =
                BgNbd.fit(simulate(r, alpha, a, b, seed).calibration()).fit().orElseThrow();
        double[] truth = {r, alpha, a, b};
        for (int i = 0; i < 4; i++) {
            ParameterEstimate estimate = fit.parameters().get(i);
            assertThat(estimate.value())
                    .as(estimate.name())
                    .isCloseTo(truth[i], within(4 * estimate.standardError().orElseThrow()));
        }
    }

    @Test
    void predictionsComeTrue() {
        SimulatedHistories shop = simulate(0.6, 6, 0.8, 2.5, 21);
        CustomerSummaries data = shop.calibration();
        BgNbdModel model = BgNbd.fit(data);
        double alive = 0;
        double aliveExpected = 0;
        double bought = 0;
        double expected = 0;
        for (int i = 0; i < data.size(); i++) {
            alive += shop.alive(i) ? 1 : 0;
            aliveExpected += model.probabilityAlive(data.summary(i));
            bought += shop.holdout().transactions(i);
            expected += model.expectedTransactions(data.summary(i), Horizon.of(39, TimeScale.WEEK));
        }
        assertThat(alive).isCloseTo(aliveExpected, within(0.01 * alive));
        assertThat(bought).isCloseTo(expected, within(0.03 * bought));
    }
}
