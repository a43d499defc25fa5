package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaMeanTest {
    /** Expected: (a+b-1)/(a-1) (1 - (1+c)^-r 2F1(r, b; a+b-1; c/(1+c))) by mpmath 1.3 with 60 digits. */
    @ParameterizedTest(name = "a={0} b={1} c={2} r={3}: {4}")
    @CsvSource({
        "0.8, 2.4, 10, 0.25, 1.3240789916266813484",
        "0.001, 74, 1.35, 0.43, 0.58049253539427782463",
        "1, 1, 1e12, 0.25, 23.984783247485496874",
        "1e-6, 1000, 5, 2, 9.9999999254933790706",
        "500, 0.01, 8, 0.24, 0.40982934292448750883"
    })
    void meanOfASteepFunctionAgreesWithItsClosedForm(double a, double b, double c, double r, double expected) {
        double mean =
                BetaMean.of(a, b, (p, u, v, w) -> p == 0 ? u * v : -Math.expm1(-v * Math.log1p(p * u)) / p, c, r, 0);
        assertThat(mean).isCloseTo(expected, within(1e-10 * expected));
    }

    @ParameterizedTest(name = "a={0} b={1}")
    @CsvSource({"0.8, 2.4", "1e-8, 3", "3, 1e-8", "1e-6, 1e-6", "1e8, 5e8", "1e12, 2", "2, 1e12", "1e-9, 1e9"})
    void meanOfTheShareAndOfOneAreKnown(double a, double b) {
        assertThat(BetaMean.of(a, b, (p, u, v, w) -> 1, 0, 0, 0)).isCloseTo(1, within(1e-14));
        assertThat(BetaMean.of(a, b, (p, u, v, w) -> 1 - p, 0, 0, 0)).isCloseTo(b / (a + b), within(1e-10));
    }
}
