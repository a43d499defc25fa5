package org.ltv4j.segmentation.rhythm;

import org.ltv4j.core.internal.math.Normal;
import org.ltv4j.core.internal.math.SmoothFunction;

/**
 * Minus the logarithm of the posterior of one product. Of a customer with n gaps, the effect of the customer is integrated out:
 * the gaps are normal with a common part, the silence at the end is a gap that is longer, whose distribution given the others is normal
 * again, or the product was given up.
 *
 * <p>Parameters: mu, beta, log sigma, log tau, logit of giving up after the first and after a later purchase.
 */
final class GapLikelihood implements SmoothFunction {
    static final int PARAMETERS = 6;

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
        double sum = 0;
        double[] d = new double[PARAMETERS]; // by mu, beta, sigma^2, tau^2, and the two probabilities
        for (int i = from; i < to; i++) {
            sum += pair(i, p[0], p[1], a, t, first, later, d);
        }
        g[0] = d[0];
        g[1] = d[1];
        g[2] = d[2] * 2 * Math.exp(2 * p[2]);
        g[3] = d[3] * 2 * t;
        g[4] = d[4] * first * (1 - first);
        g[5] = d[5] * later * (1 - later);
        for (int k = 0; k < PARAMETERS; k++) {
            double z = (p[k] - priorMean[k]) / priorSd[k];
            sum -= z * z / 2;
            g[k] = -(g[k] - z / priorSd[k]);
        }
        return -sum;
    }

    private double pair(int i, double mu, double beta, double a, double t, double first, double later, double[] d) {
        int n = sums.n[i];
        double all = a + n * t;
        double sz = sums.z[i];
        double r = sums.y[i] - n * mu - beta * sz;
        double q = sums.yy[i]
                - 2 * mu * sums.y[i]
                - 2 * beta * sums.yz[i]
                + n * mu * mu
                + 2 * mu * beta * sz
                + beta * beta * sums.zz[i];
        double rz = sums.yz[i] - mu * sz - beta * sums.zz[i];
        double value = 0;
        if (n > 0) {
            value = -n * HALF_LOG_TWO_PI
                    - (n - 1) / 2.0 * Math.log(a)
                    - 0.5 * Math.log(all)
                    - q / (2 * a)
                    + t * r * r / (2 * a * all)
                    + Math.log1p(-first)
                    + (n - 1) * Math.log1p(-later);
            d[0] += r / all;
            d[1] += rz / a - t * r * sz / (a * all);
            d[2] += -(n - 1) / (2 * a)
                    - 1 / (2 * all)
                    + q / (2 * a * a)
                    - t * r * r * (all + a) / (2 * a * a * all * all);
            d[3] += -n / (2 * all) + r * r / (2 * all * all);
            d[4] -= 1 / (1 - first);
            d[5] -= (n - 1) / (1 - later);
        }
        double stop = n == 0 ? first : later;
        double s2 = a + t * a / all;
        double s = Math.sqrt(s2);
        double w = (sums.silence[i] - mu - beta * sums.lastZ[i] - t * r / all) / s;
        double tail = Normal.cumulative(-w);
        double mass = stop + (1 - stop) * tail;
        value += Math.log(mass);
        d[n == 0 ? 4 : 5] += (1 - tail) / mass;
        double byW = -(1 - stop) * Math.exp(-w * w / 2 - HALF_LOG_TWO_PI) / mass;
        d[0] -= byW * (a / all) / s;
        d[1] += byW * (t * sz / all - sums.lastZ[i]) / s;
        d[2] += byW * (t * r / (all * all) / s - w / (2 * s2) * (1 + n * t * t / (all * all)));
        d[3] += byW * (-r * a / (all * all) / s - w / (2 * s2) * a * a / (all * all));
        return value;
    }
}
