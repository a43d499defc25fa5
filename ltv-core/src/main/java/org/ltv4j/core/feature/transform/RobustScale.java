package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.internal.math.Quantiles;

/**
 * Takes the median off and divides by the interquartile range of the training rows: {@code (x - median) / (q75 - q25)}.
 * A few huge spenders hardly move it. Quantiles interpolate linearly between order statistics, as in scikit-learn.
 *
 * <p>Missing values stay missing and count for nothing. A feature whose middle half is constant is only centred; one that is
 * all missing stays as it is. Cost: a selection over the training rows.
 */
public final class RobustScale extends FeatureStep {
    private static final double LOW = 0.25;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.75;

    private final Choice choice;

    private RobustScale(Choice choice) {
        this.choice = choice;
    }

    /**
     * Of the features named.
     *
     * @param names numeric features, at least one
     * @return the step
     */
    public static RobustScale of(String... names) {
        return new RobustScale(Choice.of(Choice.Kind.NUMBERS, names));
    }

    /**
     * Of all quantities and counts (flags stay as they are).
     *
     * @return the step
     */
    public static RobustScale all() {
        return allBut();
    }

    /**
     * Of all quantities and counts (flags stay as they are) but some.
     *
     * @param names the features to leave as they are
     * @return the step
     */
    public static RobustScale allBut(String... names) {
        return new RobustScale(Choice.allBut(Choice.Kind.NUMBERS, names));
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedScale.One> scales = choice.pick(data.layout()).stream()
                .map(column -> one(column.name(), Quantiles.ofUnsorted(data.values(column), LOW, MIDDLE, HIGH)))
                .toList();
        return new FittedScale(FittedScale.Kind.ROBUST, scales);
    }

    private static FittedScale.One one(String name, double[] quartiles) {
        return FittedScale.one(name, quartiles[1], quartiles[2] - quartiles[0]);
    }

    @Override
    List<?> options() {
        return List.of(choice);
    }

    @Override
    public String toString() {
        return "RobustScale(" + choice + ")";
    }
}
