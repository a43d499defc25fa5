package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;

/**
 * The place of a level in an order: {@code <name>_rank}, from 0, takes the place of the category. The order is given, or is
 * that of the levels' names. A missing value and a level that is not in the order stay missing. Cost: one pass.
 */
public final class Ordinal extends FeatureStep {
    private final Choice choice;
    private final Optional<List<String>> order;
    private final boolean keepsSource;

    private Ordinal(Choice choice) {
        this(choice, Optional.empty(), false);
    }

    private Ordinal(Choice choice, Optional<List<String>> order, boolean keepsSource) {
        this.choice = choice;
        this.order = order;
        this.keepsSource = keepsSource;
    }

    /**
     * Of the features named.
     *
     * @param names categories, at least one
     * @return the step
     */
    public static Ordinal of(String... names) {
        return new Ordinal(Choice.of(Choice.Kind.CATEGORIES, names));
    }

    /**
     * Of all categories.
     *
     * @return the step
     */
    public static Ordinal all() {
        return allBut();
    }

    /**
     * Of all categories but some.
     *
     * @param names the features to leave as they are
     * @return the step
     */
    public static Ordinal allBut(String... names) {
        return new Ordinal(Choice.allBut(Choice.Kind.CATEGORIES, names));
    }

    /**
     * In an order that is known.
     *
     * @param levels names of levels, lowest first, each once; levels of the training rows that are not among them are an
     *     error when the step is fitted
     * @return the step
     */
    public Ordinal inOrder(List<String> levels) {
        List<String> copy = List.copyOf(levels);
        if (copy.isEmpty() || new HashSet<>(copy).size() < copy.size()) {
            throw new InvalidDataException("need at least one level, each once");
        }
        return new Ordinal(choice, Optional.of(copy), keepsSource);
    }

    /**
     * With the category itself kept before its rank, for another encoder.
     *
     * @return the step
     */
    public Ordinal keepingSource() {
        return new Ordinal(choice, order, true);
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedOrdinal.One> features = choice.pick(data.layout()).stream()
                .map(column -> ranks(column, Levels.counts(column, data.values(column))))
                .toList();
        return new FittedOrdinal(keepsSource, features);
    }

    private FittedOrdinal.One ranks(Column column, int[] counts) {
        Integer[] ranks = new Integer[column.levels().size()];
        Arrays.fill(ranks, -1);
        if (order.isEmpty()) {
            List<Integer> seen = Levels.byName(column, level -> counts[level] > 0);
            for (int i = 0; i < seen.size(); i++) {
                ranks[seen.get(i)] = i;
            }
            return new FittedOrdinal.One(column.name(), List.of(ranks));
        }
        List<Integer> absent = new ArrayList<>();
        for (int level = 0; level < ranks.length; level++) {
            ranks[level] = order.get().indexOf(column.levels().get(level));
            if (ranks[level] < 0 && counts[level] > 0) {
                absent.add(level);
            }
        }
        if (!absent.isEmpty()) {
            throw new InvalidDataException("feature " + column.name() + " has " + absent.size()
                    + " levels that are not in the order given, at the places " + absent
                    + " of its levels: add them to the order");
        }
        return new FittedOrdinal.One(column.name(), List.of(ranks));
    }

    @Override
    List<?> options() {
        return List.of(choice, order, keepsSource);
    }

    @Override
    public String toString() {
        return "Ordinal(" + choice + order.map(o -> "; in order " + o).orElse("")
                + (keepsSource ? ", keeping source" : "") + ")";
    }
}
