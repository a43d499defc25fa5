package org.ltv4j.segmentation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ltv4j.core.internal.math.Ranking;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.FrequentItemsets;
import org.ltv4j.segmentation.itemset.Itemsets;
import org.ltv4j.segmentation.itemset.MiningOptions;

/**
 * Rules "who buys X does not buy Y": substitutes, tastes that exclude each other, gaps in an assortment. Both X and Y must be frequent, else
 * everything would avoid everything.
 */
public final class NegativeRules {
    private static final int MOST = 4_000_000;

    private NegativeRules() {}

    /**
     * Finds sets and items that avoid each other.
     *
     * @param baskets the baskets
     * @param options in which the minimum support holds for X, for Y, and for X without Y; minimum confidence and lift for the rule from X to "not Y";
     *     constraints and lengths as for other rules. Most of "not Y" is confident, because most items are rare: the p value and the lift tell more
     * @param correction for all pairs of a frequent set X and a frequent item Y
     * @param alpha largest corrected p value, above 0 and at most 1
     * @return rules by rising p value
     * @throws IllegalArgumentException if there are more than four million pairs, or {@code alpha} is outside its range
     */
    public static List<NegativeRule> mine(
            BasketLog baskets, Apriori.Options options, Correction correction, double alpha) {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("need 0 < alpha <= 1, got " + alpha);
        }
        MiningOptions mining = MiningOptions.defaults()
                .with(options.minSupport())
                .withLengths(1, Math.max(1, options.maxItems() - 1))
                .with(options.algorithm())
                .with(options.limits());
        FrequentItemsets sets = Itemsets.mine(baskets, mining, Parallelism.SEQUENTIAL, ProgressListener.NONE);
        sets.stop().ifPresent(stop -> {
            throw new IllegalArgumentException("not all frequent sets were found: " + stop.hint());
        });
        RuleColumns pairs = pairs(sets, options);
        RuleSet rules = RuleSet.canonical(
                        sets.items(), baskets.size(), RuleThresholds.NONE, pairs, java.util.Optional.empty())
                .recount(baskets);
        double[] p = rules.values(Measure.FISHER_LESS);
        double[] adjusted = correction.adjust(p);
        double[] negative = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            negative[i] = -p[i];
        }
        List<NegativeRule> found = new ArrayList<>();
        for (int i : Ranking.descending(negative)) {
            RuleCounts without = NegativeRule.negated(rules.counts(i));
            if (adjusted[i] <= alpha
                    && without.n11() >= sets.minCount()
                    && without.confidence() >= options.minConfidence()
                    && without.lift() >= options.minLift()) {
                AssociationRule rule = rules.rule(i);
                found.add(new NegativeRule(
                        rule.antecedent(), rule.consequent().get(0), rule.counts(), p[i], adjusted[i]));
            }
        }
        return List.copyOf(found);
    }

    private static RuleColumns pairs(FrequentItemsets sets, Apriori.Options options) {
        RuleConstraints items = options.items();
        int[] singles = IntStream.range(0, sets.size())
                .filter(i -> sets.length(i) == 1)
                .map(i -> sets.item(i, 0))
                .toArray();
        RuleColumns pairs = new RuleColumns();
        for (int x = 0; x < sets.size(); x++) {
            int[] left = sets.items(x);
            List<String> names = sets.names(x);
            boolean allowed = names.stream().noneMatch(items.nowhere()::contains)
                    && (items.antecedents().isEmpty() || items.antecedents().containsAll(names));
            for (int k = 0; allowed && k < singles.length; k++) {
                if (mayAvoid(left, singles[k]) && mayStand(names, sets.items().id(singles[k]), items)) {
                    if (pairs.size == MOST) {
                        throw new IllegalArgumentException(
                                "more than " + MOST + " pairs of a set and an item: raise the minimum"
                                        + " support, or limit the items of a rule");
                    }
                    pairs.add(left, 0, left.length, new int[] {singles[k]}, 1, 0, 0, 0);
                }
            }
        }
        return pairs;
    }

    private static boolean mayAvoid(int[] left, int item) {
        for (int member : left) {
            if (member == item) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStand(List<String> left, String right, RuleConstraints items) {
        return !items.nowhere().contains(right)
                && (items.consequents().isEmpty() || items.consequents().contains(right))
                && items.anywhere().stream().allMatch(name -> name.equals(right) || left.contains(name));
    }
}
