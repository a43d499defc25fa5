package org.ltv4j.core.evaluate;

/**
 * How one way to predict did.
 *
 * @param name what predicted: the kind of a model or the name of a baseline
 * @param evaluation how well
 */
public record NamedEvaluation(String name, Evaluation evaluation) {}
