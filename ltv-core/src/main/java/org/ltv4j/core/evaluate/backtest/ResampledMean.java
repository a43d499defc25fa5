package org.ltv4j.core.evaluate.backtest;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.model.Interval;

/**
 * A mean over the rows of some customers and how sure it is, see {@link Bootstrap#mean}.
 *
 * @param value of all rows, each counted once
 * @param standardError standard deviation of the replicates; empty where there is no interval
 * @param interval confidence interval; empty with a single customer
 * @param pValue how likely a mean so far from 0 is if the true one is 0, two-sided; at least 1 in as many as there are resamples; empty
 *     where there is no interval
 */
public record ResampledMean(
        double value, OptionalDouble standardError, Optional<Interval> interval, OptionalDouble pValue) {

    static void require(double[] sums, int[] counts) {
        if (sums.length != counts.length) {
            throw new IllegalArgumentException(
                    "need a sum and a count for each customer, got " + sums.length + " and " + counts.length);
        }
        long rows = 0;
        for (int i = 0; i < sums.length; i++) {
            if (!Double.isFinite(sums[i]) || counts[i] < 0) {
                throw new IllegalArgumentException("a sum is a finite number and a count is at least 0, got " + sums[i]
                        + " and " + counts[i] + " for customer number " + i);
            }
            rows += counts[i];
        }
        if (rows == 0) {
            throw new IllegalArgumentException("there is no row to take a mean of");
        }
    }

    /** The mean of the rows of customers that count so often; NaN where none of them has a row. */
    static double of(double[] sums, int[] counts, int[] weights) {
        double sum = 0;
        long rows = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weights[i] * sums[i];
            rows += (long) weights[i] * counts[i];
        }
        return rows == 0 ? Double.NaN : sum / rows;
    }
}
