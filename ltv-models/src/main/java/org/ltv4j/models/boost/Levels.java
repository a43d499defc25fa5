package org.ltv4j.models.boost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;

/** Brings rows into the form that trees were trained on: categories by the names of their levels, all as floats. */
final class Levels {
    private final FeatureSchema schema;
    private final Map<String, List<String>> known;
    private final UnseenLevel unseen;

    Levels(FeatureSchema schema, Map<String, List<String>> known, UnseenLevel unseen) {
        this.schema = schema;
        this.known = known;
        this.unseen = unseen;
        for (Feature feature : schema.features()) {
            if ((feature.type() == FeatureType.CATEGORY) != known.containsKey(feature.name())) {
                throw new IllegalArgumentException(
                        "feature " + feature.name() + " needs names of levels if it is a category, and only then");
            }
        }
        if (!schema.names().containsAll(known.keySet())) {
            throw new IllegalArgumentException("there are levels of features that are not in the schema");
        }
    }

    /** For each column the code of each of a matrix's levels; -1 for one not met in training; none for a quantity. */
    int[][] codes(FeatureMatrix features) {
        int[][] codes = new int[schema.size()][];
        for (int column = 0; column < codes.length; column++) {
            String name = schema.feature(column).name();
            List<String> levels = known.get(name);
            codes[column] = levels == null ? new int[0] : codes(features.levels(name), levels);
        }
        return codes;
    }

    private static int[] codes(List<String> given, List<String> levels) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            places.putIfAbsent(levels.get(i), i);
        }
        return given.stream().mapToInt(level -> places.getOrDefault(level, -1)).toArray();
    }

    /** A block of one column as floats. */
    void copy(FeatureMatrix features, int column, int[] codes, int from, float[] into) {
        boolean category = isCategory(column);
        for (int i = 0; i < into.length; i++) {
            double value = features.value(from + i, column);
            into[i] = category && !Double.isNaN(value)
                    ? code(codes[(int) value], column, "row " + (from + i + 1) + ", ")
                    : (float) value;
        }
    }

    /** One value of a row that is not of a matrix. */
    float checked(double value, int column) {
        if (Double.isInfinite(value)) {
            throw new InvalidDataException(
                    "feature " + schema.feature(column).name() + " is infinite: a missing value is NaN");
        }
        if (!isCategory(column) || Double.isNaN(value)) {
            return (float) value;
        }
        if (!(value >= 0) || value != Math.rint(value)) {
            throw new InvalidDataException("feature " + schema.feature(column).name()
                    + " is a category, whose values are places in levels(): " + value + " is none");
        }
        return code(value < known(column).size() ? (int) value : -1, column, "");
    }

    private float code(int code, int column, String where) {
        if (code >= 0) {
            return code;
        }
        if (unseen == UnseenLevel.ERROR) {
            throw new InvalidDataException(
                    where + "feature " + schema.feature(column).name()
                            + " has a level that training has not met: train again, or let it count as missing with"
                            + " UnseenLevel.MISSING");
        }
        return Float.NaN;
    }

    private boolean isCategory(int column) {
        return schema.feature(column).type() == FeatureType.CATEGORY;
    }

    private List<String> known(int column) {
        return known.getOrDefault(schema.feature(column).name(), List.of());
    }
}
