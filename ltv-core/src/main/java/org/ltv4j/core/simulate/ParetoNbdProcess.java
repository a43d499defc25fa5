package org.ltv4j.core.simulate;

import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/**
 * The process that Pareto/NBD assumes: purchases at random times with a gamma distributed rate, and a life of exponential
 * length whose rate is gamma distributed over customers. Schmittlein, Morrison and Colombo (1987), Management Science 33(1).
 *
 * @param r shape of the purchase rates, positive
 * @param alpha rate parameter of the purchase rates, positive; their mean is {@code r / alpha} per time unit
 * @param s shape of the leaving rates, positive
 * @param beta rate parameter of the leaving rates, positive; their mean is {@code s / beta} per time unit
 */
public record ParetoNbdProcess(double r, double alpha, double s, double beta) implements PurchaseProcess {
    /**
     * Checks the ranges.
     *
     * @param r shape of the purchase rates, positive
     * @param alpha rate parameter of the purchase rates, positive; their mean is {@code r / alpha} per time unit
     * @param s shape of the leaving rates, positive
     * @param beta rate parameter of the leaving rates, positive; their mean is {@code s / beta} per time unit
     */
    public ParetoNbdProcess {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
        Checks.positive("s", s);
        Checks.positive("beta", beta);
    }

    @Override
    public PurchasePath path(RandomGenerator random, double until) {
        double rate = Samplers.gamma(random, r) / alpha;
        double life = Samplers.exponential(random, Samplers.gamma(random, s) / beta);
        double last = Math.min(life, until);
        PurchasePath.Builder path = new PurchasePath.Builder();
        double age = Samplers.exponential(random, rate);
        while (age <= last) {
            path.add(age);
            age += Samplers.exponential(random, rate);
        }
        return path.build(rate, life <= until ? life : Double.POSITIVE_INFINITY);
    }
}
