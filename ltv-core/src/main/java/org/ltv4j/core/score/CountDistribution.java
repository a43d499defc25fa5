package org.ltv4j.core.score;

import java.util.Arrays;
import org.ltv4j.core.model.TransactionForecast;

/**
 * How many purchases a customer who is alive will make: the probabilities of the model until {@code 1 - 1e-10} is reached.
 *
 * <p>Counts up to 1024 stand one by one. Beyond, probabilities are read at steps of {@code n / 512} and weighted by the step
 * (the trapezoid rule): such counts spread over at least {@code sqrt(n)}, so that a step stays below one standard deviation up
 * to 262,144 purchases, where the rule's error is still below 1e-8. So a customer with a million expected purchases costs
 * 4,600 probabilities and not a million.
 */
final class CountDistribution {
    private static final int SINGLE = 1024;
    private static final int STEPS = 512;
    private static final int MOST = 1 << 28;
    private static final int[] COUNTS = counts();
    private static final double REST = 1e-10;
    private static final double NEGLIGIBLE = 1e-13;
    private static final double LOST = 1e-6;

    private final double[] weights;
    private final double[] upTo;

    private CountDistribution(double[] weights) {
        this.weights = weights;
        this.upTo = new double[weights.length];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k];
            upTo[k] = sum;
        }
    }

    private static int[] counts() {
        int[] counts = new int[SINGLE * 16];
        int size = 0;
        for (int n = 0; n < MOST; n += Math.max(1, n < SINGLE ? 1 : n / STEPS)) {
            counts[size++] = n;
        }
        return Arrays.copyOf(counts, size);
    }

    /** The distribution for a customer with {@code x} repeat purchases and age {@code age}. */
    static CountDistribution of(TransactionForecast forecast, int x, double age) {
        double mean = forecast.expectedIfAlive(x, age);
        double[] weights = new double[16];
        double sum = 0;
        int k = 0;
        while (k < COUNTS.length - 1) {
            double weight = forecast.probabilityIfAlive(COUNTS[k], x, age) * width(k);
            if (!(weight >= 0)) {
                throw new IllegalStateException("the model gives a probability of " + weight + " for " + COUNTS[k]
                        + " purchases at frequency " + x + " and age " + age);
            }
            if (k == weights.length) {
                weights = Arrays.copyOf(weights, 2 * k);
            }
            weights[k++] = weight;
            sum += weight;
            if (sum >= 1 - REST || weight < NEGLIGIBLE && COUNTS[k - 1] > mean) {
                break;
            }
        }
        if (!(Math.abs(sum - 1) < LOST)) {
            throw new IllegalStateException("the model's probabilities of 0, 1, 2, ... purchases add up to " + sum
                    + " at frequency " + x + " and age " + age + ": no interval can be computed from them");
        }
        return new CountDistribution(Arrays.copyOf(weights, k));
    }

    private static double width(int k) {
        return COUNTS[k] < SINGLE ? 1 : (COUNTS[k + 1] - COUNTS[k - 1]) / 2.0;
    }

    /** How many different counts there are; the first one is 0. */
    int size() {
        return weights.length;
    }

    /** Number of purchases. */
    int count(int k) {
        return COUNTS[k];
    }

    /** Probability of about that number. */
    double weight(int k) {
        return weights[k];
    }

    /** Probability of at most that number. */
    double upTo(int k) {
        return upTo[k];
    }

    /** Probability of a higher number. */
    double above(int k) {
        return upTo[upTo.length - 1] - upTo[k];
    }

    /** Index of the least count of at least 1 whose probability together with all from 1 on reaches a level. */
    int indexReaching(double level) {
        int at = Arrays.binarySearch(upTo, level + weights[0]);
        return Math.max(1, Math.min(upTo.length - 1, at < 0 ? -at - 1 : at));
    }
}
