package org.ltv4j.core.outcome;

import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.model.LtvModel;

/** A model that foretells an outcome from features. Immutable, thread-safe, able to be saved. */
public interface FeatureModel extends LtvModel {
    /**
     * What is foretold.
     *
     * @return the outcome
     */
    Outcome outcome();

    /**
     * The features it was fitted on.
     *
     * @return names, types and formulas in order
     */
    FeatureSchema schema();

    /**
     * Foretells the outcome of every customer of a matrix.
     *
     * @param features of the schema of this model
     * @return a prediction per row
     * @throws org.ltv4j.core.data.InvalidDataException if the features differ from {@link #schema()} in name, order, type or
     *     formula; the message names the first that does
     */
    Predictions predict(FeatureMatrix features);
}
