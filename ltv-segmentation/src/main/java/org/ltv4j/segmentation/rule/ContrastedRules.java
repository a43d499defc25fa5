package org.ltv4j.segmentation.rule;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.ltv4j.core.internal.math.Normal;
import org.ltv4j.core.internal.math.Ranking;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * The same rules in two groups of baskets, and whether they differ by more than chance: high-value customers and the rest, two shops, two
 * months. Immutable.
 *
 * <p>Which rules to look at must not be chosen by how they differ, or chance looks like a finding: {@link #between} takes those of both
 * groups together, given which the tests stay exact. Likewise rules that were mined in one month come out weaker in the next even where
 * nothing changed, because the lucky ones were taken: compare two later months to each other ({@link #of}).
 */
public final class ContrastedRules {
    private final RuleSet first;
    private final RuleSet second;
    private final double[] pValues;
    private final double[] adjusted;

    private ContrastedRules(RuleSet first, RuleSet second, double[] pValues, double[] adjusted) {
        this.first = first;
        this.second = second;
        this.pValues = pValues;
        this.adjusted = adjusted;
    }

    /**
     * Compares the rules of two groups together.
     *
     * @param first baskets of one group
     * @param second baskets of the other
     * @param options what to look for in both together; a support low enough for the smaller group
     * @param contrast in what they may differ
     * @param correction for as many tests as there are rules
     * @return the rules by rising p value
     */
    public static ContrastedRules between(
            BasketLog first, BasketLog second, Apriori.Options options, Contrast contrast, Correction correction) {
        RuleSet rules = Apriori.mine(BasketLog.union(first, second), options);
        return of(rules.recount(first), rules.recount(second), contrast, correction);
    }

    /**
     * Compares rules that were counted twice, see {@link RuleSet#recount}: how a rule has drifted from one month to another.
     *
     * @param first counts in one group
     * @param second counts of the same rules, in the same order, in the other
     * @param contrast in what they may differ
     * @param correction for as many tests as there are rules
     * @return the rules by rising p value
     * @throws IllegalArgumentException if these are not the same rules
     */
    public static ContrastedRules of(RuleSet first, RuleSet second, Contrast contrast, Correction correction) {
        if (!sameRules(first, second)) {
            throw new IllegalArgumentException("need the same rules in the same order, got " + first.size() + " and "
                    + second.size() + ": count the ones anew in the baskets of the other with recount(..)");
        }
        double[] p = new double[first.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = pValue(first.counts(i), second.counts(i), contrast);
        }
        double[] corrected = correction.adjust(p);
        int[] falling = Ranking.descending(Arrays.stream(p).map(v -> -v).toArray());
        return new ContrastedRules(
                first.ordered(falling), second.ordered(falling), picked(p, falling), picked(corrected, falling));
    }

    private static double[] picked(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    private static boolean sameRules(RuleSet a, RuleSet b) {
        if (a.size() != b.size() || !a.itemNames().equals(b.itemNames())) {
            return false;
        }
        RuleColumns left = a.columns();
        RuleColumns right = b.columns();
        return Arrays.equals(left.starts, right.starts)
                && Arrays.equals(left.middles, right.middles)
                && Arrays.equals(left.items, right.items);
    }

    /** A rule that neither group could have shown has a p value of 1. */
    static double pValue(RuleCounts a, RuleCounts b, Contrast contrast) {
        if (contrast == Contrast.CONFIDENCE) {
            return new RuleCounts(a.n11(), a.n1x(), a.n11() + b.n11(), a.n1x() + b.n1x()).fisherTwoSided();
        }
        double difference = Math.log(a.oddsRatioHaldane()) - Math.log(b.oddsRatioHaldane());
        return 2 * Normal.cumulative(-Math.abs(difference) / Math.sqrt(logVariance(a) + logVariance(b)));
    }

    private static double logVariance(RuleCounts c) {
        return 1 / (c.n11() + 0.5) + 1 / (c.n10() + 0.5) + 1 / (c.n01() + 0.5) + 1 / (c.n00() + 0.5);
    }

    /**
     * How many rules there are.
     *
     * @return 0 or more
     */
    public int size() {
        return pValues.length;
    }

    /**
     * A rule in both groups.
     *
     * @param i from 0, by rising p value
     * @return what was counted and how sure the difference is
     */
    public ContrastedRule rule(int i) {
        AssociationRule rule = first.rule(Objects.checkIndex(i, size()));
        return new ContrastedRule(
                rule.antecedent(), rule.consequent(), rule.counts(), second.counts(i), pValues[i], adjusted[i]);
    }

    /**
     * All rules.
     *
     * @return a view by rising p value; each is made when it is looked at
     */
    public List<ContrastedRule> asList() {
        return new Rules();
    }

    /**
     * The rules that differ by more than chance.
     *
     * @param alpha the family-wise error or false discovery rate to accept, above 0 and below 1
     * @return those with a corrected p value of at most {@code alpha}, by rising p value
     */
    public List<ContrastedRule> significant(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("need 0 < alpha < 1, got " + alpha);
        }
        List<ContrastedRule> different = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (adjusted[i] <= alpha) {
                different.add(rule(i));
            }
        }
        return List.copyOf(different);
    }

    @Override
    public String toString() {
        return "ContrastedRules[" + size() + " rules in " + first.baskets() + " and " + second.baskets() + " baskets, "
                + significant(0.05).size() + " differ at 0.05]";
    }

    /** All rules. */
    private final class Rules extends AbstractList<ContrastedRule> implements RandomAccess {
        @Override
        public ContrastedRule get(int index) {
            return rule(index);
        }

        @Override
        public int size() {
            return ContrastedRules.this.size();
        }
    }
}
