package org.ltv4j.models.boost;

import java.util.OptionalDouble;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.TrainingSet;

/** Rows in the form in which XGBoost takes them: floats, row by row. Arrays are not copied. */
final class Rows {
    private final FeatureSchema schema;
    private final float[] values;
    private final float[] labels;
    private final float[] weights;
    private final boolean weighted;

    private Rows(FeatureSchema schema, float[] values, float[] labels, float[] weights, boolean weighted) {
        this.schema = schema;
        this.values = values;
        this.labels = labels;
        this.weights = weights;
        this.weighted = weighted;
    }

    /** Some rows of a set, with the labels of all of its rows; those of label 1 weigh so many times what they say. */
    static Rows of(TrainingSet data, int[] rows, double[] labels, double positiveWeight) {
        int features = data.schema().size();
        float[] values = new float[size(rows.length, features)];
        float[] some = new float[rows.length];
        float[] weights = new float[rows.length];
        boolean weighted = false;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            for (int column = 0; column < features; column++) {
                values[i * features + column] = (float) data.value(row, column);
            }
            some[i] = (float) labels[row];
            weights[i] = (float) (data.weight(row) * (labels[row] == 1 ? positiveWeight : 1));
            weighted |= weights[i] != 1;
        }
        return new Rows(data.schema(), values, some, weights, weighted);
    }

    static int size(int rows, int features) {
        long size = (long) rows * features;
        if (size > Integer.MAX_VALUE - 8) {
            throw new InvalidDataException(rows + " rows of " + features
                    + " features are more than XGBoost takes at once (2^31 values): sample the customers");
        }
        return (int) size;
    }

    int count() {
        return labels.length;
    }

    int features() {
        return schema.size();
    }

    float[] values() {
        return values;
    }

    float[] labels() {
        return labels;
    }

    float[] weights() {
        return weights;
    }

    /** Whether some weight is not 1. */
    boolean weighted() {
        return weighted;
    }

    /** The label that all rows of any weight have in common; empty if they differ or there are none. */
    OptionalDouble constantLabel() {
        float label = Float.NaN;
        for (int i = 0; i < labels.length; i++) {
            if (weights[i] > 0 && Float.isNaN(label)) {
                label = labels[i];
            } else if (weights[i] > 0 && label != labels[i]) {
                return OptionalDouble.empty();
            }
        }
        return Float.isNaN(label) ? OptionalDouble.empty() : OptionalDouble.of(label);
    }

    String[] names() {
        return schema.names().toArray(String[]::new);
    }

    /** {@code c} for categories, {@code q} for quantities. */
    String[] types() {
        return schema.features().stream()
                .map(feature -> feature.type() == FeatureType.CATEGORY ? "c" : "q")
                .toArray(String[]::new);
    }
}
