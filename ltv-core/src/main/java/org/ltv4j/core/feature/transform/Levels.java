package org.ltv4j.core.feature.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;

/** Levels of a category: what is known of each, and how they are named. A level that training did not see is -1. */
final class Levels {
    private static final int MAX_NAME = 100;

    private Levels() {}

    /** What a table says of a level; something else where the level is unknown or the value is missing. */
    static DoubleUnaryOperator lookup(double[] table, double unknown, double missing) {
        return level -> Double.isNaN(level) ? missing : level < 0 ? unknown : table[(int) level];
    }

    /** The place of each given level among those known, -1 where it is not. */
    static DoubleUnaryOperator translation(List<String> given, List<String> known) {
        double[] places = new double[given.size()];
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            byName.put(known.get(i), i);
        }
        for (int i = 0; i < places.length; i++) {
            places[i] = byName.getOrDefault(given.get(i), -1);
        }
        return level -> Double.isNaN(level) ? level : level < places.length ? places[(int) level] : -1;
    }

    static void requireUnique(String feature, List<String> levels) {
        if (new HashSet<>(levels).size() < levels.size()) {
            throw new InvalidDataException("feature " + feature + " has a level that stands twice: join the two");
        }
    }

    static void requireLength(Column column, int length) {
        if (column.requireCategory().levels().size() != length) {
            throw new InvalidDataException(
                    "feature " + column.name() + " has " + column.levels().size() + " levels, not " + length);
        }
    }

    /** Rows of each level; the missing ones come last. */
    static int[] counts(Column column, double[] values) {
        int missing = column.levels().size();
        int[] counts = new int[missing + 1];
        for (double value : values) {
            counts[Double.isNaN(value) ? missing : (int) value]++;
        }
        return counts;
    }

    /** Places of some levels in the order of their names, which does not depend on the order of the rows. */
    static List<Integer> byName(Column column, IntPredicate which) {
        return IntStream.range(0, column.levels().size())
                .filter(which)
                .boxed()
                .sorted((a, b) ->
                        column.levels().get(a).compareTo(column.levels().get(b)))
                .toList();
    }

    /**
     * The name of the flag of a level: its letters and digits if these are enough to tell it from those before, else {@code
     * level_} and its number.
     */
    static String flagName(String feature, String level, int number, Set<String> taken) {
        String letters =
                level.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String name = feature + "_is_" + letters;
        if (letters.isEmpty() || name.length() > MAX_NAME || !taken.add(name)) {
            name = feature + "_is_level_" + number;
            taken.add(name);
        }
        return name;
    }
}
