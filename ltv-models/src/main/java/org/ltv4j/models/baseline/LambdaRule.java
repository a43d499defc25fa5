package org.ltv4j.models.baseline;

/** Which penalty of a cross-validated path is taken. */
public enum LambdaRule {
    /** The one of the least loss. */
    LEAST_LOSS,

    /** The largest whose loss is within one standard error of the least: a simpler model that is about as good. */
    ONE_STANDARD_ERROR
}
