package org.ltv4j.core.feature.transform;

import java.util.List;

/**
 * A flag for each level of a category that training saw: {@code favourite_channel_is_online} is 1 if the level is "online",
 * else 0. The flags take the place of the category, in the order of the levels' names. They are named after the letters a
 * to z and the digits of the level, or {@code ..._is_level_3} (its number in that order) where these do not tell it apart.
 *
 * <p>All flags are 0 where the value is missing or the level was not seen in training. {@link #withOther} adds a flag for
 * such levels, together with rare ones; {@link #withMissing} adds one for missing values. The names of levels become part of
 * the schema and of saved models: never encode what identifies a customer. Cost: one pass over the training rows.
 */
public final class OneHot extends FeatureStep {
    private final Choice choice;
    private final int minCount;
    private final int maxLevels;
    private final boolean other;
    private final boolean missing;
    private final boolean keepsSource;

    private OneHot(Choice choice) {
        this(choice, 1, Integer.MAX_VALUE, false, false, false);
    }

    private OneHot(Choice choice, int minCount, int maxLevels, boolean other, boolean missing, boolean keepsSource) {
        this.choice = choice;
        this.minCount = minCount;
        this.maxLevels = maxLevels;
        this.other = other;
        this.missing = missing;
        this.keepsSource = keepsSource;
    }

    /**
     * Of the features named.
     *
     * @param names categories, at least one
     * @return the step
     */
    public static OneHot of(String... names) {
        return new OneHot(Choice.of(Choice.Kind.CATEGORIES, names));
    }

    /**
     * Of all categories.
     *
     * @return the step
     */
    public static OneHot all() {
        return allBut();
    }

    /**
     * Of all categories but some.
     *
     * @param names the features to leave as they are
     * @return the step
     */
    public static OneHot allBut(String... names) {
        return new OneHot(Choice.allBut(Choice.Kind.CATEGORIES, names));
    }

    /**
     * With flags for frequent levels only; all others share the flag {@code <name>_is_other}.
     *
     * @param count training rows that a level must have at least, from 1 on
     * @return the step
     */
    public OneHot withMinCount(int count) {
        return new OneHot(choice, positive("count", count), maxLevels, true, missing, keepsSource);
    }

    /**
     * With flags for the most frequent levels only (of equally frequent ones those first by name); all others share the flag
     * {@code <name>_is_other}.
     *
     * @param count levels with a flag of their own at most, from 1 on
     * @return the step
     */
    public OneHot withMaxLevels(int count) {
        return new OneHot(choice, minCount, positive("count", count), true, missing, keepsSource);
    }

    /**
     * With the flag {@code <name>_is_other} for levels that training did not see.
     *
     * @return the step
     */
    public OneHot withOther() {
        return new OneHot(choice, minCount, maxLevels, true, missing, keepsSource);
    }

    /**
     * With the flag {@code <name>_is_missing}.
     *
     * @return the step
     */
    public OneHot withMissing() {
        return new OneHot(choice, minCount, maxLevels, other, true, keepsSource);
    }

    /**
     * With the category itself kept before its flags, for another encoder.
     *
     * @return the step
     */
    public OneHot keepingSource() {
        return new OneHot(choice, minCount, maxLevels, other, missing, true);
    }

    private static int positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + ": need at least 1, got " + value);
        }
        return value;
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedOneHot.One> features = choice.pick(data.layout()).stream()
                .map(column -> new FittedOneHot.One(column.name(), levels(column, data.values(column))))
                .toList();
        return new FittedOneHot(other, missing, keepsSource, features);
    }

    private List<Integer> levels(Column column, double[] values) {
        int[] counts = Levels.counts(column, values);
        List<Integer> frequent = Levels.byName(column, level -> counts[level] >= minCount);
        if (frequent.size() <= maxLevels) {
            return frequent;
        }
        List<Integer> most = frequent.stream()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                .limit(maxLevels)
                .toList();
        return frequent.stream().filter(most::contains).toList();
    }

    @Override
    List<?> options() {
        return List.of(choice, minCount, maxLevels, other, missing, keepsSource);
    }

    @Override
    public String toString() {
        return "OneHot(" + choice + (minCount > 1 ? "; at least " + minCount + " rows" : "")
                + (maxLevels < Integer.MAX_VALUE ? "; at most " + maxLevels + " levels" : "")
                + (other ? ", other" : "") + (missing ? ", missing" : "") + (keepsSource ? ", keeping source" : "")
                + ")";
    }
}
