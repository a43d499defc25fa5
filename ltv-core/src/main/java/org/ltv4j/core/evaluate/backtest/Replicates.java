package org.ltv4j.core.evaluate.backtest;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.ltv4j.core.internal.math.Normal;
import org.ltv4j.core.internal.math.Quantiles;
import org.ltv4j.core.model.Interval;

/** What resamples said of one number: its standard error, its interval, and how likely its distance from 0 is by chance. */
final class Replicates {
    private static final double LEAST_PRESENT = 0.95;

    private final double[] sorted;
    private final boolean enough;
    private final double bias;
    private final double acceleration;
    private final double confidence;

    /**
     * Takes the arrays over.
     *
     * @param how the options
     * @param value of all customers once
     * @param customers how many
     * @param replicates of resamples, NaN where it does not exist
     * @param jackknife without each group of customers; empty for plain percentiles
     */
    Replicates(Bootstrap how, double value, int customers, double[] replicates, double[] jackknife) {
        confidence = how.confidence();
        sorted =
                Arrays.stream(replicates).filter(v -> !Double.isNaN(v)).sorted().toArray();
        enough = customers > 1 && !Double.isNaN(value) && sorted.length >= LEAST_PRESENT * replicates.length;
        boolean corrected = how.ends() == Bootstrap.Ends.BIAS_CORRECTED && enough;
        bias = corrected ? Normal.quantile(share(value)) : 0;
        acceleration = corrected ? acceleration(jackknife) : 0;
    }

    /** Of a function of the replicate's number. */
    static double[] column(int n, IntToDoubleFunction value) {
        double[] column = new double[n];
        Arrays.setAll(column, value);
        return column;
    }

    /** The share of replicates below a value, equal ones counting half; never quite 0 or 1. */
    private double share(double value) {
        double tolerance = 1e-12 * Math.abs(value);
        double below = 0;
        for (double replicate : sorted) {
            below += Math.abs(replicate - value) <= tolerance ? 0.5 : replicate < value ? 1 : 0;
        }
        double n = sorted.length;
        return Math.min(n - 0.5, Math.max(0.5, below)) / n;
    }

    private static double acceleration(double[] jackknife) {
        double mean = Arrays.stream(jackknife).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (double without : jackknife) {
            double influence = mean - without;
            squares += influence * influence;
            cubes += influence * influence * influence;
        }
        double skewness = cubes / (6 * Math.pow(squares, 1.5));
        return Double.isFinite(skewness)
                ? skewness
                : 0; // NaN: constant, or some group is needed for the number to exist
    }

    OptionalDouble standardError() {
        if (!enough) {
            return OptionalDouble.empty();
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (sorted.length - 1)));
    }

    Optional<Interval> interval() {
        if (!enough) {
            return Optional.empty();
        }
        double lower = quantile((1 - confidence) / 2);
        return Optional.of(new Interval(lower, Math.max(lower, quantile((1 + confidence) / 2))));
    }

    private double quantile(double probability) {
        double moved = probability;
        if (bias != 0 || acceleration != 0) {
            double z = bias + Normal.quantile(probability);
            double stretch = 1 - acceleration * z;
            // beyond its pole the transformation means nothing; then it says as far as can be
            moved = stretch > 0 ? Normal.cumulative(bias + z / stretch) : z > 0 ? 1 : 0;
        }
        return Quantiles.of(sorted, 0, sorted.length, moved);
    }

    /** The confidence at which the interval would just reach 0, taken from 1; at least 1 in as many as there are replicates. */
    OptionalDouble pValue() {
        if (!enough) {
            return OptionalDouble.empty();
        }
        double z = Normal.quantile(share(0)) - bias;
        double stretch = 1 + acceleration * z;
        double tail = stretch > 0 ? Normal.cumulative(z / stretch - bias) : z > 0 ? 1 : 0;
        double p = 2 * Math.min(tail, 1 - tail);
        return OptionalDouble.of(Math.min(1, Math.max(p, 1.0 / (sorted.length + 1))));
    }
}
