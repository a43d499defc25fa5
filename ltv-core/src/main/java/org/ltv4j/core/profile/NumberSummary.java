package org.ltv4j.core.profile;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.internal.math.CompensatedSum;
import org.ltv4j.core.internal.math.Quantiles;

/**
 * Numbers in a few numbers.
 *
 * @param min smallest value
 * @param max largest value
 * @param mean mean
 * @param standardDeviation of the sample, with n - 1; 0 of one value
 * @param quantiles those of {@link #PROBABILITIES}, interpolated as R and NumPy do
 */
public record NumberSummary(double min, double max, double mean, double standardDeviation, List<Double> quantiles) {
    /** The probabilities of the quantiles. */
    public static final List<Double> PROBABILITIES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    /**
     * Copies the quantiles.
     *
     * @param min smallest value
     * @param max largest value
     * @param mean mean
     * @param standardDeviation of the sample, with n - 1; 0 of one value
     * @param quantiles those of {@link #PROBABILITIES}, interpolated as R and NumPy do
     */
    public NumberSummary {
        quantiles = List.copyOf(quantiles);
    }

    /** Of at least one value, in rising order, so that the order of rows does not move the last digit. */
    static NumberSummary of(double[] sorted) {
        int n = sorted.length;
        CompensatedSum sum = new CompensatedSum();
        Arrays.stream(sorted).forEach(sum::add);
        double mean = sum.value() / n;
        CompensatedSum squares = new CompensatedSum();
        Arrays.stream(sorted).forEach(value -> squares.add((value - mean) * (value - mean)));
        return new NumberSummary(
                sorted[0],
                sorted[n - 1],
                mean,
                n == 1 ? 0 : Math.sqrt(squares.value() / (n - 1)),
                PROBABILITIES.stream().map(p -> Quantiles.of(sorted, 0, n, p)).toList());
    }

    /**
     * A quantile.
     *
     * @param probability one of {@link #PROBABILITIES}
     * @return the quantile
     * @throws IllegalArgumentException if it is another probability
     */
    public double quantile(double probability) {
        int at = PROBABILITIES.indexOf(probability);
        if (at < 0) {
            throw new IllegalArgumentException("quantiles are those of " + PROBABILITIES + ", got " + probability);
        }
        return quantiles.get(at);
    }

    /**
     * The value in the middle.
     *
     * @return the quantile of 0.5
     */
    public double median() {
        return quantile(0.5);
    }
}
