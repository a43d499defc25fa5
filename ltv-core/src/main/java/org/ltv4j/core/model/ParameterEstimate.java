package org.ltv4j.core.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An estimated parameter.
 *
 * @param name the letter of the paper
 * @param value the estimate
 * @param standardError its standard error on the natural scale; empty where it does not exist
 * @param interval95 its 95 % confidence interval, symmetric on the log scale; empty where it does not exist
 */
public record ParameterEstimate(
        String name, double value, OptionalDouble standardError, Optional<Interval> interval95) {}
