package org.ltv4j.core.monitor;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.internal.math.GammaQuantile;
import org.ltv4j.core.internal.math.Normal;
import org.ltv4j.core.model.Interval;

/**
 * What some customers did together, beside what was foretold of them.
 *
 * <p>The interval of the ratio is that of Fay and Feuer (1997), Statistics in Medicine 16(7), for weighted counts of rare events: the
 * total has a gamma distribution of its own mean and of the variance of the residuals; the upper end allows for one customer more like the
 * largest, for a tenth like the largest of it and the one above. It holds for a handful of purchases and for skewed amounts, where a
 * normal interval is too short, and leans to the wide side. What happens to more than half of the customers is counted by those to whom
 * it does not. Refunds may push a total below 0; then it is the normal interval. It tells of chance among customers: that a whole
 * shop had a poor season is not chance but the finding.
 *
 * @param customers how many
 * @param expected sum of the predictions
 * @param actual sum of what happened
 * @param interval of the ratio; empty with fewer than two customers or where nothing was foretold
 */
public record CalibrationRatio(int customers, double expected, double actual, Optional<Interval> interval) {
    /**
     * The ratio of some rows.
     *
     * @param rows which
     * @param largest the most that a single customer may do, by what is known of these and others
     * @param events whether outcomes are 0 or 1: then what happens to nearly all is counted by those to whom it does not
     */
    static CalibrationRatio of(
            double[] predicted, double[] actual, int[] rows, double largest, boolean events, double confidence) {
        double expected = 0;
        double total = 0;
        for (int row : rows) {
            expected += predicted[row];
            total += actual[row];
        }
        if (!(expected > 0) || rows.length < 2) {
            return new CalibrationRatio(rows.length, expected, total, Optional.empty());
        }
        double ratio = total / expected;
        double squares = 0;
        for (int row : rows) {
            double residual = actual[row] - ratio * predicted[row];
            squares += residual * residual;
        }
        double variance = squares * rows.length / (rows.length - 1);
        double tail = (1 - confidence) / 2;
        Interval ends;
        if (events && 2 * total > rows.length) {
            Interval others = gamma(rows.length - total, variance, 1, tail);
            ends = new Interval(rows.length - others.upper(), rows.length - others.lower());
        } else {
            ends = total < 0 ? normal(total, variance, tail) : gamma(total, variance, largest, tail);
        }
        return new CalibrationRatio(
                rows.length,
                expected,
                total,
                Optional.of(new Interval(ends.lower() / expected, ends.upper() / expected)));
    }

    private static Interval normal(double total, double variance, double tail) {
        double half = -Normal.quantile(tail) * Math.sqrt(variance);
        return new Interval(total - half, total + half);
    }

    private static Interval gamma(double total, double variance, double largest, double tail) {
        double lower = total > 0 ? quantile(total, variance, tail) : 0;
        return new Interval(
                Math.min(lower, total),
                Math.max(total, quantile(total + largest, variance + largest * largest, 1 - tail)));
    }

    private static double quantile(double mean, double variance, double probability) {
        double shape = mean / variance * mean;
        return shape > 0 && shape < 1e12 ? variance / mean * GammaQuantile.of(shape, probability) : mean;
    }

    /**
     * What happened over what was foretold: above 1 the model says too little, below 1 too much.
     *
     * @return the ratio; empty where nothing was foretold
     */
    public OptionalDouble ratio() {
        return expected > 0 ? OptionalDouble.of(actual / expected) : OptionalDouble.empty();
    }

    /** How far the ratio is from 1, by these options. */
    DriftLevel level(CalibrationOptions options) {
        if (interval.isEmpty() || customers < options.leastRows()) {
            return DriftLevel.TOO_FEW_ROWS;
        }
        double distance = Math.abs(actual / expected - 1);
        boolean chance = interval.get().lower() <= 1 && interval.get().upper() >= 1;
        if (chance || distance < options.moderate()) {
            return DriftLevel.NONE;
        }
        return distance < options.strong() ? DriftLevel.MODERATE : DriftLevel.STRONG;
    }

    /** Such as {@code 1.24 [1.10, 1.39] of 812 customers}. */
    @Override
    public String toString() {
        String text = ratio().isPresent() ? String.format(Locale.ROOT, "%.2f", actual / expected) : "no ratio";
        return interval.map(ends -> String.format(Locale.ROOT, "%s [%.2f, %.2f]", text, ends.lower(), ends.upper()))
                        .orElse(text)
                + " of " + customers + " customers";
    }
}
