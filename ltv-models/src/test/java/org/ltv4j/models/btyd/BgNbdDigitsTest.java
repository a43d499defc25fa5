package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.TransactionForecast;

/** Corners where formulas that are right on paper lose their digits. */
class BgNbdDigitsTest {
    /** A chance to stay of b/(a + b) = 2e-10 is not 1 minus a rounded chance to leave. Expected: 40 digits by mpmath. */
    @Test
    void theLikelihoodKeepsItsDigitsWhereHardlyAnybodyStays() {
        BgNbdModel model = BgNbdModel.of(new BgNbd.Parameters(0.5, 2, 1e6, 1.0 / 4096), TimeScale.WEEK);
        assertThat(model.logLikelihood(CustomerSummary.of(3, 1, 4))).isCloseTo(-38.818506756388064, within(1e-12));
    }

    /** Who leaves at the first repeat purchase with chance 1/4 and buys after exponential times: 193.7/4 exp(-193.7 * 0.005). */
    @Test
    void theLikelihoodKeepsItsDigitsAfterALongSilence() {
        BgNbdModel model =
                BgNbdModel.of(new PurchaseRate.Fixed(193.7), new DropOut.NeverOrAtOnce(0.25), TimeScale.WEEK);
        assertThat(model.logLikelihood(CustomerSummary.of(1, 0.005, 4_956.3)))
                .isCloseTo(Math.log(193.7 / 4) - 193.7 * 0.005, within(1e-14));
    }

    /** The sum over n of n P(n) is E, also where a + b is so small that a + b - 1 rounds to -1. */
    @Test
    void theExpectationIsThatOfTheCountsForTinyDropOutParameters() {
        BgNbdModel model = BgNbdModel.of(new BgNbd.Parameters(0.5, 3, 3e-13, 7e-13), TimeScale.WEEK);
        TransactionForecast forecast = model.forecast(Horizon.of(27, TimeScale.WEEK), 0);
        double mean = 0;
        for (int n = 1; n < 400; n++) {
            mean += n * forecast.probabilityIfAlive(n, 0, 21);
        }
        assertThat(forecast.expectedIfAlive(0, 21)).isCloseTo(mean, within(1e-11));
    }
}
