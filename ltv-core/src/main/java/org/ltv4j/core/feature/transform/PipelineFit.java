package org.ltv4j.core.feature.transform;

import org.ltv4j.core.feature.FeatureMatrix;

/**
 * What {@link FeaturePipeline#fitTransform} gives: two things that are easily mixed up, each by its name.
 *
 * @param pipeline for all customers that the pipeline was not fitted on: a holdout, later dates, the till
 * @param trainingFeatures for the customers that it was fitted on, to train a model with: encodings of the target are out of
 *     fold here, which {@code pipeline.apply} of the same customers could not give
 */
public record PipelineFit(FittedPipeline pipeline, FeatureMatrix trainingFeatures) {}
