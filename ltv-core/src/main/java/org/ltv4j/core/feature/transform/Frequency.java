package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.List;

/**
 * How common a level is: {@code <name>_frequency}, the share of the training rows with a level that have this one, takes the
 * place of the category. A level that training did not see has the share 0; a missing value stays missing. Cost: one pass.
 */
public final class Frequency extends FeatureStep {
    private final Choice choice;
    private final boolean keepsSource;

    private Frequency(Choice choice) {
        this(choice, false);
    }

    private Frequency(Choice choice, boolean keepsSource) {
        this.choice = choice;
        this.keepsSource = keepsSource;
    }

    /**
     * Of the features named.
     *
     * @param names categories, at least one
     * @return the step
     */
    public static Frequency of(String... names) {
        return new Frequency(Choice.of(Choice.Kind.CATEGORIES, names));
    }

    /**
     * Of all categories.
     *
     * @return the step
     */
    public static Frequency all() {
        return allBut();
    }

    /**
     * Of all categories but some.
     *
     * @param names the features to leave as they are
     * @return the step
     */
    public static Frequency allBut(String... names) {
        return new Frequency(Choice.allBut(Choice.Kind.CATEGORIES, names));
    }

    /**
     * With the category itself kept before its frequency, for another encoder.
     *
     * @return the step
     */
    public Frequency keepingSource() {
        return new Frequency(choice, true);
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedFrequency.One> features = choice.pick(data.layout()).stream()
                .map(column -> shares(column, Levels.counts(column, data.values(column)), data.rows()))
                .toList();
        return new FittedFrequency(keepsSource, features);
    }

    private static FittedFrequency.One shares(Column column, int[] counts, int rows) {
        int levels = column.levels().size();
        double present = Math.max(1, rows - counts[levels]);
        List<Double> shares = new ArrayList<>(levels);
        for (int level = 0; level < levels; level++) {
            shares.add(counts[level] / present);
        }
        return new FittedFrequency.One(column.name(), shares);
    }

    @Override
    List<?> options() {
        return List.of(choice, keepsSource);
    }

    @Override
    public String toString() {
        return "Frequency(" + choice + (keepsSource ? ", keeping source" : "") + ")";
    }
}
