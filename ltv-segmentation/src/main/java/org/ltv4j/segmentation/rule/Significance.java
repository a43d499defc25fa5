package org.ltv4j.segmentation.rule;

import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Which rules are more than chance. All tests here are one-sided, against "X does not make Y more likely".
 *
 * <p>Rules that were mined are the winners of a search: those without any meaning that look best come out of it first. Three ways
 * take the whole search into account, by rising cost and trust: a correction for all rules that could have been found ({@link
 * #possibleRules}), testing on baskets that the search did not see ({@link #heldOut}), and the same search in shuffled baskets ({@link
 * #permuted}). A correction for the mined rules alone ({@link #fisher} with its own count) is what other tools offer; it is right where
 * thresholds are so low that chance could not have made them matter.
 *
 * <p>All of these count baskets as independent. Those of one customer are not quite; mine {@link BasketLog#byCustomer} where that
 * matters.
 */
public final class Significance {
    private Significance() {}

    /**
     * Fisher's exact test of each rule.
     *
     * @param rules the rules
     * @param correction for as many tests as there are rules
     * @return the rules with their p values
     */
    public static JudgedRules fisher(RuleSet rules, Correction correction) {
        return fisher(rules, correction, rules.size());
    }

    /**
     * Fisher's exact test of each rule, corrected for more tests than rules were found. Webb (2007), Discovering significant patterns, calls it
     * direct adjustment.
     *
     * @param rules the rules
     * @param correction for the number of tests
     * @param tests how many rules could have been found, for example {@link #possibleRules}
     * @return the rules with their p values
     */
    public static JudgedRules fisher(RuleSet rules, Correction correction, double tests) {
        double[] p = rules.values(Measure.FISHER_GREATER);
        return new JudgedRules(rules, p, correction.adjust(p, tests));
    }

    /**
     * Chi-square test of each rule, two-sided and good for large counts only: prefer {@link #fisher}. A rule whose chi-square is not
     * defined has a p value of 1.
     *
     * @param rules the rules
     * @param correction for as many tests as there are rules
     * @return the rules with their p values
     */
    public static JudgedRules chiSquared(RuleSet rules, Correction correction) {
        double[] p = rules.values(Measure.CHI_SQUARED_P);
        for (int i = 0; i < p.length; i++) {
            p[i] = Double.isNaN(p[i]) ? 1 : p[i];
        }
        return new JudgedRules(rules, p, correction.adjust(p));
    }

    /**
     * Whether each item on the left is needed: for every {@code z} in X, Fisher's exact test of {@code z} and Y among the baskets with the rest of X;
     * the p value of a rule is the largest of them. A rule of one item is tested as by {@link #fisher}; one with nothing on the left
     * has a p value of 1. Webb (2007): such rules are <em>productive</em>. Cost: each rule is counted once more for each item.
     *
     * @param rules the rules
     * @param baskets in which they are counted
     * @param correction for as many tests as there are rules
     * @return the rules with their p values
     */
    public static JudgedRules productive(RuleSet rules, BasketLog baskets, Correction correction) {
        double[] p = Productivity.pValues(rules, baskets);
        return new JudgedRules(rules, p, correction.adjust(p));
    }

    /**
     * Rules found in one half of the baskets and tested on the other: the correction then only counts the rules that were found. Baskets of
     * one customer stay together, where customers are known. Webb (2007), holdout evaluation.
     *
     * @param baskets all baskets
     * @param options what to look for in the first half
     * @param correction for as many tests as there are rules
     * @param seed deals the halves
     * @return the rules with their counts in the second half, and the p values of those
     */
    public static JudgedRules heldOut(BasketLog baskets, Apriori.Options options, Correction correction, long seed) {
        boolean[] first = Halves.deal(baskets, seed);
        return heldOut(baskets.keep(b -> first[b]), baskets.keep(b -> !first[b]), options, correction);
    }

    /**
     * Rules found in some baskets and tested on others, later ones for example.
     *
     * @param exploration in which rules are found
     * @param confirmation in which they are tested
     * @param options what to look for
     * @param correction for as many tests as there are rules
     * @return the rules with their counts in the second ones, and the p values of those
     */
    public static JudgedRules heldOut(
            BasketLog exploration, BasketLog confirmation, Apriori.Options options, Correction correction) {
        return fisher(Apriori.mine(exploration, options).recount(confirmation), correction);
    }

    /**
     * The same search in shuffled baskets: a rule's corrected p value is the share of searches whose best rule has a p value as small as
     * its own, the real search counted in: {@code (1 + b) / (1 + permutations)}. Family-wise, whatever the thresholds and however rules depend on
     * each other, if no items have to do with each other. Westfall and Young (1993), Resampling-based multiple testing; single step.
     *
     * @param baskets the baskets
     * @param options what to look for
     * @param permutations how, how often and by which seed baskets are shuffled
     * @param parallelism threads at most; the result does not depend on it
     * @return the rules with their p values, single by Fisher's test and corrected
     */
    public static JudgedRules permuted(
            BasketLog baskets, Apriori.Options options, Permutations permutations, Parallelism parallelism) {
        return PermutationTest.judge(baskets, options, permutations, parallelism);
    }

    /**
     * How many rules with one item on the right could be found among so many items: {@code m (C(m-1, 1) + .. + C(m-1, k-1))} for up to {@code k}
     * items in a rule.
     *
     * @param items how many items m there are, at least 0
     * @param maxItems most items k of a rule, at least 2
     * @return a whole number, rounded where it is large; may be infinite
     */
    public static double possibleRules(int items, int maxItems) {
        if (items < 0 || maxItems < 2) {
            throw new IllegalArgumentException(
                    "need at least 0 items and at least 2 in a rule, got " + items + " and " + maxItems);
        }
        double ways = 1;
        double sum = 0;
        for (int k = 1; k < maxItems && k < items; k++) {
            ways *= (double) (items - k) / k;
            sum += ways;
        }
        return sum * items;
    }
}
