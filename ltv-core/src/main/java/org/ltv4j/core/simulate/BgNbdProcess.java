package org.ltv4j.core.simulate;

import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/**
 * The process that BG/NBD assumes: purchases at random times with a rate that is gamma distributed over customers, and
 * after each repeat purchase the customer leaves with a probability that is beta distributed over customers.
 * Fader, Hardie and Lee (2005), Marketing Science 24(2).
 *
 * @param r shape of the purchase rates, positive
 * @param alpha rate parameter of the purchase rates, positive; their mean is {@code r / alpha} per time unit
 * @param a first parameter of the leaving probabilities, positive
 * @param b second parameter of the leaving probabilities, positive; their mean is {@code a / (a + b)}
 */
public record BgNbdProcess(double r, double alpha, double a, double b) implements PurchaseProcess {
    /**
     * Checks the ranges.
     *
     * @param r shape of the purchase rates, positive
     * @param alpha rate parameter of the purchase rates, positive; their mean is {@code r / alpha} per time unit
     * @param a first parameter of the leaving probabilities, positive
     * @param b second parameter of the leaving probabilities, positive; their mean is {@code a / (a + b)}
     */
    public BgNbdProcess {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
        Checks.positive("a", a);
        Checks.positive("b", b);
    }

    @Override
    public PurchasePath path(RandomGenerator random, double until) {
        double rate = Samplers.gamma(random, r) / alpha;
        double leaves = Samplers.beta(random, a, b);
        PurchasePath.Builder path = new PurchasePath.Builder();
        double age = Samplers.exponential(random, rate);
        while (age <= until) {
            path.add(age);
            if (Samplers.uniform(random) < leaves) {
                return path.build(rate, age);
            }
            age += Samplers.exponential(random, rate);
        }
        return path.build(rate, Double.POSITIVE_INFINITY);
    }
}
