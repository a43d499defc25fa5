package org.ltv4j.models.btyd;

import org.ltv4j.core.internal.math.SpecialFunctions;

/** Beta distributed chances: alive after x repeat purchases the second shape is {@code b + x}. */
record BetaDropOut(double a, double b) implements DropOutLaw {
    private static final int SUMMED = 64;

    @Override
    public double logStay(int x) {
        return logStay(x, b);
    }

    /** {@code ln B(a, b + n) - ln B(a, b)}: as a sum it stays exact while a and b grow without bound, or one of them. */
    private double logStay(int n, double from) {
        if (n <= SUMMED) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double stays = from + i;
                sum += a < stays ? Math.log1p(-a / (a + stays)) : Math.log(stays / (a + stays));
            }
            return sum;
        }
        return SpecialFunctions.logRising(from, n) - SpecialFunctions.logRising(a + from, n);
    }

    @Override
    public double odds(int x) {
        // b - 1 + x, so ordered, would round a small b away at x = 1
        return a / (b + (x - 1));
    }

    @Override
    public double logLeave(int x) {
        return logStay(x) + Math.log(odds(x));
    }

    @Override
    public double stay(int n, int x) {
        return Math.exp(logStay(n, b + x));
    }

    @Override
    public double leave(int n, int x) {
        return stay(n, x) * a / (b + x + (n - 1));
    }

    @Override
    public double purchases(RateLaw rate, int x, double age, double t) {
        return rate.purchasesOverBeta(x, age, a, b + x, t);
    }
}
