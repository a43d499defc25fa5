package org.ltv4j.models.btyd;

import org.ltv4j.core.internal.math.SpecialFunctions;

/** One rate for all: nothing is learnt about a customer's rate. */
record FixedRate(double lambda) implements RateLaw {
    @Override
    public double logMoment(int x, double u) {
        return x == 0 ? -lambda * u : x * Math.log(lambda) - lambda * u;
    }

    @Override
    public double logMomentRatio(int x, double tx, double age) {
        return lambda * (age - tx);
    }

    @Override
    public double purchases(int x, double age, double p, double t) {
        return atShare(p, lambda * t);
    }

    /** For one p: {@code (1 - exp(-lambda p t)) / p}. */
    private static double atShare(double p, double expected) {
        return p == 0 ? expected : -Math.expm1(-p * expected) / p;
    }

    @Override
    public double purchasesOverBeta(int x, double age, double a, double b, double t) {
        return t == 0 ? 0 : RateLaw.betaMean(a, b, (p, expected, u, v) -> atShare(p, expected), lambda * t, 0);
    }

    @Override
    public double probability(int n, int x, double age, double t) {
        double expected = lambda * t;
        return n == 0
                ? Math.exp(-expected)
                : Math.exp(n * Math.log(expected) - expected - SpecialFunctions.logGamma(n + 1.0));
    }

    @Override
    public double tail(int n, int x, double age, double t) {
        return n == 0 ? 1 : SpecialFunctions.regularizedGammaP(n, lambda * t);
    }

    @Override
    public double timeConstant(int x, double age) {
        return 1 / lambda;
    }
}
