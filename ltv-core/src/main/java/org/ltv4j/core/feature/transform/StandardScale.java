package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.internal.math.Moments;

/**
 * Takes the mean off and divides by the standard deviation of the training rows: {@code (x - mean) / sd}, with the
 * deviation of the population (divided by n), as scikit-learn does.
 *
 * <p>Missing values stay missing and count for nothing. A feature that is constant in training is only centred, so that it
 * becomes 0; one that is all missing stays as it is. Cost: two passes over the training rows.
 */
public final class StandardScale extends FeatureStep {
    private final Choice choice;

    private StandardScale(Choice choice) {
        this.choice = choice;
    }

    /**
     * Of the features named.
     *
     * @param names numeric features, at least one
     * @return the step
     */
    public static StandardScale of(String... names) {
        return new StandardScale(Choice.of(Choice.Kind.NUMBERS, names));
    }

    /**
     * Of all quantities and counts (flags stay as they are).
     *
     * @return the step
     */
    public static StandardScale all() {
        return allBut();
    }

    /**
     * Of all quantities and counts (flags stay as they are) but some.
     *
     * @param names the features to leave as they are
     * @return the step
     */
    public static StandardScale allBut(String... names) {
        return new StandardScale(Choice.allBut(Choice.Kind.NUMBERS, names));
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedScale.One> scales = choice.pick(data.layout()).stream()
                .map(column -> one(column.name(), Moments.of(data.values(column))))
                .toList();
        return new FittedScale(FittedScale.Kind.STANDARD, scales);
    }

    private static FittedScale.One one(String name, Moments moments) {
        return FittedScale.one(name, moments.mean(), moments.sd());
    }

    @Override
    List<?> options() {
        return List.of(choice);
    }

    @Override
    public String toString() {
        return "StandardScale(" + choice + ")";
    }
}
