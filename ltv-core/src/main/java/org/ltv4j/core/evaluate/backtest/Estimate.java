package org.ltv4j.core.evaluate.backtest;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.model.Interval;

/**
 * A metric and how sure it is.
 *
 * @param metric which
 * @param value of all rows, each counted once
 * @param standardError standard deviation of the replicates; empty where there is no interval
 * @param interval confidence interval; empty with a single customer or where the metric does not exist in more than one resample of 20
 */
public record Estimate(Metric metric, double value, OptionalDouble standardError, Optional<Interval> interval) {
    /** Such as {@code 1.733 [1.612, 1.881]}. */
    @Override
    public String toString() {
        String text = Numbers.text(metric, value);
        return interval.map(ends -> text + " [" + Numbers.text(metric, ends.lower()) + ", "
                        + Numbers.text(metric, ends.upper()) + "]")
                .orElse(text);
    }
}
