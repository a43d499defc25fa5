package org.ltv4j.models.btyd;

import org.ltv4j.core.internal.math.GaussLegendre;
import org.ltv4j.core.model.TransactionForecast;

/**
 * Predictions for any pair of mixtures. A customer who is alive at {@code T} is a new customer of the same family with
 * updated parameters, so each formula is written once.
 */
final class MixtureForecast implements TransactionForecast {
    private static final GaussLegendre RULE = GaussLegendre.ofOrder(12);

    /** Panels of the quadrature over time: their width in log time, and the most that discounting may fall in one. */
    private static final double PANEL_LOG_TIME = 1.5;

    private static final double PANEL_DISCOUNT = 4;

    /** Beyond this many time constants of the discounting nothing is left: exp(-50) = 2e-22. */
    private static final double DISCOUNTED_AWAY = 50;

    private final RateLaw rate;
    private final DropOutLaw dropOut;
    private final double horizon;
    private final double discountRate;

    MixtureForecast(RateLaw rate, DropOutLaw dropOut, double horizon, double discountRate) {
        this.rate = rate;
        this.dropOut = dropOut;
        this.horizon = horizon;
        this.discountRate = discountRate;
    }

    @Override
    public double probabilityAlive(int x, double tx, double age) {
        return alive(rate, dropOut, x, tx, age);
    }

    /** {@code 1 / (1 + D1/D0 * R(x, tx) / R(x, T))} for x of 1 or more, else 1. */
    static double alive(RateLaw rate, DropOutLaw dropOut, int x, double tx, double age) {
        if (x == 0) {
            return 1;
        }
        double odds = dropOut.odds(x);
        return odds == 0 ? 1 : 1 / (1 + odds * Math.exp(rate.logMomentRatio(x, tx, age)));
    }

    /** {@code ln(D0(x) R(x, T) + D1(x) R(x, tx))}, the second term for x of 1 or more. */
    static double logLikelihood(RateLaw rate, DropOutLaw dropOut, int x, double tx, double age) {
        if (x == 0) {
            return rate.logMoment(0, age);
        }
        double stay = dropOut.logStay(x);
        if (stay == Double.NEGATIVE_INFINITY) {
            return dropOut.logLeave(x) + rate.logMoment(x, tx);
        }
        double left = Math.log(dropOut.odds(x)) + rate.logMomentRatio(x, tx, age);
        // the larger of the two terms in front, so that neither is found by a difference of large numbers
        return left > 0
                ? dropOut.logLeave(x) + rate.logMoment(x, tx) + Math.log1p(Math.exp(-left))
                : stay + rate.logMoment(x, age) + Math.log1p(Math.exp(left));
    }

    @Override
    public double expectedIfAlive(int x, double age) {
        return dropOut.purchases(rate, x, age, horizon);
    }

    @Override
    public double discountedIfAlive(int x, double age) {
        return discounted(x, age, horizon);
    }

    /** Discounted over all time to come; the discount rate must be above 0. */
    double discountedForeverIfAlive(int x, double age) {
        return discounted(x, age, Double.POSITIVE_INFINITY);
    }

    /**
     * By parts: {@code integral of exp(-d u) dE(u) = exp(-d t) E(t) + d * integral of exp(-d u) E(u) du}, where all is
     * positive and the quadrature bears only the part that discounting takes away.
     */
    private double discounted(int x, double age, double t) {
        if (discountRate == 0 || t == 0) {
            return dropOut.purchases(rate, x, age, t);
        }
        double end = Math.min(t, DISCOUNTED_AWAY / discountRate);
        double unit = rate.timeConstant(x, age);
        double from = 0;
        double integral = 0;
        while (from < end) {
            double next = (from + unit) * Math.exp(PANEL_LOG_TIME) - unit;
            double to = Math.min(end, Math.min(next, from + PANEL_DISCOUNT / discountRate));
            integral += panel(x, age, unit, from, to);
            from = to;
        }
        return Math.exp(-discountRate * end) * dropOut.purchases(rate, x, age, end) + discountRate * integral;
    }

    /** Gauss-Legendre in {@code w = ln(1 + u / unit)}. */
    private double panel(int x, double age, double unit, double from, double to) {
        double low = Math.log1p(from / unit);
        double half = 0.5 * (Math.log1p(to / unit) - low);
        double sum = 0;
        for (int i = 0; i < RULE.size(); i++) {
            double u = unit * Math.expm1(low + half * (1 + RULE.node(i)));
            double discounted = Math.exp(-discountRate * u) * dropOut.purchases(rate, x, age, u);
            sum += RULE.weight(i) * discounted * (unit + u);
        }
        return half * sum;
    }

    @Override
    public double probabilityIfAlive(int n, int x, double age) {
        if (n < 0) {
            throw new IllegalArgumentException("need n >= 0 purchases, got " + n);
        }
        if (horizon == 0) {
            return n == 0 ? 1 : 0;
        }
        double stays = dropOut.stay(n, x) * rate.probability(n, x, age, horizon);
        double leaves = n == 0 ? 0 : dropOut.leave(n, x) * rate.tail(n, x, age, horizon);
        return Math.min(1, stays + leaves);
    }
}
