package org.ltv4j.core.internal.math;

/**
 * Gamma and beta densities written around their means. What is large there cancels on paper rather than in the last
 * digits: Stirling's formula for each gamma function leaves a small remainder, and the powers leave {@code d - ln(1 + d)} of
 * a relative distance {@code d}. Loader (2000), Fast and accurate computation of binomial probabilities.
 */
public final class StirlingTerms {
    /** {@code ln(2 pi) / 2}. */
    public static final double HALF_LOG_TWO_PI = 0.918938533204672741780329736405617639861;

    private static final double LARGE = 10;

    private StirlingTerms() {}

    /**
     * What Stirling's formula leaves out: {@code ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi)/2)}.
     *
     * @param x above 0
     * @return the remainder, above 0; goes to 0 as {@code x} grows
     */
    public static double stirlingError(double x) {
        return x < LARGE
                ? SpecialFunctions.logGamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI)
                : SpecialFunctions.stirlingTail(x);
    }

    /**
     * {@code psi(x) - ln x}, without loss of digits for large {@code x}.
     *
     * @param x above 0
     * @return the difference, below 0; goes to 0 as {@code x} grows
     */
    public static double digammaError(double x) {
        return x < LARGE ? SpecialFunctions.digamma(x) - Math.log(x) : -0.5 / x - SpecialFunctions.digammaTail(x);
    }

    /**
     * {@code a ln x + b ln(1-x) - ln B(a, b)}: the density of a beta variable times {@code x (1-x)}, as a logarithm.
     *
     * @param x in (0, 1)
     * @param y {@code 1 - x}, given apart so that neither loses digits
     * @param a above 0
     * @param b above 0
     * @return the logarithm; negative infinity where {@code x} or {@code y} is 0
     */
    public static double logBetaTerms(double x, double y, double a, double b) {
        double s = a + b;
        double d1 = (x * b - y * a) / a; // x / (a/s) - 1
        double d2 = (y * a - x * b) / b; // y / (b/s) - 1
        return 0.5 * Math.log(a / s * b)
                - HALF_LOG_TWO_PI
                + stirlingError(s)
                - stirlingError(a)
                - stirlingError(b)
                - a * (d1 - logRatio(d1, x * s / a))
                - b * (d2 - logRatio(d2, y * s / b));
    }

    /**
     * {@code a ln x - x - ln Gamma(a)}: the density of a gamma variable of rate 1 times {@code x}, as a logarithm.
     *
     * @param a shape, above 0
     * @param x above 0
     * @return the logarithm
     */
    public static double logGammaTerms(double a, double x) {
        double d = (x - a) / a;
        return 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingError(a) - a * (d - logRatio(d, x / a));
    }

    /** The logarithm of a ratio that is known both as such and as its distance from 1. */
    private static double logRatio(double distance, double ratio) {
        return distance > -0.5 ? Math.log1p(distance) : Math.log(ratio);
    }
}
