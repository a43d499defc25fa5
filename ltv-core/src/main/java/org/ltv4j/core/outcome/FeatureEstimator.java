package org.ltv4j.core.outcome;

/**
 * Makes a model that foretells an outcome from features.
 *
 * @param <M> the kind of model
 */
@FunctionalInterface
public interface FeatureEstimator<M extends FeatureModel> {
    /**
     * Fits a model.
     *
     * @param data features with what happened afterwards
     * @return the fitted model
     * @throws org.ltv4j.core.data.InvalidDataException if nothing can be learnt from the data
     */
    M fit(TrainingSet data);
}
