package org.ltv4j.segmentation.rule;

/**
 * What rules had to reach when they were mined.
 *
 * @param minSupport least share of baskets with all items of a rule, 0 for none
 * @param minConfidence least confidence, 0 for none
 * @param minLift least lift, 0 for none
 */
public record RuleThresholds(double minSupport, double minConfidence, double minLift) {
    /** Nothing had to be reached. */
    public static final RuleThresholds NONE = new RuleThresholds(0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @param minSupport from 0 to 1
     * @param minConfidence from 0 to 1
     * @param minLift finite, at least 0
     * @throws IllegalArgumentException if one is outside its range
     */
    public RuleThresholds {
        if (!(minSupport >= 0 && minSupport <= 1)) {
            throw new IllegalArgumentException("need 0 <= minimum support <= 1, got " + minSupport);
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("need 0 <= minimum confidence <= 1, got " + minConfidence);
        }
        if (!(minLift >= 0 && minLift < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("need a finite minimum lift of at least 0, got " + minLift);
        }
    }
}
