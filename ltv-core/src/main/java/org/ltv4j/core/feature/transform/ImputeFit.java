package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.Moments;
import org.ltv4j.core.internal.math.Quantiles;

/** Finds what missing values are replaced by. */
final class ImputeFit {
    private ImputeFit() {}

    static FittedImpute.One one(Impute.With with, double constant, Column column, double[] values) {
        double fill = with == Impute.With.CONSTANT ? constant : required(with, column, values);
        return new FittedImpute.One(column.name(), fill, Optional.empty(), List.of());
    }

    static FittedImpute.One byGroup(Impute.With with, Column column, double[] values, int[] group, int groups) {
        double overall = required(with, column, values);
        double[][] byGroup = split(values, group, groups);
        List<Double> fills = new ArrayList<>(groups);
        for (double[] some : byGroup) {
            double fill = fill(with, some);
            fills.add(Double.isNaN(fill) ? overall : fill);
        }
        return new FittedImpute.One(column.name(), overall, Optional.empty(), fills);
    }

    /** The values of each group in the order of the rows; those of no group are left out. */
    private static double[][] split(double[] values, int[] group, int groups) {
        int[] sizes = new int[groups];
        for (int g : group) {
            if (g >= 0) {
                sizes[g]++;
            }
        }
        double[][] split = new double[groups][];
        for (int g = 0; g < groups; g++) {
            split[g] = new double[sizes[g]];
        }
        int[] next = new int[groups];
        for (int i = 0; i < values.length; i++) {
            if (group[i] >= 0) {
                split[group[i]][next[group[i]]++] = values[i];
            }
        }
        return split;
    }

    private static double required(Impute.With with, Column column, double[] values) {
        double fill = fill(with, values);
        if (Double.isNaN(fill)) {
            throw new InvalidDataException("feature " + column.name()
                    + " has no value in the training rows, so that there is nothing to fill in: leave it out or use a"
                    + " constant");
        }
        return fill;
    }

    private static double fill(Impute.With with, double[] values) {
        return switch (with) {
            case MEAN -> Moments.of(values).mean();
            case MEDIAN -> Quantiles.ofUnsorted(values, 0.5)[0];
            case MODE -> mode(values);
            case CONSTANT, LEVEL -> throw new IllegalStateException(with + " is not learnt");
        };
    }

    /** The most frequent value, the smallest of several; of levels that were seen in training only. */
    private static double mode(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
        double mode = Double.NaN;
        int most = 0;
        int start = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != sorted[start]) {
                start = i;
            }
            if (i - start + 1 > most) {
                most = i - start + 1;
                mode = sorted[i];
            }
        }
        return mode;
    }
}
