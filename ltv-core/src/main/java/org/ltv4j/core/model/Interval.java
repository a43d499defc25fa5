package org.ltv4j.core.model;

/**
 * A closed interval.
 *
 * @param lower lower end
 * @param upper upper end, at least {@code lower}
 */
public record Interval(double lower, double upper) {
    /**
     * Checks the order of the ends.
     *
     * @param lower lower end
     * @param upper upper end, at least {@code lower}
     */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("need lower <= upper, got " + lower + " and " + upper);
        }
    }
}
