package org.ltv4j.models.explain;

import org.ltv4j.core.feature.Feature;

/**
 * How much a feature matters on the scale of the outcome.
 *
 * @param feature which
 * @param amount mean over customers of its contribution without the sign, in the unit of the outcome
 */
public record MeanContribution(Feature feature, double amount) {}
