package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Means and variances against their formulas; a tolerance is five standard errors of what it bounds. */
class SamplersTest {
    private static final int DRAWS = 200_000;

    private final RandomGenerator random = Samplers.generator(7, Samplers.Purpose.HISTORY, 0);

    @ParameterizedTest
    @CsvSource({"0.01", "0.3", "1", "2.5", "40"})
    void gammaHasTheMeanAndVarianceOfItsShape(double shape) {
        double[] moments = moments(() -> Samplers.gamma(random, shape));
        // fourth central moment of a gamma: 3 k^2 + 6 k
        assertThat(moments[0]).isCloseTo(shape, within(5 * Math.sqrt(shape / DRAWS)));
        assertThat(moments[1]).isCloseTo(shape, within(5 * Math.sqrt((2 * shape * shape + 6 * shape) / DRAWS)));
    }

    @ParameterizedTest
    @CsvSource({"0.8, 2.4", "0.01, 0.01", "30, 5", "1, 1"})
    void betaHasItsMeanAndVariance(double a, double b) {
        double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        double[] moments = moments(() -> Samplers.beta(random, a, b));
        assertThat(moments[0]).isCloseTo(a / (a + b), within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(moments[1]).isCloseTo(variance, within(5 * variance / Math.sqrt(DRAWS / 4.0)));
    }

    @Test
    void exponentialHasItsMeanAndNeverComesForARateOfZero() {
        double[] moments = moments(() -> Samplers.exponential(random, 4));
        assertThat(moments[0]).isCloseTo(0.25, within(5 * 0.25 / Math.sqrt(DRAWS)));
        assertThat(Samplers.exponential(random, 0)).isInfinite();
    }

    @Test
    void tinyShapesGiveNoNaN() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Samplers.gamma(random, 1e-300)).isGreaterThanOrEqualTo(0).isFinite();
            assertThat(Samplers.beta(random, 1e-5, 1e-5)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void generatorsOfDifferentSeedsPurposesAndTasksDiffer() {
        long base = Samplers.generator(1, Samplers.Purpose.HISTORY, 0).nextLong();
        assertThat(Samplers.generator(1, Samplers.Purpose.HISTORY, 0).nextLong())
                .isEqualTo(base);
        assertThat(Samplers.generator(2, Samplers.Purpose.HISTORY, 0).nextLong())
                .isNotEqualTo(base);
        assertThat(Samplers.generator(1, Samplers.Purpose.CAFE_VISITS, 0).nextLong())
                .isNotEqualTo(base);
        assertThat(Samplers.generator(1, Samplers.Purpose.HISTORY, 1).nextLong())
                .isNotEqualTo(base);
    }

    private static double[] moments(java.util.function.DoubleSupplier draw) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = draw.getAsDouble();
            sum += x;
            squares += x * x;
        }
        double mean = sum / DRAWS;
        return new double[] {mean, squares / DRAWS - mean * mean};
    }
}
