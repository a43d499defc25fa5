package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: mpmath 1.3 with 30 digits. */
class SpecialFunctionsTest {
    private static void assertNear(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(5e-15 * Math.max(1, Math.abs(expected))));
    }

    private static void assertRelative(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 6.9071788853838536617",
        "0.5, 0.57236494292470008707",
        "1.5, -0.12078223763524522235",
        "2.5, 0.28468287047291915963",
        "9.99, 12.77931521435019336",
        "10, 12.801827480081469611",
        "123.456, 469.6055471299294835",
        "1e10, 220258509288.81058147"
    })
    void logGammaAgreesWithManyDigits(double x, double expected) {
        assertNear(SpecialFunctions.logGamma(x), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, -1000.5755719318102797",
        "0.5, -1.9635100260214234794",
        "1.4616, -0.000031106251230341649658",
        "7.25, 1.9104535268837360284",
        "48.5, 3.8712190940253408548",
        "100000, 11.512920464961895087"
    })
    void digammaAgreesWithManyDigits(double x, double expected) {
        assertNear(SpecialFunctions.digamma(x), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 10001.621213528312804",
        "0.5, 4.9348022005446793094",
        "3.3, 0.35350154184106183225",
        "25, 0.040810663257225579187",
        "10000, 0.00010000500016666666633"
    })
    void trigammaAgreesWithManyDigits(double x, double expected) {
        assertRelative(SpecialFunctions.trigamma(x), expected, 1e-14);
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 5, 2.2733533856886194795, 5.7874308697838109603",
        "0.2426, 300, 1409.2657132941250473, 10.061286423343564545",
        "1e9, 40, 828.93063425785643598, 3.999999922000002054e-8",
        "3.5, 2.25, 3.1657424342752121191, 0.55657373042269339229",
        "1e12, 1000, 27631.021116428048208, 9.9999999950050000033e-10"
    })
    void risingKeepsItsDigitsWhereTheTermsAreLarge(double x, double n, double logRising, double digammaRising) {
        assertRelative(SpecialFunctions.logRising(x, n), logRising, 1e-14);
        assertRelative(SpecialFunctions.digammaRising(x, n), digammaRising, 1e-14);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 0.002, 7.3132171044172354027",
        "2.5, 7, -4.8253993383142483279",
        "500, 0.01, 4.5373437002917331109",
        "1e8, 3, -54.568895081297150857"
    })
    void logBetaAgreesWithManyDigits(double a, double b, double expected) {
        assertNear(SpecialFunctions.logBeta(a, b), expected);
        assertThat(SpecialFunctions.logBeta(b, a)).isEqualTo(SpecialFunctions.logBeta(a, b));
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 2.5, 7, 0.64122246297172117081",
        "0.001, 0.2, 30, 0.53610718981344984545",
        "0.999, 40, 0.5, 0.77791986763568811406",
        "0.5, 300, 310, 0.6573251825149162851",
        "0.9, 2, 3, 0.9963000000000000024",
        "0.95, 3, 1e-7, 1.5944821994853776603e-7"
    })
    void incompleteBetaAgreesWithManyDigits(double x, double a, double b, double expected) {
        assertRelative(SpecialFunctions.regularizedBeta(x, a, b), expected, 2e-13);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.1, 0.34527915398142297956, 0.65472084601857702044",
        "3, 2.5, 0.456186884116670482, 0.543813115883329518",
        "100, 140, 0.99983894282528744414, 0.00016105717471255585829",
        "20, 5, 3.4521358209144602461e-7, 0.99999965478641790855",
        "1, 50, 1, 1.928749847963917783e-22"
    })
    void incompleteGammaAgreesWithManyDigits(double a, double x, double lower, double upper) {
        assertRelative(SpecialFunctions.regularizedGammaP(a, x), lower, 2e-13);
        assertRelative(SpecialFunctions.regularizedGammaQ(a, x), upper, 2e-13);
    }

    @Test
    void endsOfTheRangeAreExact() {
        assertThat(SpecialFunctions.regularizedBeta(0, 2, 3)).isZero();
        assertThat(SpecialFunctions.regularizedBeta(1, 2, 3)).isEqualTo(1);
        assertThat(SpecialFunctions.regularizedGammaP(2, 0)).isZero();
        assertThat(SpecialFunctions.regularizedGammaQ(2, 0)).isEqualTo(1);
        assertThat(SpecialFunctions.logRising(3, 0)).isZero();
        assertThat(SpecialFunctions.digammaRising(3, 0)).isZero();
    }

    @Test
    void outsideTheDomainThereIsNoValue() {
        assertThat(SpecialFunctions.logGamma(0)).isNaN();
        assertThat(SpecialFunctions.digamma(-1)).isNaN();
        assertThat(SpecialFunctions.trigamma(Double.NaN)).isNaN();
        assertThat(SpecialFunctions.logRising(-1, 2)).isNaN();
        assertThat(SpecialFunctions.digammaRising(1, -2)).isNaN();
        assertThat(SpecialFunctions.regularizedBeta(-0.1, 1, 1)).isNaN();
        assertThat(SpecialFunctions.regularizedGammaP(0, 1)).isNaN();
        assertThat(SpecialFunctions.regularizedGammaQ(1, -1)).isNaN();
    }
}
