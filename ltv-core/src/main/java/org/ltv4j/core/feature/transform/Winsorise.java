package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.internal.math.Quantiles;

/**
 * Pulls extreme values in to limits learnt from the training rows; no row is lost. The limits are quantiles, or lie some
 * interquartile ranges outside the quartiles (Tukey's fences), or some median absolute deviations from the median, or are
 * given.
 *
 * <p>Missing values stay missing and count for nothing. A feature that is all missing gets no limits, nor does one whose
 * interquartile range or median absolute deviation is 0 where these make the limits: all that is rare in it would be lost. Counts become
 * quantities, since a limit need not be whole. Cost: a selection over the training rows.
 */
public final class Winsorise extends FeatureStep {
    /** Makes the median absolute deviation of normal values their standard deviation: 1 / Phi^-1(3/4). */
    private static final double NORMAL = 1.482602218505602;

    private final Rule rule;
    private final double low;
    private final double high;
    private final Choice choice;

    private enum Rule {
        QUANTILES,
        FENCES,
        DEVIATIONS,
        BETWEEN
    }

    private Winsorise(Rule rule, double low, double high, Choice choice) {
        this.rule = rule;
        this.low = low;
        this.high = high;
        this.choice = choice;
    }

    /**
     * To two quantiles of the training rows.
     *
     * @param low share of the rows below the lower limit, for example 0.01
     * @param high share of the rows below the upper limit, for example 0.99
     * @param names numeric features; none for all quantities and counts
     * @return the step
     */
    public static Winsorise quantiles(double low, double high, String... names) {
        if (!(low >= 0 && low < high && high <= 1)) {
            throw new IllegalArgumentException("need shares with 0 <= low < high <= 1, got " + low + " and " + high);
        }
        return new Winsorise(Rule.QUANTILES, low, high, choice(names));
    }

    /**
     * To {@code q25 - k (q75 - q25)} and {@code q75 + k (q75 - q25)}.
     *
     * @param k interquartile ranges beyond the quartiles, at least 0; 1.5 is Tukey's choice, 3 his "far out"
     * @param names numeric features; none for all quantities and counts
     * @return the step
     */
    public static Winsorise fences(double k, String... names) {
        return new Winsorise(Rule.FENCES, -width(k), k, choice(names));
    }

    /**
     * To {@code median - k s} and {@code median + k s}, where s is the median absolute deviation from the median times
     * 1.4826, the standard deviation if the values are normal.
     *
     * @param k robust standard deviations, at least 0, for example 5
     * @param names numeric features; none for all quantities and counts
     * @return the step
     */
    public static Winsorise deviations(double k, String... names) {
        return new Winsorise(Rule.DEVIATIONS, -width(k), k, choice(names));
    }

    /**
     * To limits that are known.
     *
     * @param low lower limit
     * @param high upper limit, at least the lower one
     * @param names numeric features, at least one
     * @return the step
     */
    public static Winsorise between(double low, double high, String... names) {
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("need finite limits with low <= high, got " + low + " and " + high);
        }
        return new Winsorise(Rule.BETWEEN, low, high, Choice.of(Choice.Kind.NUMBERS, names));
    }

    private static double width(double k) {
        if (!(k >= 0 && k <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("need a finite width of at least 0, got " + k);
        }
        return k;
    }

    private static Choice choice(String... names) {
        return names.length == 0 ? Choice.allBut(Choice.Kind.NUMBERS) : Choice.of(Choice.Kind.NUMBERS, names);
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedLimits.One> limits = choice.pick(data.layout()).stream()
                .map(column -> limits(column.name(), data.values(column)))
                .toList();
        return new FittedLimits(limits);
    }

    private FittedLimits.One limits(String name, double[] values) {
        return switch (rule) {
            case BETWEEN -> new FittedLimits.One(name, low, high);
            case QUANTILES -> {
                double[] ends = Quantiles.ofUnsorted(values, low, high);
                yield FittedLimits.one(name, ends[0], ends[1]);
            }
            case FENCES -> {
                double[] quartiles = Quantiles.ofUnsorted(values, 0.25, 0.75);
                double range = quartiles[1] - quartiles[0];
                yield around(name, quartiles[0], quartiles[1], range);
            }
            case DEVIATIONS -> {
                double median = Quantiles.ofUnsorted(values, 0.5)[0];
                double[] distances = new double[values.length];
                for (int i = 0; i < values.length; i++) {
                    distances[i] = Node.finite(Math.abs(values[i] - median));
                }
                double spread = NORMAL * Quantiles.ofUnsorted(distances, 0.5)[0];
                yield around(name, median, median, spread);
            }
        };
    }

    /** No limits where there is no spread: most values are equal then, and all others would become equal to them. */
    private FittedLimits.One around(String name, double from, double to, double spread) {
        return spread > 0
                ? FittedLimits.one(name, from + low * spread, to + high * spread)
                : FittedLimits.one(name, Double.NaN, Double.NaN);
    }

    @Override
    List<?> options() {
        return List.of(rule, low, high, choice);
    }

    @Override
    public String toString() {
        return "Winsorise(" + choice + "; " + rule + " " + low + " " + high + ")";
    }
}
