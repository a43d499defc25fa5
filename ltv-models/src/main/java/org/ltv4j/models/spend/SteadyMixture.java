package org.ltv4j.models.spend;

import org.ltv4j.core.internal.math.SpecialFunctions;
import org.ltv4j.core.internal.math.StirlingTerms;

/**
 * Every customer always spends the same: the amounts of customers differ by an inverse gamma distribution, those of one
 * customer not at all. The gamma-gamma as {@code p} grows without bound, {@code p gamma} being the scale. The first purchase
 * that is seen tells all the others.
 *
 * @param q shape of the inverse gamma distribution, above 1: at 1 and below the population has no finite mean
 * @param scale its scale, in units of the currency
 */
public record SteadyMixture(double q, double scale) implements SpendMixture {
    /**
     * Checks the ranges.
     *
     * @param q shape of the inverse gamma distribution, above 1: at 1 and below the population has no finite mean
     * @param scale its scale, in units of the currency
     */
    public SteadyMixture {
        SpendMixture.requirePositive("q", q);
        SpendMixture.requirePositive("scale", scale);
        if (!(q > 1)) {
            throw new IllegalArgumentException(
                    "need q > 1, got " + q + ": with q <= 1 the mean spend of the population is infinite");
        }
        SpendMixture.requirePositive("population mean scale/(q - 1)", scale / (q - 1));
    }

    @Override
    public double populationMean() {
        return scale / (q - 1);
    }

    /** The customer's own mean; a mean of 0, which nobody has here, tells nothing. */
    @Override
    public double expectedSpend(int x, double m) {
        return m > 0 ? m : populationMean();
    }

    /** Certain where an amount was seen; else the customer's amount is at most {@code total / n}. */
    @Override
    public double probabilityTotalAtMost(double total, int n, int x, double m) {
        if (x > 0 && m > 0) {
            return total / n >= m ? 1 : 0;
        }
        return total > 0 ? SpecialFunctions.regularizedGammaQ(q, scale / total * n) : 0;
    }

    @Override
    public double logDensity(int x, double m) {
        return StirlingTerms.logGammaTerms(q, scale / m) - Math.log(m);
    }
}
