package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;

/** Parameters that other tools print where drop-out is not identified, and worse. */
class BgNbdExtremesTest {
    private static double anySize(SplittableRandom random, double exponent) {
        return Math.pow(10, random.nextDouble(-exponent, exponent));
    }

    @Test
    void noPredictionIsNaNForParametersOfAnySize() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 600; i++) {
            BgNbd.Parameters parameters = new BgNbd.Parameters(
                    anySize(random, 20), anySize(random, 20), anySize(random, 20), anySize(random, 20));
            BgNbdModel model = BgNbdModel.of(parameters, TimeScale.WEEK);
            int x = random.nextInt(4) == 0 ? 0 : random.nextInt(300);
            double age = anySize(random, 4);
            CustomerSummary customer = CustomerSummary.of(x, x == 0 ? 0 : age * random.nextDouble(), age);
            Horizon horizon = Horizon.of(anySize(random, 3), TimeScale.WEEK);
            assertThat(model.logLikelihood(customer))
                    .as("%s %s", parameters, customer)
                    .isNotNaN();
            assertThat(model.probabilityAlive(customer))
                    .as("%s %s", parameters, customer)
                    .isBetween(0.0, 1.0);
            assertThat(model.expectedTransactions(customer, horizon))
                    .as("%s %s %s", parameters, customer, horizon)
                    .isNotNaN()
                    .isNotNegative();
            assertThat(model.expectedTransactions(horizon))
                    .as("%s %s", parameters, horizon)
                    .isNotNaN()
                    .isNotNegative();
        }
    }

    /** With next to no drop-out the expectation is that of the NBD, {@code r t / alpha}, also by quadrature (long horizons). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-12, 1e-16, 1e-20})
    void nextToNoDropOutIsNone(double a) {
        BgNbdModel model = BgNbdModel.of(new BgNbd.Parameters(0.5, 5, a, 1.6e7), TimeScale.WEEK);
        for (double t : new double[] {10, 1e3, 1e5}) {
            assertThat(model.expectedTransactions(Horizon.of(t, TimeScale.WEEK)))
                    .isCloseTo(0.5 * t / 5, within(1e-10 * t));
        }
    }
}
