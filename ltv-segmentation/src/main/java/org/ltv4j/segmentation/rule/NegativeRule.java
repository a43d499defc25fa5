package org.ltv4j.segmentation.rule;

import java.util.List;

/**
 * A rule "who buys X does not buy Y".
 *
 * @param antecedent names of the items X
 * @param absent name of the item Y
 * @param counts how often X and Y were bought, together too
 * @param pValue Fisher's exact test that X does not make Y rarer
 * @param adjusted the same, corrected for all pairs of a set X and an item Y that were tested
 */
public record NegativeRule(List<String> antecedent, String absent, RuleCounts counts, double pValue, double adjusted) {
    /**
     * Copies the names.
     *
     * @param antecedent names of the items X
     * @param absent name of the item Y
     * @param counts how often X and Y were bought, together too
     * @param pValue Fisher's exact test that X does not make Y rarer
     * @param adjusted the same, corrected for all pairs that were tested
     */
    public NegativeRule {
        antecedent = List.copyOf(antecedent);
    }

    /**
     * The counts of X and of baskets without Y, from which any measure of the negative rule follows.
     *
     * @return with {@code n10} in place of {@code n11}, and {@code n - nx1} in place of {@code nx1}
     */
    public RuleCounts negated() {
        return negated(counts);
    }

    static RuleCounts negated(RuleCounts counts) {
        return new RuleCounts(counts.n10(), counts.n1x(), counts.nx0(), counts.n());
    }

    /**
     * The share of X's baskets without Y.
     *
     * @return 0 to 1
     */
    public double confidence() {
        return negated().confidence();
    }

    /**
     * How often X and Y meet, to how often they would if they were independent: 0 where they never do.
     *
     * @return at least 0, below 1 where X makes Y rarer
     */
    public double lift() {
        return counts.lift();
    }

    /** For example {@code {tea} => not espresso (3 of 240 baskets have both, lift 0.05)}. */
    @Override
    public String toString() {
        return "{" + String.join(", ", antecedent) + "} => not " + absent + " (" + counts.n11() + " of " + counts.n1x()
                + " baskets have both, lift " + Math.round(lift() * 100) / 100.0 + ")";
    }
}
