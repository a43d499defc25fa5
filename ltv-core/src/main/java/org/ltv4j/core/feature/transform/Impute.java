package org.ltv4j.core.feature.transform;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Fills missing values with what is known of the training rows: their mean, median, most frequent value, or a constant; of
 * all of them or of similar customers only. {@link #withIndicator} adds {@code <name>_missing}, 1 where a value was filled
 * in, so that a model may still learn from the gap.
 *
 * <pre>{@code
 * Impute.median("days_between_purchases").byGroup("favourite_channel").withIndicator()
 * }</pre>
 *
 * <p>A group without any value in training, an unknown group and a missing one get the value of all rows. Of several most
 * frequent values the smallest counts (of categories the first level). A count or a flag that is filled with a mean or a
 * median becomes a quantity. A feature that is all missing in training has nothing to be filled with: an error that says so,
 * except for a constant. Cost: one pass, for the median a selection, for the mode a sort.
 */
public final class Impute extends FeatureStep {
    /** What a missing value is replaced by. */
    enum With {
        CONSTANT,
        MEAN,
        MEDIAN,
        MODE,
        LEVEL
    }

    private final With with;
    private final double constant;
    private final Optional<String> level;
    private final Choice choice;
    private final Optional<Grouping> grouping;
    private final boolean indicator;

    /** The feature by which customers are similar; cut into bins where that is not 0. */
    record Grouping(String feature, int bins) {}

    private Impute(
            With with,
            double constant,
            Optional<String> level,
            Choice choice,
            Optional<Grouping> grouping,
            boolean indicator) {
        this.with = with;
        this.constant = constant;
        this.level = level;
        this.choice = choice;
        this.grouping = grouping;
        this.indicator = indicator;
    }

    private static Impute numbers(With with, String... names) {
        return new Impute(with, 0, Optional.empty(), Choice.of(Choice.Kind.NUMBERS, names), Optional.empty(), false);
    }

    /**
     * With a number that is known.
     *
     * @param value a finite number
     * @param names numeric features, at least one
     * @return the step
     */
    public static Impute constant(double value, String... names) {
        if (!Double.isFinite(value)) {
            throw new InvalidDataException("need a finite number to fill in, got " + value);
        }
        return new Impute(
                With.CONSTANT, value, Optional.empty(), Choice.of(Choice.Kind.NUMBERS, names), Optional.empty(), false);
    }

    /**
     * With the mean.
     *
     * @param names numeric features, at least one
     * @return the step
     */
    public static Impute mean(String... names) {
        return numbers(With.MEAN, names);
    }

    /**
     * With the median.
     *
     * @param names numeric features, at least one
     * @return the step
     */
    public static Impute median(String... names) {
        return numbers(With.MEDIAN, names);
    }

    /**
     * With the most frequent value.
     *
     * @param names features of any type, at least one
     * @return the step
     */
    public static Impute mode(String... names) {
        return new Impute(With.MODE, 0, Optional.empty(), Choice.of(Choice.Kind.ANY, names), Optional.empty(), false);
    }

    /**
     * With a level of its own, which is added to the levels if it is not among them.
     *
     * @param level name of the level, for example {@code unknown}
     * @param names categories, at least one
     * @return the step
     */
    public static Impute level(String level, String... names) {
        return new Impute(
                With.LEVEL, 0, Optional.of(level), Choice.of(Choice.Kind.CATEGORIES, names), Optional.empty(), false);
    }

    /**
     * From customers of the same level of a category only.
     *
     * @param category a category, not among the features that are filled
     * @return the step
     */
    public Impute byGroup(String category) {
        return by(new Grouping(category, 0));
    }

    /**
     * From customers of the same quantile bin of a numeric feature only.
     *
     * @param feature a numeric feature, not among those that are filled
     * @param bins how many bins at most, from 2 to 1000; see {@link Bin}
     * @return the step
     */
    public Impute byBins(String feature, int bins) {
        return by(new Grouping(feature, Edges.checkBins(bins)));
    }

    private Impute by(Grouping by) {
        if (with == With.CONSTANT || with == With.LEVEL) {
            throw new IllegalArgumentException("a constant is the same for all groups: leave the groups out");
        }
        if (choice.names().contains(by.feature())) {
            throw new IllegalArgumentException("feature " + by.feature() + " cannot be filled by its own groups");
        }
        return new Impute(with, constant, level, choice, Optional.of(by), indicator);
    }

    /**
     * With {@code <name>_missing} added at the end for each feature: 1 where the value was missing, else 0.
     *
     * @return the step
     */
    public Impute withIndicator() {
        return new Impute(with, constant, level, choice, grouping, true);
    }

    @Override
    StepCode fit(FitData data) {
        List<Column> columns = choice.pick(data.layout());
        if (with == With.LEVEL) {
            List<FittedImpute.One> levels = columns.stream().map(this::level).toList();
            return new FittedImpute(with, Optional.empty(), indicator, levels);
        }
        if (grouping.isEmpty()) {
            List<FittedImpute.One> fills = columns.stream()
                    .map(column -> ImputeFit.one(with, constant, column, data.values(column)))
                    .toList();
            return new FittedImpute(with, Optional.empty(), indicator, fills);
        }
        FittedImpute.Groups groups = groups(grouping.get(), data);
        Column by = data.layout().column(groups.feature());
        int[] group = groups.of(by, data.values(by));
        List<FittedImpute.One> fills = columns.stream()
                .map(column -> ImputeFit.byGroup(with, column, data.values(column), group, groups.count(by)))
                .toList();
        return new FittedImpute(with, Optional.of(groups), indicator, fills);
    }

    private FittedImpute.One level(Column column) {
        String name = level.orElseThrow();
        int place = column.levels().indexOf(name);
        return place >= 0
                ? new FittedImpute.One(column.name(), place, Optional.empty(), List.of())
                : new FittedImpute.One(column.name(), column.levels().size(), level, List.of());
    }

    private static FittedImpute.Groups groups(Grouping by, FitData data) {
        Column column = data.layout().column(by.feature());
        if (by.bins() == 0) {
            return new FittedImpute.Groups(column.requireCategory().name(), List.of());
        }
        return new FittedImpute.Groups(column.requireNumber().name(), Edges.quantiles(data.values(column), by.bins()));
    }

    @Override
    List<?> options() {
        return List.of(with, constant, level, choice, grouping, indicator);
    }

    @Override
    public String toString() {
        return "Impute(" + choice + "; " + with + (with == With.CONSTANT ? " " + constant : level.orElse(""))
                + grouping.map(by -> " by " + by.feature() + (by.bins() == 0 ? "" : " in " + by.bins() + " bins"))
                        .orElse("")
                + (indicator ? ", with indicator" : "") + ")";
    }
}
