package org.ltv4j.models.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;

/** Tells the group of each customer by its name. */
final class GroupNames {
    static final String ALL = "all";
    private static final String PREDICTION = "prediction";

    private GroupNames() {}

    static List<Double> checked(List<Double> edges) {
        double last = Double.NEGATIVE_INFINITY;
        for (double edge : edges) {
            if (!(edge > last) || Double.isInfinite(edge)) {
                throw new IllegalArgumentException("edges of groups are finite and rising, got " + edges);
            }
            last = edge;
        }
        if (edges.isEmpty()) {
            throw new IllegalArgumentException("groups need at least one edge, or CalibrationGroups.NONE");
        }
        return List.copyOf(edges);
    }

    /** Whether the features that groups read are there and of their kind. */
    static void check(CalibrationGroups groups, FeatureSchema schema) {
        if (groups instanceof CalibrationGroups.Bins bins && isCategory(schema, bins.feature())) {
            throw new InvalidDataException(
                    "feature " + bins.feature() + " is a category: use CalibrationGroups.ofLevels");
        }
        if (groups instanceof CalibrationGroups.Levels levels && !isCategory(schema, levels.feature())) {
            throw new InvalidDataException(
                    "feature " + levels.feature() + " is no category: use CalibrationGroups.ofFeature");
        }
    }

    private static boolean isCategory(FeatureSchema schema, String feature) {
        return schema.feature(schema.index(feature)).type() == FeatureType.CATEGORY;
    }

    /** A name per customer; features may be missing where the model reads none. */
    static String[] of(CalibrationGroups groups, double[] centre, @Nullable FeatureMatrix features) {
        if (groups instanceof CalibrationGroups.Predicted predicted) {
            return byEdges(PREDICTION, predicted.edges(), centre);
        }
        if (groups instanceof CalibrationGroups.Bins bins) {
            return byEdges(bins.feature(), bins.edges(), required(features).column(bins.feature()));
        }
        if (groups instanceof CalibrationGroups.Levels levels) {
            return byLevels(levels.feature(), required(features));
        }
        String[] names = new String[centre.length];
        Arrays.fill(names, ALL);
        return names;
    }

    /** Groups that a model without features can tell: those of its predictions. */
    static void checkWithoutFeatures(CalibrationGroups groups) {
        if (groups instanceof CalibrationGroups.Bins || groups instanceof CalibrationGroups.Levels) {
            throw new IllegalArgumentException("this model reads no features: group by CalibrationGroups.ofPrediction");
        }
    }

    /** What a message may say of a group: a level may tell of a person, an edge does not. */
    static String shown(CalibrationGroups groups, String name) {
        return groups instanceof CalibrationGroups.Levels levels ? "a level of " + levels.feature() : name;
    }

    private static FeatureMatrix required(@Nullable FeatureMatrix features) {
        if (features == null) {
            throw new InvalidDataException("this model reads no features: group by CalibrationGroups.ofPrediction");
        }
        return features;
    }

    private static String[] byLevels(String feature, FeatureMatrix features) {
        List<String> levels = features.levels(feature);
        double[] values = features.column(feature);
        String[] names = new String[values.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = Double.isNaN(values[i]) ? missing(feature) : feature + " = " + levels.get((int) values[i]);
        }
        return names;
    }

    private static String[] byEdges(String what, List<Double> edges, double[] values) {
        List<String> bins = new ArrayList<>();
        for (int i = 0; i <= edges.size(); i++) {
            bins.add((i == 0 ? "" : number(edges.get(i - 1)) + " <= ")
                    + what
                    + (i == edges.size() ? "" : " < " + number(edges.get(i))));
        }
        String[] names = new String[values.length];
        for (int i = 0; i < names.length; i++) {
            int bin = 0;
            while (bin < edges.size() && values[i] >= edges.get(bin)) {
                bin++;
            }
            names[i] = Double.isNaN(values[i]) ? missing(what) : bins.get(bin);
        }
        return names;
    }

    private static String missing(String what) {
        return what + " missing";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
