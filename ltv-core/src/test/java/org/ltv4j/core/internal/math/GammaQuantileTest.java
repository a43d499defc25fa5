package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaQuantileTest {
    @ParameterizedTest(name = "chi-square of {0} degrees at {1}: {2}")
    @CsvSource({ // NIST/SEMATECH e-Handbook, table of critical values of chi-square, three decimals
        "1, 0.95, 3.841",
        "9, 0.95, 16.919",
        "10, 0.99, 23.209",
        "100, 0.975, 129.561",
        "1, 0.10, 0.016",
        "10, 0.05, 3.940",
        "100, 0.01, 70.065"
    })
    void isHalfOfChiSquare(int degrees, double probability, double quantile) {
        assertThat(2 * GammaQuantile.of(degrees / 2.0, probability)).isCloseTo(quantile, within(0.0005));
    }

    @Test
    void isTheExponentialOneForShapeOne() {
        for (double p : new double[] {1e-12, 0.025, 0.5, 0.975, 1 - 1e-9}) {
            assertThat(GammaQuantile.of(1, p) / -Math.log1p(-p)).isCloseTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.5, 1.7, 12, 345.6, 1e4, 1e6, 1e9})
    void turnsTheDistributionFunctionAround(double shape) {
        for (double p : new double[] {1e-6, 0.005, 0.3, 0.5, 0.7, 0.995, 1 - 1e-6}) {
            double x = GammaQuantile.of(shape, p);
            if (x > 0) { // for the smallest shapes the lowest quantiles are below the least double
                double tail = p < 0.5
                        ? SpecialFunctions.regularizedGammaP(shape, x) / p
                        : SpecialFunctions.regularizedGammaQ(shape, x) / (1 - p);
                assertThat(tail).as("at %s", p).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void endsAreThoseOfTheRangeAndOthersAreRefused() {
        assertThat(GammaQuantile.of(2, 0)).isZero();
        assertThat(GammaQuantile.of(2, 1)).isInfinite();
        assertThatIllegalArgumentException().isThrownBy(() -> GammaQuantile.of(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> GammaQuantile.of(2, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> GammaQuantile.of(Double.POSITIVE_INFINITY, 0.5));
    }
}
