package org.ltv4j.core.internal.math;

/**
 * Gamma, beta and their relatives. All arguments are shifted to 10 or more and read off the asymptotic (Stirling)
 * series there (Abramowitz and Stegun 1964, 6.1.40, 6.3.18, 6.4.12): absolute error some 1e-15 times the size of the
 * largest term, no table, no allocation, about 20 ns. An argument outside its domain gives NaN.
 */
public final class SpecialFunctions {
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;
    private static final double SERIES_FROM = 10;
    private static final int SMALL_COUNT = 16;
    private static final double LARGE_PRODUCT = 1e150;
    private static final double SMALL_PRODUCT = 1e-150;

    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };
    private static final double[] DIGAMMA = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
    };
    private static final double[] TRIGAMMA = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6
    };

    private SpecialFunctions() {}

    private static double polynomial(double[] coefficients, double z) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * z + coefficients[i];
        }
        return sum;
    }

    /**
     * The natural logarithm of the gamma function.
     *
     * @param x above 0
     * @return ln Gamma(x), NaN for other {@code x}
     */
    public static double logGamma(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        if (x < SERIES_FROM) {
            double product = 1;
            double shifted = x;
            while (shifted < SERIES_FROM) {
                product *= shifted;
                shifted++;
            }
            return stirling(shifted) - Math.log(product);
        }
        return stirling(x);
    }

    private static double stirling(double x) {
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingTail(x);
    }

    /** What Stirling's formula leaves out: 1/(12 x) - 1/(360 x^3) + ... */
    static double stirlingTail(double x) {
        double y = 1 / x;
        return y * polynomial(STIRLING, y * y);
    }

    /**
     * {@code ln Gamma(x + n) - ln Gamma(x)}, without the cancellation of the two terms when {@code x} is large.
     *
     * @param x above 0
     * @param n at least 0, whole or not
     * @return the logarithm of the rising factorial of {@code x}; 0 for {@code n = 0}
     */
    public static double logRising(double x, double n) {
        if (!(x > 0) || !(n >= 0)) {
            return Double.NaN;
        }
        if (n <= SMALL_COUNT && n == Math.rint(n)) {
            double sum = 0;
            double product = 1;
            for (int j = 0; j < n; j++) {
                product *= x + j;
                if (product > LARGE_PRODUCT || product < SMALL_PRODUCT) {
                    sum += Math.log(product);
                    product = 1;
                }
            }
            return sum + Math.log(product);
        }
        double below = 1;
        double above = 1;
        double s = x;
        while (s < SERIES_FROM) {
            below *= s;
            above *= s + n;
            s++;
        }
        double rising =
                (s - 0.5) * Math.log1p(n / s) + n * (Math.log(s + n) - 1) + (stirlingTail(s + n) - stirlingTail(s));
        return below == 1 && above == 1 ? rising : rising + (Math.log(below) - Math.log(above));
    }

    /**
     * The digamma function, the derivative of {@link #logGamma}.
     *
     * @param x above 0
     * @return psi(x), NaN for other {@code x}
     */
    public static double digamma(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        double shift = 0;
        double s = x;
        while (s < SERIES_FROM) {
            shift += 1 / s;
            s++;
        }
        return Math.log(s) - 0.5 / s - digammaTail(s) - shift;
    }

    /** 1/(12 x^2) - 1/(120 x^4) + ... */
    static double digammaTail(double x) {
        double z = 1 / (x * x);
        return z * polynomial(DIGAMMA, z);
    }

    /**
     * {@code psi(x + n) - psi(x)}, the derivative of {@link #logRising} by {@code x}, without cancellation.
     *
     * @param x above 0
     * @param n at least 0, whole or not
     * @return the sum of {@code 1 / (x + j)} for {@code j} below {@code n}
     */
    public static double digammaRising(double x, double n) {
        if (!(x > 0) || !(n >= 0)) {
            return Double.NaN;
        }
        if (n <= SMALL_COUNT && n == Math.rint(n)) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += 1 / (x + j);
            }
            return sum;
        }
        double shift = 0;
        double s = x;
        while (s < SERIES_FROM) {
            shift += n / (s * (s + n));
            s++;
        }
        return Math.log1p(n / s) + 0.5 * n / (s * (s + n)) + (digammaTail(s) - digammaTail(s + n)) + shift;
    }

    /**
     * The trigamma function, the derivative of {@link #digamma}.
     *
     * @param x above 0
     * @return psi'(x), NaN for other {@code x}
     */
    public static double trigamma(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        double shift = 0;
        double s = x;
        while (s < SERIES_FROM) {
            shift += 1 / (s * s);
            s++;
        }
        double y = 1 / s;
        double z = y * y;
        double tail = polynomial(TRIGAMMA, z);
        return y + 0.5 * z + z * y * tail + shift;
    }

    /**
     * The natural logarithm of the beta function.
     *
     * @param a above 0
     * @param b above 0
     * @return ln B(a, b)
     */
    public static double logBeta(double a, double b) {
        double small = Math.min(a, b);
        return logGamma(small) - logRising(Math.max(a, b), small);
    }

    /**
     * The regularised incomplete beta function, the distribution function of a beta variable.
     *
     * @param x between 0 and 1
     * @param a above 0
     * @param b above 0
     * @return I_x(a, b), between 0 and 1
     * @see #regularizedBeta(double, double, double, double)
     */
    public static double regularizedBeta(double x, double a, double b) {
        return regularizedBeta(x, 1 - x, a, b);
    }

    /**
     * The regularised incomplete beta function where the complement of {@code x} is known exactly. Continued fraction of
     * Didonato and Morris (1992), evaluated by Lentz's method; small values keep their relative accuracy.
     *
     * @param x between 0 and 1
     * @param y {@code 1 - x}
     * @param a above 0
     * @param b above 0
     * @return I_x(a, b), between 0 and 1
     */
    public static double regularizedBeta(double x, double y, double a, double b) {
        if (!(x >= 0) || !(y >= 0) || !(a > 0) || !(b > 0)) {
            return Double.NaN;
        }
        if (x == 0 || y == 0) {
            return x == 0 ? 0 : 1;
        }
        double logFront = StirlingTerms.logBetaTerms(x, y, a, b);
        if (x <= (a + 1) / (a + b + 2)) {
            return Math.min(1, Math.exp(logFront - Math.log(a)) * betaFraction(x, a, b));
        }
        double complement = Math.exp(logFront - Math.log(b)) * betaFraction(y, b, a);
        if (complement > 0.99) {
            // 1 - complement would lose digits; the other fraction is slow here, but rarely too slow
            double direct = Math.exp(logFront - Math.log(a)) * betaFraction(x, a, b);
            if (Math.abs(direct + complement - 1) < 1e-12) {
                return direct;
            }
        }
        return Math.max(0, 1 - complement);
    }

    private static double betaFraction(double x, double a, double b) {
        double tiny = 1e-300;
        double c = 1;
        double d = guarded(1 - (a + b) * x / (a + 1), tiny);
        d = 1 / d;
        double h = d;
        for (int m = 1; m < 20_000; m++) {
            double even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
            d = 1 / guarded(1 + even * d, tiny);
            c = guarded(1 + even / c, tiny);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
            d = 1 / guarded(1 + odd * d, tiny);
            c = guarded(1 + odd / c, tiny);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < 3e-16) {
                return h;
            }
        }
        return h;
    }

    private static double guarded(double value, double tiny) {
        return Math.abs(value) < tiny ? tiny : value;
    }

    /**
     * The regularised lower incomplete gamma function, the distribution function of a gamma variable with rate 1. Series
     * below {@code a + 1}, Lentz's continued fraction above.
     *
     * @param a above 0
     * @param x at least 0
     * @return P(a, x), between 0 and 1
     */
    public static double regularizedGammaP(double a, double x) {
        if (!(a > 0) || !(x >= 0)) {
            return Double.NaN;
        }
        if (x == 0) {
            return 0;
        }
        return x < a + 1 ? Math.min(1, gammaSeries(a, x)) : Math.max(0, 1 - gammaFraction(a, x));
    }

    /**
     * The regularised upper incomplete gamma function, {@code 1 - P(a, x)} without cancellation.
     *
     * @param a above 0
     * @param x at least 0
     * @return Q(a, x), between 0 and 1
     */
    public static double regularizedGammaQ(double a, double x) {
        if (!(a > 0) || !(x >= 0)) {
            return Double.NaN;
        }
        if (x == 0) {
            return 1;
        }
        return x < a + 1 ? Math.max(0, 1 - gammaSeries(a, x)) : Math.min(1, gammaFraction(a, x));
    }

    private static double gammaSeries(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < 1_000_000 && term > sum * 1e-17; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * Math.exp(StirlingTerms.logGammaTerms(a, x));
    }

    private static double gammaFraction(double a, double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        double tiny = 1e-300;
        double b = x + 1 - a;
        double c = 1 / tiny;
        double d = 1 / guarded(b, tiny);
        double h = d;
        for (int i = 1; i < 1_000_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / guarded(an * d + b, tiny);
            c = guarded(b + an / c, tiny);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < 3e-16) {
                break;
            }
        }
        return h * Math.exp(StirlingTerms.logGammaTerms(a, x));
    }
}
