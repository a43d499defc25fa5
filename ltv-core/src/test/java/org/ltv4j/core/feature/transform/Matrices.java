package org.ltv4j.core.feature.transform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;

/** Small feature matrices for tests. */
final class Matrices {
    static final double NA = Double.NaN;

    private final List<Feature> features = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final Map<String, List<String>> levels = new HashMap<>();

    static Matrices with() {
        return new Matrices();
    }

    static FeatureMatrix number(String name, double... values) {
        return with().numbers(name, values).build();
    }

    Matrices numbers(String name, double... values) {
        return add(name, FeatureType.NUMBER, "EUR", values);
    }

    Matrices counts(String name, double... values) {
        return add(name, FeatureType.COUNT, "", values);
    }

    Matrices flags(String name, double... values) {
        return add(name, FeatureType.FLAG, "", values);
    }

    Matrices category(String name, List<String> names, double... values) {
        levels.put(name, names);
        return add(name, FeatureType.CATEGORY, "", values);
    }

    private Matrices add(String name, FeatureType type, String unit, double... values) {
        features.add(Feature.of(name, type, unit, "the " + name, "raw " + name, "amount"));
        columns.add(values);
        return this;
    }

    FeatureMatrix build() {
        return build(IdTable.numbered(columns.get(0).length));
    }

    FeatureMatrix build(IdTable customers) {
        return FeatureMatrix.of(
                customers,
                LocalDate.of(2024, 6, 30),
                new FeatureSchema(features),
                columns.toArray(double[][]::new),
                levels);
    }
}
