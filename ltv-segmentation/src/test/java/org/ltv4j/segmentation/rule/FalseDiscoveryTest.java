package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.basket.BasketLog;

/** Rules found in made-up baskets of which it is known what goes together: false ones are as rare as promised. */
class FalseDiscoveryTest {
    private static final double ALPHA = 0.05;
    private static final Apriori.Options SEARCH =
            Apriori.Options.defaults().withMinCount(3).withMinConfidence(0).withMaxItems(3);

    /** Items that know nothing of each other, and for each pair one that follows its partner in seven of ten baskets. */
    private static BasketLog baskets(int n, int items, int pairs, SplittableRandom random) {
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < n; b++) {
            List<String> basket = new ArrayList<>();
            for (int item = 0; item < items; item++) {
                if (random.nextDouble() < 0.05 + 0.2 * item / items) {
                    basket.add("free " + item);
                }
            }
            for (int pair = 0; pair < pairs; pair++) {
                boolean first = random.nextDouble() < 0.15;
                if (first) {
                    basket.add("first " + pair);
                }
                if (random.nextDouble() < (first ? 0.7 : 0.08)) {
                    basket.add("second " + pair);
                }
            }
            baskets.add(basket);
        }
        return BasketLog.of(baskets);
    }

    private static boolean isReal(AssociationRule rule) {
        if (rule.antecedent().size() != 1) {
            return false;
        }
        String left = rule.antecedent().get(0);
        String right = rule.consequent().get(0);
        return !left.startsWith("free")
                && !left.equals(right)
                && left.substring(left.indexOf(' ')).equals(right.substring(right.indexOf(' ')));
    }

    /** The mean of a binomial share and three standard deviations. */
    private static int bound(int trials) {
        return (int) Math.floor(trials * ALPHA + 3 * Math.sqrt(trials * ALPHA * (1 - ALPHA)));
    }

    @Test
    void shufflingKeepsAnyFalseRuleAsRareAsPromised() {
        int trials = 200;
        int withFalse = 0;
        for (int trial = 0; trial < trials; trial++) {
            BasketLog noise = baskets(80, 12, 0, new SplittableRandom(1000 + trial));
            Permutations permutations = Permutations.defaults().withCount(39).withSeed(trial);
            JudgedRules judged = Significance.permuted(noise, SEARCH, permutations, Parallelism.SEQUENTIAL);
            withFalse += judged.significant(ALPHA).size() > 0 ? 1 : 0;
        }
        assertThat(withFalse).isBetween(1, bound(trials));
    }

    @Test
    void theOtherHalfKeepsAnyFalseRuleAsRareAsPromised() {
        int trials = 400;
        int withFalse = 0;
        int naive = 0;
        Apriori.Options chosen = SEARCH.withMinLift(2);
        for (int trial = 0; trial < trials; trial++) {
            BasketLog noise = baskets(160, 12, 0, new SplittableRandom(5000 + trial));
            withFalse += Significance.heldOut(noise, chosen, Correction.HOLM, trial)
                                    .significant(ALPHA)
                                    .size()
                            > 0
                    ? 1
                    : 0;
            naive += Significance.fisher(Apriori.mine(noise, chosen), Correction.HOLM)
                                    .significant(ALPHA)
                                    .size()
                            > 0
                    ? 1
                    : 0;
        }
        assertThat(withFalse).isLessThanOrEqualTo(bound(trials));
        // rules that were chosen by a lift of two and then corrected for themselves alone: what the other half is for
        assertThat(naive).isGreaterThan(bound(trials));
    }

    @Test
    void aCorrectionForAllPossibleRulesKeepsAnyFalseRuleAsRareAsPromised() {
        int trials = 400;
        int withFalse = 0;
        for (int trial = 0; trial < trials; trial++) {
            BasketLog noise = baskets(160, 12, 0, new SplittableRandom(9000 + trial));
            double possible = Significance.possibleRules(12, 3);
            withFalse += Significance.fisher(Apriori.mine(noise, SEARCH), Correction.HOLM, possible)
                                    .significant(ALPHA)
                                    .size()
                            > 0
                    ? 1
                    : 0;
        }
        assertThat(withFalse).isLessThanOrEqualTo(bound(trials));
    }

    @Test
    void theShareOfFalseRulesIsAsSmallAsPromisedAndRealOnesAreFound() {
        int trials = 60;
        double shares = 0;
        int real = 0;
        for (int trial = 0; trial < trials; trial++) {
            BasketLog mixed = baskets(400, 20, 6, new SplittableRandom(20_000 + trial));
            RuleSet found = Significance.fisher(
                            Apriori.mine(mixed, SEARCH.withMaxItems(2)),
                            Correction.BENJAMINI_HOCHBERG,
                            Significance.possibleRules(mixed.items().size(), 2))
                    .significant(ALPHA);
            long right =
                    found.asList().stream().filter(FalseDiscoveryTest::isReal).count();
            shares += found.size() == 0 ? 0 : 1 - (double) right / found.size();
            real += (int) right;
        }
        assertThat(shares / trials).isBetween(0.0, ALPHA);
        assertThat(real).isEqualTo(trials * 12); // six pairs, each in both directions
    }
}
