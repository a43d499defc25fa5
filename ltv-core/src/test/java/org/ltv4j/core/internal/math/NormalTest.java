package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** scipy.stats.norm of SciPy 1.10.1. */
    @ParameterizedTest(name = "cdf({0}) = {1}")
    @CsvSource({
        "-8, 6.22096057427174e-16",
        "-3, 0.0013498980316300933",
        "-1, 0.15865525393145707",
        "0, 0.5",
        "0.5, 0.6914624612740131",
        "2, 0.9772498680518208",
        "6, 0.9999999990134123"
    })
    void theProbabilityIsThatOfTheReference(double z, double probability) {
        assertThat(Normal.cumulative(z)).isCloseTo(probability, within(1e-13 * probability));
    }

    /** scipy.stats.norm of SciPy 1.10.1. */
    @ParameterizedTest(name = "quantile({0}) = {1}")
    @CsvSource({
        "1e-10, -6.361340902404056",
        "0.001, -3.090232306167813",
        "0.025, -1.9599639845400545",
        "0.3, -0.5244005127080409",
        "0.5, 0",
        "0.975, 1.959963984540054"
    })
    void theQuantileIsThatOfTheReference(double probability, double z) {
        assertThat(Normal.quantile(probability)).isCloseTo(z, within(1e-13 * Math.max(1, Math.abs(z))));
    }

    @Test
    void theEndsAreInfinite() {
        assertThat(Normal.quantile(Double.MIN_VALUE)).isCloseTo(-38.4675, within(1e-3)); // SciPy 1.10.1
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cumulative(Double.POSITIVE_INFINITY)).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normal.quantile(1.5))
                .withMessageContaining("1.5");
    }
}
