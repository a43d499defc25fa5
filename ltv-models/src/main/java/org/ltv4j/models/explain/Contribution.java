package org.ltv4j.models.explain;

import org.ltv4j.core.feature.Feature;

/**
 * What one feature of a customer adds.
 *
 * @param feature which
 * @param value its value; NaN where missing
 * @param level name of the level if it is a category that is not missing; else empty
 * @param amount what it adds, below 0 if it takes away
 */
public record Contribution(Feature feature, double value, String level, double amount) {
    /**
     * Whether the value is missing.
     *
     * @return true if so
     */
    public boolean missing() {
        return Double.isNaN(value);
    }

    /** Name and amount: the value may tell of a person. */
    @Override
    public String toString() {
        return feature.name() + ": " + amount;
    }
}
