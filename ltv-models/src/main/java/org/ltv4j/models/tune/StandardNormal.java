package org.ltv4j.models.tune;

import org.ltv4j.core.internal.math.SpecialFunctions;

/** Probabilities of the standard normal distribution. */
final class StandardNormal {
    private StandardNormal() {}

    /** The probability of {@code a} to {@code b}, exact in both tails. */
    static double between(double a, double b) {
        if (a > 0) {
            return tail(a) - tail(b);
        }
        return b < 0 ? tail(-b) - tail(-a) : 1 - tail(-a) - tail(b);
    }

    /** The probability of more than {@code z >= 0}. */
    private static double tail(double z) {
        return 0.5 * SpecialFunctions.regularizedGammaQ(0.5, 0.5 * z * z);
    }
}
