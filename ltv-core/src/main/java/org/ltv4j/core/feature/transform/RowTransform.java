package org.ltv4j.core.feature.transform;

import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;

/**
 * A fitted pipeline for one customer at a time: the same bits as for a whole matrix, no allocation beyond the result.
 * Immutable, thread-safe.
 */
public final class RowTransform {
    private final FeatureSchema input;
    private final FeatureType[] types;
    private final Node[] outputs;

    RowTransform(FeatureSchema input, Layout output) {
        this.input = input;
        this.types = input.features().stream().map(feature -> feature.type()).toArray(FeatureType[]::new);
        this.outputs = output.columns().stream().map(Column::node).toArray(Node[]::new);
    }

    /**
     * The features of one customer after all steps.
     *
     * @param row a value per feature of the pipeline's input; NaN where missing. A category is a place in its levels; any
     *     place beyond the last stands for a level that training did not see
     * @return a new array, a value per feature of the pipeline's output; NaN where missing
     * @throws InvalidDataException if the number of values is another, or one is infinite or not of its feature's type
     */
    public double[] apply(double[] row) {
        if (row.length != types.length) {
            throw new InvalidDataException(
                    "the row has " + row.length + " values, the pipeline needs " + types.length + " features");
        }
        for (int i = 0; i < types.length; i++) {
            if (!fits(types[i], row[i])) {
                throw new InvalidDataException(
                        "feature " + input.feature(i).name() + ": " + row[i] + " is no value of the type " + types[i]);
            }
        }
        double[] result = new double[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            result[i] = outputs[i].at(row);
        }
        return result;
    }

    private static boolean fits(FeatureType type, double value) {
        if (Double.isNaN(value)) {
            return true;
        }
        return switch (type) {
            case NUMBER -> !Double.isInfinite(value);
            case COUNT, CATEGORY -> value >= 0 && value == Math.rint(value) && !Double.isInfinite(value);
            case FLAG -> value == 0 || value == 1;
        };
    }
}
