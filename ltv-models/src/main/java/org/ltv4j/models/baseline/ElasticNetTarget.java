package org.ltv4j.models.baseline;

/** On which scale a linear model learns spend or purchases. Churn is always learnt as log odds. */
public enum ElasticNetTarget {
    /** The outcome itself, which may be negative. */
    AS_IS,

    /** {@code ln(1 + outcome)}: large customers count less; outcomes must not be negative. */
    LOG1P
}
