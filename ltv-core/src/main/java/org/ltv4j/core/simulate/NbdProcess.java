package org.ltv4j.core.simulate;

import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/**
 * A shop whose customers never leave: purchases at random times with a rate that is gamma distributed over customers.
 * Ehrenberg (1959), Applied Statistics 8(1).
 *
 * @param r shape of the purchase rates, positive
 * @param alpha rate parameter of the purchase rates, positive; their mean is {@code r / alpha} per time unit
 */
public record NbdProcess(double r, double alpha) implements PurchaseProcess {
    /**
     * Checks the ranges.
     *
     * @param r shape of the purchase rates, positive
     * @param alpha rate parameter of the purchase rates, positive; their mean is {@code r / alpha} per time unit
     */
    public NbdProcess {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
    }

    @Override
    public PurchasePath path(RandomGenerator random, double until) {
        double rate = Samplers.gamma(random, r) / alpha;
        PurchasePath.Builder path = new PurchasePath.Builder();
        double age = Samplers.exponential(random, rate);
        while (age <= until) {
            path.add(age);
            age += Samplers.exponential(random, rate);
        }
        return path.build(rate, Double.POSITIVE_INFINITY);
    }
}
