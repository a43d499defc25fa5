package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureSchema;

/** The columns between two steps, in order. Immutable. */
final class Layout {
    private static final long MAX_COST = 100_000;

    private final Map<String, Column> columns = new LinkedHashMap<>();

    Layout(List<Column> columns) {
        if (columns.isEmpty()) {
            throw new InvalidDataException("no feature is left: choose a lower threshold or keep more features");
        }
        for (Column column : columns) {
            if (column.node().cost() > MAX_COST) {
                throw new InvalidDataException("feature " + column.name() + " takes more than " + MAX_COST
                        + " operations: too many steps feed on one another");
            }
            if (this.columns.put(column.name(), column) != null) {
                throw new InvalidDataException("feature " + column.name()
                        + " would stand twice: rename the one that is there or leave this step out");
            }
        }
    }

    List<Column> columns() {
        return List.copyOf(columns.values());
    }

    Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new InvalidDataException(
                    "no feature " + name + " at this step; there are: " + String.join(", ", columns.keySet()));
        }
        return column;
    }

    /** Each column named replaced by others at its place. */
    Layout replace(List<String> names, Function<Column, List<Column>> replacement) {
        Map<String, List<Column>> changed = new LinkedHashMap<>();
        for (String name : names) {
            if (changed.put(name, replacement.apply(column(name))) != null) {
                throw new InvalidDataException("feature " + name + " is named twice in one step");
            }
        }
        List<Column> result = new ArrayList<>();
        columns.forEach((name, column) -> result.addAll(changed.getOrDefault(name, List.of(column))));
        return new Layout(result);
    }

    /** Further columns at the end. */
    Layout with(List<Column> more) {
        List<Column> result = new ArrayList<>(columns.values());
        result.addAll(more);
        return new Layout(result);
    }

    FeatureSchema schema() {
        return new FeatureSchema(columns.values().stream().map(Column::feature).toList());
    }

    /** The levels of all categories. */
    Map<String, List<String>> levels() {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        columns.values().stream()
                .filter(Column::isCategory)
                .forEach(column -> levels.put(column.name(), column.levels()));
        return levels;
    }
}
