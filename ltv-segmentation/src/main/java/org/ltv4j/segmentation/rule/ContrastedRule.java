package org.ltv4j.segmentation.rule;

import java.util.List;

/**
 * A rule in two groups of baskets.
 *
 * @param antecedent names of the items X
 * @param consequent names of the items Y
 * @param first counts in one group
 * @param second counts in the other
 * @param pValue of the test that both are alike
 * @param adjusted the same, corrected for the number of rules
 */
public record ContrastedRule(
        List<String> antecedent,
        List<String> consequent,
        RuleCounts first,
        RuleCounts second,
        double pValue,
        double adjusted) {
    /**
     * Copies the names.
     *
     * @param antecedent names of the items X
     * @param consequent names of the items Y
     * @param first counts in one group
     * @param second counts in the other
     * @param pValue of the test that both are alike
     * @param adjusted the same, corrected for the number of rules
     */
    public ContrastedRule {
        antecedent = List.copyOf(antecedent);
        consequent = List.copyOf(consequent);
    }

    /**
     * How much more confident the rule is in the first group.
     *
     * @return -1 to 1; NaN where a group never bought X
     */
    public double difference() {
        return first.confidence() - second.confidence();
    }

    /** For example {@code {espresso} => {cake}: 0.31 of 240 baskets and 0.12 of 310, p 0.0002}. */
    @Override
    public String toString() {
        return "{" + String.join(", ", antecedent) + "} => {" + String.join(", ", consequent) + "}: "
                + rounded(first.confidence()) + " of " + first.n1x() + " baskets and " + rounded(second.confidence())
                + " of " + second.n1x() + ", p " + String.format(java.util.Locale.ROOT, "%.2g", adjusted);
    }

    private static double rounded(double share) {
        return Math.round(share * 100) / 100.0;
    }
}
