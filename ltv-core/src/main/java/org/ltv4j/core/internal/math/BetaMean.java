package org.ltv4j.core.internal.math;

/**
 * The mean of a smooth function of a beta-distributed share, for any {@code a, b > 0} from 1e-9 to 1e12 and more.
 *
 * <p>In {@code h = logit p - logit(a / (a + b))} the density is smooth with a single peak near 0 and exponential tails;
 * with {@code h = c sinh(s)} the trapezoid rule converges double-exponentially (Takahasi and Mori 1974). The step is
 * halved until the mean stands still, and the density is normalised on the same nodes, so that no beta function and no
 * cancellation enters.
 */
public final class BetaMean {
    private static final double FIRST_STEP = 0.5;
    private static final int MAX_LEVEL = 9;
    private static final double STANDS_STILL = 3e-12;
    private static final double NEGLIGIBLE = 1e-19;
    private static final double EXP_LIMIT = 500;
    private static final double CERTAIN = 40;
    private static final double LAST_NODE = 650;

    /** Shares below this have lost digits, or are about to when multiplied: 0 is nearer to the truth. */
    private static final double DENORMAL = 1e-250;

    private BetaMean() {}

    /** A function of a share and three constants; a lambda that captures nothing costs no allocation. */
    @FunctionalInterface
    public interface Function {
        /**
         * The value at a share.
         *
         * @param p the share, from 0 to 1, both ends included
         * @param u first constant
         * @param v second constant
         * @param w third constant
         * @return a finite number, at least 0 and never rising with {@code p}
         */
        double at(double p, double u, double v, double w);
    }

    /**
     * {@code E[f(p, u, v, w)]} for {@code p} from a beta distribution.
     *
     * @param a first shape, above 0
     * @param b second shape, above 0
     * @param f at least 0, smooth on a logarithmic scale of {@code p}
     * @param u passed on to {@code f}
     * @param v passed on to {@code f}
     * @param w passed on to {@code f}
     * @return the mean, to some 1e-13 relative
     */
    public static double of(double a, double b, Function f, double u, double v, double w) {
        double scale = Math.min(1, Math.sqrt(SpecialFunctions.trigamma(a) + SpecialFunctions.trigamma(b)));
        double p0 = a / (a + b);
        double q0 = b / (a + b);
        double mass = scale;
        double moment = scale * f.at(p0, u, v, w);
        double step = FIRST_STEP;
        double previous = Double.NaN;
        for (int level = 0; level <= MAX_LEVEL; level++) {
            double first = level == 0 ? step : step / 2;
            double stride = step;
            for (int side = -1; side <= 1; side += 2) {
                double lastMass = Double.POSITIVE_INFINITY;
                double lastMoment = Double.POSITIVE_INFINITY;
                for (double s = first; s < LAST_NODE; s += stride) {
                    double e = Math.exp(s);
                    double h = side * scale * 0.5 * (e - 1 / e);
                    double weight = scale * 0.5 * (e + 1 / e) * Math.exp(logDensity(h, a, b, p0, q0));
                    double value = weight * f.at(share(h, p0, q0), u, v, w);
                    mass += weight;
                    moment += value;
                    if (weight <= NEGLIGIBLE * mass
                            && value <= NEGLIGIBLE * moment
                            && weight <= lastMass
                            && value <= lastMoment) {
                        break;
                    }
                    lastMass = weight;
                    lastMoment = value;
                }
            }
            if (level > 0) {
                step /= 2;
            }
            double mean = moment / mass;
            if (Math.abs(mean - previous) <= STANDS_STILL * Math.abs(mean)) {
                return mean;
            }
            previous = mean;
        }
        return previous;
    }

    /** The log density in h, 0 at h = 0. */
    private static double logDensity(double h, double a, double b, double p0, double q0) {
        return -a * logMixed(q0, p0, -h) - b * logMixed(p0, q0, h);
    }

    /** {@code ln(other + share exp(h))} where the two shares add up to 1, even if one of them is rounded to 1. */
    private static double logMixed(double share, double other, double h) {
        if (h > EXP_LIMIT) {
            double log = Math.log(share) + h;
            return log > CERTAIN ? log : Math.log1p(Math.exp(log));
        }
        double change = share * Math.expm1(h);
        return change < -0.5 ? Math.log(other + share * Math.exp(h)) : Math.log1p(change);
    }

    private static double share(double h, double p0, double q0) {
        double e = Math.exp(-Math.abs(h));
        double p = h < 0 ? p0 * e / (p0 * e + q0) : p0 / (p0 + q0 * e);
        return p < DENORMAL ? 0 : p;
    }
}
