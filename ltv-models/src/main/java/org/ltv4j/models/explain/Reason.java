package org.ltv4j.models.explain;

/**
 * One reason in plain words.
 *
 * @param contribution the feature, its value and what it adds on the scale of the outcome
 * @param text such as {@code bought 9 times in the last 90 days: +84 EUR}
 */
public record Reason(Contribution contribution, String text) {
    /** The feature and amount, not the text: it may tell of a person. */
    @Override
    public String toString() {
        return contribution.toString();
    }
}
