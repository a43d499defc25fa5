package org.ltv4j.models.btyd;

import org.ltv4j.core.internal.math.BetaMean;

/**
 * The formulas of a {@link PurchaseRate}. Given that a customer is alive at {@code T} after {@code x} repeat purchases, the
 * rate keeps its family with updated parameters; so one set of methods serves new and known customers ({@code x = 0, T = 0}).
 * No method allocates.
 */
interface RateLaw {
    static RateLaw of(PurchaseRate rate) {
        if (rate instanceof PurchaseRate.Gamma gamma) {
            return new GammaRate(gamma.r(), gamma.alpha());
        }
        return new FixedRate(((PurchaseRate.Fixed) rate).lambda());
    }

    /** {@code ln R(x, u)}, where {@code R(x, u) = E[lambda^x exp(-lambda u)]}. */
    double logMoment(int x, double u);

    /** {@code ln R(x, tx) - ln R(x, T)}, at least 0. */
    double logMomentRatio(int x, double tx, double age);

    /** Expected purchases in a time t of a customer alive at T who leaves after each with probability p. */
    double purchases(int x, double age, double p, double t);

    /** The same, averaged over p from a beta distribution. */
    double purchasesOverBeta(int x, double age, double a, double b, double t);

    /** Probability of n purchases in a time t by a customer who never leaves. */
    double probability(int n, int x, double age, double t);

    /** Probability of n purchases or more in a time t by a customer who never leaves; 1 for n = 0. */
    double tail(int n, int x, double age, double t);

    /** The time in which such a customer's future takes shape, for choosing nodes of a quadrature. */
    double timeConstant(int x, double age);

    /** A mean over the beta distribution by quadrature, for the corners where no series serves. */
    static double betaMean(double a, double b, BetaMean.Function f, double u, double v) {
        return BetaMean.of(a, b, f, u, v, 0);
    }
}
