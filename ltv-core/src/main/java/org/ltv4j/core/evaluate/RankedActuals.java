package org.ltv4j.core.evaluate;

import org.ltv4j.core.internal.math.Ranking;

/** Actual values in the order of falling predictions. Where predictions are equal each takes the mean of their actual values. */
final class RankedActuals {
    private final int[] order;
    private final double[] actual;
    private final double[] ranks;

    /**
     * Orders customers.
     *
     * @param predicted what ranks them
     * @param actual what they did
     */
    RankedActuals(double[] predicted, double[] actual) {
        int n = predicted.length;
        this.order = Ranking.descending(predicted);
        this.actual = new double[n];
        this.ranks = new double[n];
        for (int from = 0; from < n; ) {
            double sum = 0;
            int to = from;
            for (; to < n && predicted[order[to]] == predicted[order[from]]; to++) {
                sum += actual[order[to]];
            }
            for (int k = from; k < to; k++) {
                // a group of one keeps its value to the bit
                this.actual[k] = to - from == 1 ? sum : sum / (to - from);
                ranks[order[k]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
    }

    /** The customer at a place, 0 for the highest prediction. */
    int customer(int place) {
        return order[place];
    }

    /** What is to be expected at a place: the mean over all orders of equal predictions. */
    double actual(int place) {
        return actual[place];
    }

    /** Rank of each customer, 1 for the highest; equal predictions share the mean of their ranks. */
    double[] ranks() {
        return ranks;
    }

    /** Total of the first {@code places}. */
    double total(int places) {
        double sum = 0;
        for (int k = 0; k < places; k++) {
            sum += actual[k];
        }
        return sum;
    }

    /** {@code 2 * mean of the cumulative shares - 1}. */
    double gini() {
        double total = total(actual.length);
        double cumulative = 0;
        double sum = 0;
        for (double value : actual) {
            cumulative += value;
            sum += cumulative / total;
        }
        return 2 * sum / actual.length - 1;
    }
}
