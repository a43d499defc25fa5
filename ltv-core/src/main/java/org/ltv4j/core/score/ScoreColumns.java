package org.ltv4j.core.score;

import java.util.Optional;
import org.ltv4j.core.model.Interval;

/** Where scores are written to: one array per result. Columns of the interval have no rows when none is asked for. */
final class ScoreColumns {
    final double[] alive;
    final double[] expected;
    final double[] discounted;
    final double[] spend;
    final double[] value;
    final double[] lower;
    final double[] upper;

    ScoreColumns(int customers, boolean intervals) {
        alive = new double[customers];
        expected = new double[customers];
        discounted = new double[customers];
        spend = new double[customers];
        value = new double[customers];
        lower = new double[intervals ? customers : 0];
        upper = new double[intervals ? customers : 0];
    }

    boolean hasIntervals() {
        return lower.length == value.length && value.length > 0;
    }

    CustomerScore score(int i) {
        Optional<Interval> interval = hasIntervals() ? Optional.of(new Interval(lower[i], upper[i])) : Optional.empty();
        return new CustomerScore(alive[i], expected[i], discounted[i], spend[i], value[i], interval);
    }
}
