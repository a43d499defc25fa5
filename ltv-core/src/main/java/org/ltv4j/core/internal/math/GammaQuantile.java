package org.ltv4j.core.internal.math;

/** Quantiles of the gamma distribution with rate 1; twice that of shape k/2 is a quantile of chi-square with k degrees of freedom. */
public final class GammaQuantile {
    private static final int MOST_STEPS = 2_000;

    private GammaQuantile() {}

    /**
     * The value below which a probability lies: bisection between bounds that hold it, where Newton's step does not stay between
     * them.
     *
     * @param shape above 0, finite
     * @param probability in [0, 1]
     * @return at least 0, to some 1e-14 of itself; infinite at 1
     */
    public static double of(double shape, double probability) {
        if (!(shape > 0) || Double.isInfinite(shape) || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "need a finite shape above 0 and a probability in [0, 1], got " + shape + " and " + probability);
        }
        if (probability == 0 || probability == 1) {
            return probability == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = 2 * shape + 10;
        while (SpecialFunctions.regularizedGammaP(shape, high) < probability) {
            high *= 2;
        }
        double x = guess(shape, probability, high);
        for (int step = 0; step < MOST_STEPS && high - low > 1e-15 * high; step++) {
            double error = error(shape, x, probability);
            if (error > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - error / Math.exp((shape - 1) * Math.log(x) - x - SpecialFunctions.logGamma(shape));
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - x) <= 2e-16 * x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** P(x) - p, from the smaller tail. */
    private static double error(double shape, double x, double probability) {
        return probability < 0.5
                ? SpecialFunctions.regularizedGammaP(shape, x) - probability
                : (1 - probability) - SpecialFunctions.regularizedGammaQ(shape, x);
    }

    /** Wilson and Hilferty (1931): the cube root of a gamma variable is about normal. */
    private static double guess(double shape, double probability, double high) {
        double ninth = 1 / (9 * shape);
        double root = 1 - ninth + Normal.quantile(probability) * Math.sqrt(ninth);
        double x = shape * root * root * root;
        return x > 0 && x < high ? x : Math.min(high / 2, shape * Math.pow(probability, 1 / shape));
    }
}
