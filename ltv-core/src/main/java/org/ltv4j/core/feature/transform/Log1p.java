package org.ltv4j.core.feature.transform;

import java.util.List;

/**
 * Draws large numbers together: {@code sign(x) ln(1 + |x|)}, which is {@code ln(1 + x)} for amounts and counts, and treats
 * a net refund as it treats spend of the same size. Nothing is learnt. Missing values stay missing.
 */
public final class Log1p extends FeatureStep {
    private final Choice choice;

    private Log1p(Choice choice) {
        this.choice = choice;
    }

    /**
     * Of the features named.
     *
     * @param names numeric features, at least one
     * @return the step
     */
    public static Log1p of(String... names) {
        return new Log1p(Choice.of(Choice.Kind.NUMBERS, names));
    }

    /**
     * Of all quantities and counts (flags stay as they are).
     *
     * @return the step
     */
    public static Log1p all() {
        return allBut();
    }

    /**
     * Of all quantities and counts (flags stay as they are) but some.
     *
     * @param names the features to leave as they are
     * @return the step
     */
    public static Log1p allBut(String... names) {
        return new Log1p(Choice.allBut(Choice.Kind.NUMBERS, names));
    }

    @Override
    StepCode fit(FitData data) {
        return new FittedLog1p(
                choice.pick(data.layout()).stream().map(Column::name).toList());
    }

    @Override
    List<?> options() {
        return List.of(choice);
    }

    @Override
    public String toString() {
        return "Log1p(" + choice + ")";
    }
}
