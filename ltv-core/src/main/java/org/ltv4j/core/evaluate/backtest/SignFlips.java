package org.ltv4j.core.evaluate.backtest;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/**
 * A paired permutation test: were two models equally good, each customer's difference of losses might as well have the other sign.
 * Fisher (1935), The Design of Experiments, section 21; the observed signs count as one of the draws.
 */
final class SignFlips {
    private SignFlips() {}

    /** Two-sided p value of the mean difference; empty for a metric that is no mean over customers. */
    static OptionalDouble pValue(Metric metric, JudgedPredictions one, JudgedPredictions other, int draws, long seed) {
        if (!metric.isMeanLoss()) {
            return OptionalDouble.empty();
        }
        double[] differences = new CustomerSums(one).losses(metric);
        double[] others = new CustomerSums(other).losses(metric);
        double observed = 0;
        double size = 0;
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= others[i];
            observed += differences[i];
            size += Math.abs(differences[i]);
        }
        // sums of equal numbers in another order may differ by rounding
        double reached = Math.abs(observed) - 1e-12 * size;
        int asFar = 1;
        for (int draw = 0; draw < draws; draw++) {
            asFar += Math.abs(flipped(differences, Samplers.generator(seed, Samplers.Purpose.PERMUTATION, draw)))
                            >= reached
                    ? 1
                    : 0;
        }
        return OptionalDouble.of(asFar / (draws + 1.0));
    }

    private static double flipped(double[] differences, RandomGenerator random) {
        double sum = 0;
        long signs = 0;
        for (int i = 0; i < differences.length; i++) {
            signs = i % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
            sum += (signs & 1) == 0 ? differences[i] : -differences[i];
        }
        return sum;
    }
}
