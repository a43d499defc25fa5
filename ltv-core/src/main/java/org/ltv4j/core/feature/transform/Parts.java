package org.ltv4j.core.feature.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Brings what was learnt of each feature to its column. */
final class Parts {
    private static final int SHOWN = 20;

    private Parts() {}

    /** The first of some numbers, for a report. */
    static String first(List<? extends Number> numbers) {
        return numbers.size() <= SHOWN
                ? numbers.toString()
                : numbers.subList(0, SHOWN) + " and " + (numbers.size() - SHOWN) + " more";
    }

    static <T> List<String> names(List<T> parts, Function<T, String> name) {
        return parts.stream().map(name).toList();
    }

    /** For a function that makes one column of one. */
    static <T> Function<Column, List<Column>> each(
            List<T> parts, Function<T, String> name, BiFunction<Column, T, Column> make) {
        return many(parts, name, (column, part) -> List.of(make.apply(column, part)));
    }

    /** For a function that makes several columns of one. */
    static <T> Function<Column, List<Column>> many(
            List<T> parts, Function<T, String> name, BiFunction<Column, T, List<Column>> make) {
        Map<String, T> byName = new HashMap<>();
        parts.forEach(part -> byName.put(name.apply(part), part));
        return column -> make.apply(column, Objects.requireNonNull(byName.get(column.name())));
    }
}
