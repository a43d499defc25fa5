package org.ltv4j.core.simulate;

import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/**
 * The spend that Gamma-Gamma assumes: amounts of a customer are gamma distributed with shape {@code p} and a rate that is
 * gamma distributed over customers with shape {@code q} and rate parameter {@code gamma}. Fader and Hardie (2013), note 025
 * of brucehardie.com.
 *
 * @param p shape of one customer's amounts, positive
 * @param q shape of the customers' rates, above 1: at or below it the mean amount of the shop is infinite
 * @param gamma rate parameter of the customers' rates, positive; the mean amount of the shop is {@code p gamma / (q - 1)}
 */
public record GammaGammaProcess(double p, double q, double gamma) implements SpendProcess {
    /**
     * Checks the ranges.
     *
     * @param p shape of one customer's amounts, positive
     * @param q shape of the customers' rates, above 1: at or below it the mean amount of the shop is infinite
     * @param gamma rate parameter of the customers' rates, positive; the mean amount of the shop is {@code p gamma / (q - 1)}
     */
    public GammaGammaProcess {
        Checks.positive("p", p);
        Checks.positive("gamma", gamma);
        if (!(q > 1) || Double.isInfinite(q)) {
            throw new IllegalArgumentException("need q finite and > 1, so that the mean amount is finite, got " + q);
        }
    }

    /**
     * The mean amount over all customers.
     *
     * @return {@code p gamma / (q - 1)}
     */
    public double mean() {
        return p * gamma / (q - 1);
    }

    @Override
    public double level(RandomGenerator random) {
        return p * gamma / Samplers.gamma(random, q);
    }

    @Override
    public double amount(RandomGenerator random, double level) {
        return Samplers.gamma(random, p) * level / p;
    }
}
