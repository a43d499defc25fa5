package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureType;

/**
 * Which features a step works on: those named, or all of a kind but those named, as they stand when the step comes.
 *
 * @param names the names
 * @param except whether all others are meant
 * @param kind what kind of feature can be chosen
 */
record Choice(List<String> names, boolean except, Kind kind) {
    /** Kinds of features. */
    enum Kind {
        /** All but categories when named; quantities and counts, not flags, when not. */
        NUMBERS,
        /** Categories. */
        CATEGORIES,
        /** All. */
        ANY
    }

    Choice {
        names = List.copyOf(names);
        if (names.isEmpty() && !except) {
            throw new IllegalArgumentException("name at least one feature, or choose all()");
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("a feature is named twice: " + String.join(", ", names));
        }
    }

    static Choice of(Kind kind, String... names) {
        return new Choice(List.of(names), false, kind);
    }

    static Choice allBut(Kind kind, String... names) {
        return new Choice(List.of(names), true, kind);
    }

    /** The features chosen, in the order of the columns or as named. */
    List<Column> pick(Layout layout) {
        List<Column> named = names.stream().map(layout::column).toList();
        if (!except) {
            named.forEach(this::check);
            return named;
        }
        return layout.columns().stream()
                .filter(column -> matches(column.feature().type()) && !names.contains(column.name()))
                .toList();
    }

    private boolean matches(FeatureType type) {
        return switch (kind) {
            case NUMBERS -> type == FeatureType.NUMBER || type == FeatureType.COUNT;
            case CATEGORIES -> type == FeatureType.CATEGORY;
            case ANY -> true;
        };
    }

    private void check(Column column) {
        switch (kind) {
            case NUMBERS -> column.requireNumber();
            case CATEGORIES -> column.requireCategory();
            case ANY -> {}
        }
    }

    /** A share from 0 to 1, checked. */
    static double share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidDataException(what + ": need a share from 0 to 1, got " + value);
        }
        return value;
    }

    @Override
    public String toString() {
        String list = String.join(", ", names);
        return except ? (names.isEmpty() ? "all" : "all but " + list) : list;
    }
}
