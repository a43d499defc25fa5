package org.ltv4j.core.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;

/** Puts the features and outcomes of several dates under one another. Levels of categories are matched by name. */
final class Stacking {
    /**
     * Features as of one date and what happened after it.
     *
     * @param features a row per customer
     * @param outcomes a value per row
     */
    record Part(FeatureMatrix features, double[] outcomes) {}

    private final FeatureSchema schema;
    private final Map<String, List<String>> levels;
    private final double[][] columns;
    private final double[] outcomes;
    private final int[] customer;
    private final int[] date;
    private final IdTable.Builder numbers = new IdTable.Builder();
    private final List<LocalDate> dates = new ArrayList<>();
    private int rows;

    private Stacking(List<Part> parts) {
        schema = parts.get(0).features().schema();
        int all = 0;
        for (Part part : parts) {
            all = Math.addExact(all, part.features().rows());
        }
        if (all == 0) {
            throw new InvalidDataException("a training set needs at least one row");
        }
        levels = levels(parts);
        columns = new double[schema.size()][all];
        outcomes = new double[all];
        customer = new int[all];
        date = new int[all];
    }

    static TrainingSet stack(Outcome outcome, List<Part> parts) {
        Stacking stacking = new Stacking(parts);
        for (Part part : parts) {
            stacking.add(outcome, part);
        }
        double[] weights = new double[stacking.rows];
        Arrays.fill(weights, 1);
        return new TrainingSet(
                outcome,
                stacking.schema,
                stacking.levels,
                stacking.columns,
                stacking.outcomes,
                weights,
                stacking.customer,
                stacking.numbers.size(),
                stacking.date,
                List.copyOf(stacking.dates));
    }

    private void add(Outcome outcome, Part part) {
        FeatureMatrix features = part.features();
        if (!features.schema().equals(schema)) {
            throw new InvalidDataException("the features as of " + features.asOf() + " differ from those as of "
                    + dates.get(0) + ": one plan must make them all");
        }
        if (part.outcomes().length != features.rows()) {
            throw new InvalidDataException(features.rows() + " customers as of " + features.asOf() + " have "
                    + part.outcomes().length + " outcomes");
        }
        for (int column = 0; column < columns.length; column++) {
            copy(features, column);
        }
        for (int i = 0; i < features.rows(); i++) {
            outcomes[rows + i] = checked(outcome, part.outcomes()[i], i);
            customer[rows + i] = numbers.index(features.customers(), i);
            date[rows + i] = dates.size();
        }
        rows += features.rows();
        dates.add(features.asOf());
    }

    private void copy(FeatureMatrix features, int column) {
        Feature feature = schema.feature(column);
        int[] renumbered = feature.type() == FeatureType.CATEGORY
                ? features.levels(feature.name()).stream()
                        .mapToInt(level ->
                                levels.getOrDefault(feature.name(), List.of()).indexOf(level))
                        .toArray()
                : new int[0];
        for (int i = 0; i < features.rows(); i++) {
            double value = features.value(i, column);
            columns[column][rows + i] = renumbered.length == 0 || Double.isNaN(value) ? value : renumbered[(int) value];
        }
    }

    static double checked(Outcome outcome, double value, int row) {
        boolean fits = outcome.isProbability() ? value == 0 || value == 1 : Double.isFinite(value);
        if (!fits) {
            throw new InvalidDataException("row " + (row + 1) + ": " + value + " is no " + outcome + ", which is "
                    + (outcome.isProbability() ? "0 or 1" : "finite"));
        }
        return value;
    }

    private Map<String, List<String>> levels(List<Part> parts) {
        Map<String, List<String>> all = new HashMap<>();
        for (Feature feature : schema.features()) {
            if (feature.type() == FeatureType.CATEGORY) {
                TreeSet<String> names = new TreeSet<>();
                parts.forEach(part -> names.addAll(part.features().levels(feature.name())));
                all.put(feature.name(), List.copyOf(names));
            }
        }
        return Map.copyOf(all);
    }
}
