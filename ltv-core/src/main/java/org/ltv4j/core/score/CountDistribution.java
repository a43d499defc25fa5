package org.ltv4j.core.score;

import java.util.Arrays;
import org.ltv4j.core.model.TransactionForecast;

/**
 * How many purchases a customer who is alive will make: the probabilities of the model until {@code 1 - 1e-10} is reached.
 *
 * <p>Counts up to 2048 stand one by one. Beyond, probabilities are read in steps that double whenever the count does, at most
 * {@code n / 1024}, and stand for their neighbours by the trapezoid rule; where the step doubles, the first Euler-Maclaurin
 * term joins the two sums. Counts spread over at least {@code sqrt(n)}, a hundred steps at 10,000 purchases and two at a million,
 * so the rule's error stays far below what a bound needs, and a million expected purchases cost 11,000 probabilities.
 */
final class CountDistribution {
    private static final int SINGLE = 2048;
    private static final int DOUBLINGS = 17;
    private static final int[] COUNTS = counts();
    private static final double[] WIDTHS = widths();
    private static final double REST = 1e-10;
    private static final double NEGLIGIBLE = 1e-13;
    private static final double LOST = 1e-6;

    /** A rest below this may be the rounding of the probabilities. */
    private static final double ROUNDING = 1e-9;

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
        int[] counts = new int[SINGLE + DOUBLINGS * SINGLE / 2];
        for (int k = 0; k < SINGLE; k++) {
            counts[k] = k;
        }
        for (int k = SINGLE; k < counts.length; k++) {
            counts[k] = counts[k - 1] + step(k - 1);
        }
        return counts;
    }

    /** From count {@code k} to the next one. */
    private static int step(int k) {
        return k < SINGLE ? 1 : 2 << ((k - SINGLE) / (SINGLE / 2));
    }

    private static double[] widths() {
        double[] widths = new double[COUNTS.length];
        for (int k = 0; k < widths.length; k++) {
            widths[k] = k < SINGLE ? 1 : (step(k - 1) + step(k)) / 2.0;
        }
        // where steps of h become steps of 2 h the sums differ by h^2 / 4 times the slope, a difference over 4 h
        for (int k = SINGLE; k < widths.length - 1; k += SINGLE / 2) {
            int h = step(k - 1);
            widths[k + 1] += h / 16.0;
            widths[k - 2] -= h / 16.0;
        }
        return widths;
    }

    /** The distribution for a customer with {@code x} repeat purchases and age {@code age}. */
    static CountDistribution of(TransactionForecast forecast, int x, double age) {
        double mean = forecast.expectedIfAlive(x, age);
        double[] weights = new double[16];
        double sum = 0;
        double moment = 0;
        int k = 0;
        while (k < COUNTS.length) {
            double weight = forecast.probabilityIfAlive(COUNTS[k], x, age) * WIDTHS[k];
            if (!(weight >= 0)) {
                throw new IllegalStateException("the model gives a probability of " + weight + " for " + COUNTS[k]
                        + " purchases at frequency " + x + " and age " + age);
            }
            if (k == weights.length) {
                weights = Arrays.copyOf(weights, 2 * k);
            }
            weights[k++] = weight;
            sum += weight;
            moment += weight * COUNTS[k - 1];
            if (sum >= 1 - REST
                    || weight < NEGLIGIBLE
                            && COUNTS[k - 1] > mean
                            && COUNTS[k - 1] >= meanOfRest(mean - moment, 1 - sum)) {
                break;
            }
        }
        boolean outOfCounts =
                k == COUNTS.length && sum < 1; // a rest beyond 268 million purchases counts as more than any
        if (!(Math.abs(sum - 1) < LOST) && !outOfCounts) {
            throw new IllegalStateException("the model's probabilities of 0, 1, 2, ... purchases add up to " + sum
                    + " at frequency " + x + " and age " + age + ": no interval can be computed from them");
        }
        return new CountDistribution(Arrays.copyOf(weights, k));
    }

    /**
     * Where the probability that is still missing lies on average: where some leave at once and the others never, the mean of
     * all lies in the gap between the two, and what is negligible there is not the end.
     */
    private static double meanOfRest(double moment, double rest) {
        return rest > ROUNDING ? moment / rest : 0;
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
