package org.ltv4j.segmentation.rule;

import java.util.List;
import java.util.TreeSet;

/**
 * A rule "baskets with X hold Y too". It keeps what was counted; every measure is derived from that, so the parts can never
 * disagree.
 *
 * @param antecedent names of the items X, in their order as texts; empty for a rule about all baskets
 * @param consequent names of the items Y, in their order as texts; at least one
 * @param counts how often X and Y were bought
 */
public record AssociationRule(List<String> antecedent, List<String> consequent, RuleCounts counts) {
    /**
     * Sorts the names and checks them.
     *
     * @param antecedent names of the items X; empty for a rule about all baskets
     * @param consequent names of the items Y; at least one
     * @param counts how often X and Y were bought
     * @throws IllegalArgumentException if there is no consequent, a name stands twice, or an empty antecedent is not in all baskets
     */
    public AssociationRule {
        TreeSet<String> all = new TreeSet<>(antecedent);
        all.addAll(consequent);
        if (consequent.isEmpty() || all.size() < antecedent.size() + consequent.size()) {
            throw new IllegalArgumentException(
                    "a rule needs at least one item as its consequent and no item twice, got " + antecedent.size()
                            + " and " + consequent.size() + " items, " + all.size() + " of them distinct");
        }
        if (antecedent.isEmpty() && counts.n1x() != counts.n()) {
            throw new IllegalArgumentException(
                    "an empty antecedent is in all " + counts.n() + " baskets, got " + counts.n1x());
        }
        antecedent = antecedent.stream().sorted().toList();
        consequent = consequent.stream().sorted().toList();
    }

    /**
     * The share of baskets with X and Y.
     *
     * @return 0 to 1
     */
    public double support() {
        return counts.support();
    }

    /**
     * The share of X's baskets that hold Y too.
     *
     * @return 0 to 1
     */
    public double confidence() {
        return counts.confidence();
    }

    /**
     * How many times more often X and Y meet than if they were independent.
     *
     * @return at least 0
     */
    public double lift() {
        return counts.lift();
    }

    /**
     * Any measure of the rule.
     *
     * @param measure which one
     * @return its value; NaN where it is not defined
     */
    public double value(Measure measure) {
        return measure.of(counts);
    }

    /** How many items a rule has on both sides. */
    int length() {
        return antecedent.size() + consequent.size();
    }

    /** For example {@code {butter, yogurt} => {whole milk} (92 of 144 baskets, lift 2.5)}. */
    @Override
    public String toString() {
        return "{" + String.join(", ", antecedent) + "} => {" + String.join(", ", consequent) + "} (" + counts.n11()
                + " of " + counts.n1x() + " baskets, lift " + Math.round(lift() * 100) / 100.0 + ")";
    }
}
