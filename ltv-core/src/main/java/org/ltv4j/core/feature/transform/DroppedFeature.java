package org.ltv4j.core.feature.transform;

import java.util.OptionalDouble;

/**
 * A feature that a step of selection left out, and why.
 *
 * @param name name of the feature
 * @param step kind of the step, for example {@code correlation-filter}
 * @param reason why, its figure included, in words
 * @param figure variance, correlation or mutual information in nats; empty where there was no value to compute it from
 */
public record DroppedFeature(String name, String step, String reason, OptionalDouble figure) {}
