package org.ltv4j.segmentation.rhythm;

import org.ltv4j.core.internal.math.Normal;
import org.ltv4j.core.internal.math.SmoothFunction;

/**
 * Minus the logarithm of the posterior of one product. Of a customer with n gaps, the effect of the customer is integrated out:
 * the gaps are normal with a common part, the silence at the end is a gap that is longer, whose distribution given the others is normal
 * again, or the product was given up.
 *
 * <p>Parameters: mu, beta, log sigma, log tau, logit of giving up after the first and after the second purchase, and log kappa: the
 * probability of giving up after a later purchase is beta-distributed over customers, so that it falls with each one made, to {@code stop kappa
 * / (kappa + j)} after j more (Fader, Hardie and Lee 2005).
 */
final class GapLikelihood implements SmoothFunction {
    static final int PARAMETERS = 7;

    /** Standard deviation of a log gap that rounding to whole days leaves at least. */
    static final double LEAST_SD = 0.02;

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private final GapSums sums;
    private final int from;
    private final int to;
    private final double[] priorMean;
    private final double[] priorSd;

    GapLikelihood(GapSums sums, int from, int to, double[] priorMean, double[] priorSd) {
        this.sums = sums;
        this.from = from;
        this.to = to;
        this.priorMean = priorMean;
        this.priorSd = priorSd;
    }

    static double within(double[] p) {
        return LEAST_SD * LEAST_SD + Math.exp(2 * p[2]);
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public double at(double[] p, double[] g) {
        double a = within(p);
        double t = Math.exp(2 * p[3]);
        double first = logistic(p[4]);
        double later = logistic(p[5]);
        double kappa = Math.exp(p[6]);
        double sum = 0;
        double[] d = new double[PARAMETERS]; // by mu, beta, sigma^2, tau^2, the two probabilities and kappa
        for (int i = from; i < to; i++) {
            sum += pair(i, p, a, t, d)
                    + goesOn(sums.n[i], first, later, kappa, d)
                    + silence(i, p, a, t, first, later, kappa, d);
        }
        g[0] = d[0];
        g[1] = d[1];
        g[2] = d[2] * 2 * Math.exp(2 * p[2]);
        g[3] = d[3] * 2 * t;
        g[4] = d[4] * first * (1 - first);
        g[5] = d[5] * later * (1 - later);
        g[6] = d[6] * kappa;
        for (int k = 0; k < PARAMETERS; k++) {
            double z = (p[k] - priorMean[k]) / priorSd[k];
            sum -= z * z / 2;
            g[k] = -(g[k] - z / priorSd[k]);
        }
        return -sum;
    }

    /** Gaps of a customer; what is left of them goes on in {@link #silence}. */
    private double pair(int i, double[] p, double a, double t, double[] d) {
        int n = sums.n[i];
        if (n == 0) {
            return 0;
        }
        double mu = p[0];
        double beta = p[1];
        double all = a + n * t;
        double sz = sums.z[i];
        double r = residual(i, p);
        double q = sums.yy[i]
                - 2 * mu * sums.y[i]
                - 2 * beta * sums.yz[i]
                + n * mu * mu
                + 2 * mu * beta * sz
                + beta * beta * sums.zz[i];
        double rz = sums.yz[i] - mu * sz - beta * sums.zz[i];
        d[0] += r / all;
        d[1] += rz / a - t * r * sz / (a * all);
        d[2] += -(n - 1) / (2 * a) - 1 / (2 * all) + q / (2 * a * a) - t * r * r * (all + a) / (2 * a * a * all * all);
        d[3] += -n / (2 * all) + r * r / (2 * all * all);
        return -n * HALF_LOG_TWO_PI
                - (n - 1) / 2.0 * Math.log(a)
                - 0.5 * Math.log(all)
                - q / (2 * a)
                + t * r * r / (2 * a * all);
    }

    private double residual(int i, double[] p) {
        return sums.y[i] - sums.n[i] * p[0] - p[1] * sums.z[i];
    }

    /** The purchases after which the customer went on. */
    private static double goesOn(int n, double first, double later, double kappa, double[] d) {
        if (n == 0) {
            return 0;
        }
        double value = Math.log1p(-first);
        d[4] -= 1 / (1 - first);
        for (int j = 0; j < n - 1; j++) {
            double stop = later * kappa / (kappa + j);
            value += Math.log1p(-stop);
            stops(j, -1 / (1 - stop), later, kappa, d);
        }
        return value;
    }

    /** Passes a slope by the probability of giving up after {@code j} later purchases on to its parameters. */
    private static void stops(int j, double slope, double later, double kappa, double[] d) {
        d[5] += slope * kappa / (kappa + j);
        d[6] += slope * later * j / ((kappa + j) * (kappa + j));
    }

    /** The time since the last purchase: a gap that is not over, or the customer gave up. */
    private double silence(
            int i, double[] p, double a, double t, double first, double later, double kappa, double[] d) {
        int n = sums.n[i];
        double all = a + n * t;
        double r = residual(i, p);
        double stop = n == 0 ? first : later * kappa / (kappa + n - 1);
        double s2 = a + t * a / all;
        double s = Math.sqrt(s2);
        double w = (sums.silence[i] - p[0] - p[1] * sums.lastZ[i] - t * r / all) / s;
        double tail = Normal.cumulative(-w);
        double mass = stop + (1 - stop) * tail;
        double byStop = (1 - tail) / mass;
        if (n == 0) {
            d[4] += byStop;
        } else {
            stops(n - 1, byStop, later, kappa, d);
        }
        double byW = -(1 - stop) * Math.exp(-w * w / 2 - HALF_LOG_TWO_PI) / mass;
        d[0] -= byW * (a / all) / s;
        d[1] += byW * (t * sums.z[i] / all - sums.lastZ[i]) / s;
        d[2] += byW * (t * r / (all * all) / s - w / (2 * s2) * (1 + n * t * t / (all * all)));
        d[3] += byW * (-r * a / (all * all) / s - w / (2 * s2) * a * a / (all * all));
        return Math.log(mass);
    }
}
