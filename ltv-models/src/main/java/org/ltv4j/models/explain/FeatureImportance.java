package org.ltv4j.models.explain;

import org.ltv4j.core.feature.Feature;

/**
 * How much a feature matters to the trees of one stage. All but the first are counted in training: they say nothing of single customers
 * and favour features of many values.
 *
 * @param feature which
 * @param meanContribution mean over customers of its contribution to the margin, without the sign
 * @param weight how many splits ask it
 * @param gain mean loss reduction of these
 * @param cover mean sum of hessians of these: for squared errors the number of training rows that came by
 */
public record FeatureImportance(Feature feature, double meanContribution, int weight, double gain, double cover) {}
