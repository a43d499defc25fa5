package org.ltv4j.models.boost;

import java.util.OptionalDouble;

/**
 * A point of the learning curve.
 *
 * @param training loss of the rows trained on, after the round
 * @param validation loss of the rows held back; empty where there are none
 */
public record RoundLoss(double training, OptionalDouble validation) {}
