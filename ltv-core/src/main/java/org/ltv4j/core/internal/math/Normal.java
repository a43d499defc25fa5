package org.ltv4j.core.internal.math;

/** The standard normal distribution. */
public final class Normal {
    private static final double LEAST_REFINED = 1e-300; // e^(z^2 / 2) overflows not far beyond

    private Normal() {}

    /**
     * The probability of at most {@code z}.
     *
     * @param z any number; infinite allowed
     * @return from 0 to 1, to some 1e-15 of itself in either tail
     */
    public static double cumulative(double z) {
        if (Double.isInfinite(z)) {
            return z > 0 ? 1 : 0;
        }
        double tail = SpecialFunctions.regularizedGammaQ(0.5, z * z / 2) / 2;
        return z > 0 ? 1 - tail : tail;
    }

    /**
     * The number below which a probability lies: a rational first guess and Halley steps on {@link #cumulative}. The guess is that
     * of Acklam (2003), good to 1.15e-9; a step makes it good to rounding.
     *
     * @param probability in [0, 1]
     * @return the quantile; infinite at 0 and 1
     */
    public static double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], got " + probability);
        }
        if (probability == 0 || probability == 1) {
            return probability == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (probability > 0.5) { // the lower tail is the exact one
            return -quantile(1 - probability);
        }
        double z = guess(probability);
        for (int i = 0; i < 2 && probability > LEAST_REFINED; i++) {
            double error = (cumulative(z) - probability) * Math.sqrt(2 * Math.PI) * Math.exp(z * z / 2);
            z -= error / (1 + z * error / 2);
        }
        return z;
    }

    private static double guess(double p) {
        if (p < 0.02425) {
            double q = Math.sqrt(-2 * Math.log(p));
            return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                                                            - 2.549732539343734e+00)
                                                    * q
                                            + 4.374664141464968e+00)
                                    * q
                            + 2.938163982698783e+00)
                    / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                                            + 3.754408661907416e+00)
                                    * q
                            + 1);
        }
        double q = p - 0.5;
        double r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                                                        + 1.383577518672690e+02)
                                                * r
                                        - 3.066479806614716e+01)
                                * r
                        + 2.506628277459239e+00)
                * q
                / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                                                        + 6.680131188771972e+01)
                                                * r
                                        - 1.328068155288572e+01)
                                * r
                        + 1);
    }
}
