package org.ltv4j.models.spend;

import org.ltv4j.core.internal.math.SpecialFunctions;
import org.ltv4j.core.internal.math.StirlingTerms;

/**
 * The gamma-gamma: a customer's purchases are gamma with shape {@code p} and rate {@code nu}, and {@code nu} is gamma over
 * customers with shape {@code q} and rate {@code gamma}. Fader, Hardie and Lee (2005), Journal of Marketing Research 42(4);
 * Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value", note 025, whose letters these are.
 *
 * @param p shape of a customer's purchases; their coefficient of variation is {@code 1/sqrt(p)}
 * @param q shape of the rates over customers, above 1: at 1 and below the population has no finite mean
 * @param gamma rate of the rates over customers, in units of the currency
 */
public record GammaGammaMixture(double p, double q, double gamma) implements SpendMixture {
    /**
     * Checks the ranges.
     *
     * @param p shape of a customer's purchases; their coefficient of variation is {@code 1/sqrt(p)}
     * @param q shape of the rates over customers, above 1: at 1 and below the population has no finite mean
     * @param gamma rate of the rates over customers, in units of the currency
     */
    public GammaGammaMixture {
        SpendMixture.requirePositive("p", p);
        SpendMixture.requirePositive("q", q);
        SpendMixture.requirePositive("gamma", gamma);
        if (!(q > 1)) {
            throw new IllegalArgumentException(
                    "need q > 1, got " + q + ": with q <= 1 the mean spend of the population is infinite");
        }
        SpendMixture.requirePositive("population mean p gamma/(q - 1)", gamma / (q - 1) * p);
    }

    /** {@code p gamma / (q - 1)}. */
    @Override
    public double populationMean() {
        return gamma / (q - 1) * p;
    }

    /**
     * {@code p (gamma + x m) / (p x + q - 1)}, as the weighted mean of the population's mean and the customer's own: equation
     * (5) of note 025. The population's share is not {@code (1 - weight) * populationMean()}, which has no digits left where q
     * is close to 1.
     */
    @Override
    public double expectedSpend(int x, double m) {
        double own = p * x;
        double evidence = own + (q - 1);
        return own / evidence * m + p / evidence * gamma;
    }

    /**
     * Given the data {@code nu} is gamma with shape {@code q + p x} and rate {@code g = gamma + x m}, and the total is gamma
     * with shape {@code p n} and rate {@code nu}. So {@code total / (total + g)} is beta with {@code p n} and {@code q + p
     * x}, and the probability is its regularised incomplete beta function.
     */
    @Override
    public double probabilityTotalAtMost(double total, int n, int x, double m) {
        double g = x == 0 ? gamma : gamma + x * m;
        double ratio = total / g; // the sum total + g may overflow
        return ratio > Double.MAX_VALUE
                ? 1
                : SpecialFunctions.regularizedBeta(1 / (1 + 1 / ratio), 1 / (1 + ratio), p * n, q + p * x);
    }

    /** Equation (1a) of note 025: the density of the mean, not of the total. */
    @Override
    public double logDensity(int x, double m) {
        double ratio = x * (m / gamma);
        return StirlingTerms.logBetaTerms(1 / (1 + 1 / ratio), 1 / (1 + ratio), p * x, q) - Math.log(m);
    }
}
