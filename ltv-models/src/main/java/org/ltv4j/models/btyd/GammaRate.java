package org.ltv4j.models.btyd;

import org.ltv4j.core.internal.math.SpecialFunctions;

/** Gamma distributed rates: after x purchases in T the shape is {@code r + x} and the rate parameter {@code alpha + T}. */
record GammaRate(double r, double alpha) implements RateLaw {
    @Override
    public double logMoment(int x, double u) {
        double none = -r * Math.log1p(u / alpha);
        return x == 0 ? none : SpecialFunctions.logRising(r, x) - x * Math.log(alpha + u) + none;
    }

    @Override
    public double logMomentRatio(int x, double tx, double age) {
        double ratio = (age - tx) / (alpha + tx);
        double one = 1 + ratio;
        // log1p by way of log, with the rounding of 1 + ratio put back: twice as fast and as exact
        return (r + x) * (Math.log(one) + (ratio - (one - 1)) / one);
    }

    @Override
    public double purchases(int x, double age, double p, double t) {
        double time = t / (alpha + age);
        return atShare(p, time, r + x);
    }

    /** For one p: {@code (1 - (1 + p t / (alpha + T))^-(r + x)) / p}. */
    private static double atShare(double p, double time, double shape) {
        return p == 0 ? shape * time : -Math.expm1(-shape * Math.log1p(p * time)) / p;
    }

    @Override
    public double purchasesOverBeta(int x, double age, double a, double b, double t) {
        double scale = alpha + age;
        double series = PurchaseSeries.sum(r + x, scale, a, b, t);
        return series >= 0
                ? series
                : RateLaw.betaMean(a, b, (p, time, shape, none) -> atShare(p, time, shape), t / scale, r + x);
    }

    @Override
    public double probability(int n, int x, double age, double t) {
        double shape = r + x;
        double time = t / (alpha + age);
        double none = -shape * Math.log1p(time);
        if (n == 0) {
            return Math.exp(none);
        }
        return Math.exp(SpecialFunctions.logRising(shape, n)
                - SpecialFunctions.logGamma(n + 1.0)
                + n * Math.log(t / (alpha + age + t))
                + none);
    }

    @Override
    public double tail(int n, int x, double age, double t) {
        if (n == 0) {
            return 1;
        }
        double sum = alpha + age + t;
        return SpecialFunctions.regularizedBeta(t / sum, (alpha + age) / sum, n, r + x);
    }

    @Override
    public double timeConstant(int x, double age) {
        return (alpha + age) / Math.max(1, r + x);
    }
}
