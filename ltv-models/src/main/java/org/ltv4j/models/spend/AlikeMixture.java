package org.ltv4j.models.spend;

import org.ltv4j.core.internal.math.SpecialFunctions;
import org.ltv4j.core.internal.math.StirlingTerms;

/**
 * All customers alike: every purchase of anybody is gamma with shape {@code p} and one mean. The gamma-gamma as {@code q} and
 * {@code gamma} grow without bound together, {@code p gamma / q} being the mean. What a customer has spent says nothing
 * about the next purchase.
 *
 * @param p shape of a purchase; its coefficient of variation is {@code 1/sqrt(p)}
 * @param mean mean amount of a purchase
 */
public record AlikeMixture(double p, double mean) implements SpendMixture {
    /**
     * Checks the ranges.
     *
     * @param p shape of a purchase; its coefficient of variation is {@code 1/sqrt(p)}
     * @param mean mean amount of a purchase
     */
    public AlikeMixture {
        SpendMixture.requirePositive("p", p);
        SpendMixture.requirePositive("mean", mean);
    }

    @Override
    public double populationMean() {
        return mean;
    }

    @Override
    public double expectedSpend(int x, double m) {
        return mean;
    }

    /** The total is gamma with shape {@code p n} and rate {@code p / mean}. */
    @Override
    public double probabilityTotalAtMost(double total, int n, int x, double m) {
        return SpecialFunctions.regularizedGammaP(p * n, total / mean * p);
    }

    @Override
    public double logDensity(int x, double m) {
        double shape = p * x;
        return StirlingTerms.logGammaTerms(shape, m / mean * shape) - Math.log(m);
    }
}
