package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.internal.math.Moments;

/**
 * Leaves out features that hardly vary over the training rows: those whose variance (of the population, missing values left
 * out) is not above a threshold, those without any value, and categories of which training saw one level only. A feature
 * that is constant where it is not missing is left out too; an indicator of {@link Impute} keeps what its gaps tell.
 */
public final class VarianceFilter extends FeatureStep {
    private final double threshold;

    private VarianceFilter(double threshold) {
        this.threshold = threshold;
    }

    /**
     * Leaves out what is constant.
     *
     * @return the step
     */
    public static VarianceFilter constants() {
        return above(0);
    }

    /**
     * Keeps what varies more than a threshold.
     *
     * @param variance in the square of each feature's unit, at least 0
     * @return the step
     */
    public static VarianceFilter above(double variance) {
        if (!(variance >= 0 && variance <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("need a finite variance of at least 0, got " + variance);
        }
        return new VarianceFilter(variance);
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedSelection.Judged> judged = new ArrayList<>();
        for (Column column : data.layout().columns()) {
            OptionalDouble variance = variance(column, data.values(column));
            boolean varies = column.isCategory()
                    ? variance.orElse(0) > 0
                    : variance.isPresent() && variance.getAsDouble() > threshold;
            judged.add(new FittedSelection.Judged(column.name(), varies, variance, Optional.empty()));
        }
        return new FittedSelection(FittedSelection.Rule.VARIANCE, judged);
    }

    /** Of a category: the chance that two rows have different levels. */
    private static OptionalDouble variance(Column column, double[] values) {
        if (!column.isCategory()) {
            Moments moments = Moments.of(values);
            return moments.count() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Node.finite(moments.sd() * moments.sd()));
        }
        int[] counts = Levels.counts(column, values);
        int[] seen = Arrays.copyOf(counts, counts.length - 1);
        double rows = Arrays.stream(seen).asDoubleStream().sum();
        if (rows == 0) {
            return OptionalDouble.empty();
        }
        double same = 0;
        for (int count : seen) {
            same += count / rows * (count / rows);
        }
        return OptionalDouble.of(Arrays.stream(seen).filter(count -> count > 0).count() == 1 ? 0 : 1 - same);
    }

    @Override
    List<?> options() {
        return List.of(threshold);
    }

    @Override
    public String toString() {
        return "VarianceFilter(above " + threshold + ")";
    }
}
