package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.testing.Json;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.basket.BasketLogBuilder;
import org.ltv4j.segmentation.basket.Shuffle;
import org.ltv4j.segmentation.itemset.MiningLimits;
import org.ltv4j.segmentation.testing.SharedBaskets;

/** p values, their corrections, and intervals. */
class SignificanceTest {
    private static final Map<String, Correction> NAMES = Map.of(
            "none", Correction.NONE,
            "bonferroni", Correction.BONFERRONI,
            "holm", Correction.HOLM,
            "hochberg", Correction.HOCHBERG,
            "BH", Correction.BENJAMINI_HOCHBERG,
            "BY", Correction.BENJAMINI_YEKUTIELI);

    @TestFactory
    List<DynamicTest> asManyRulesAreSignificantAsInTheReference() {
        BasketLog baskets = SharedBaskets.groceries();
        return RuleReferenceTest.reference().get("pruning").list().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.get("minSupport").number() + " and "
                                + entry.get("minConfidence").number(),
                        () -> check(Apriori.mine(baskets, RuleReferenceTest.options(entry)), entry.get("arules"))))
                .toList();
    }

    private static void check(RuleSet rules, Json counts) {
        int checked = 0;
        for (String name : counts.names()) {
            String[] parts = name.split("_", -1);
            if (parts.length == 3) {
                Correction correction = NAMES.get(parts[1]);
                JudgedRules judged = parts[0].equals("fisher")
                        ? Significance.fisher(rules, correction)
                        : Significance.chiSquared(rules, correction);
                assertThat(judged.significant(Double.parseDouble(parts[2])).size())
                        .as(name)
                        .isEqualTo(counts.get(name).integer());
                checked++;
            }
        }
        assertThat(checked).isEqualTo(15);
    }

    /** R 4.3: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), m) of every method; 0.0685 = 0.01 (1 + .. + 1/5) 5 / 2 / .. by hand. */
    @Test
    void correctionsAreThoseOfTheTextbook() {
        double[] p = {0.01, 0.04, 0.03, 0.005, 0.5};
        near(Correction.NONE.adjust(p), p);
        near(Correction.BONFERRONI.adjust(p), 0.05, 0.2, 0.15, 0.025, 1);
        near(Correction.HOLM.adjust(p), 0.04, 0.09, 0.09, 0.025, 0.5);
        near(Correction.HOCHBERG.adjust(p), 0.04, 0.08, 0.08, 0.025, 0.5);
        near(Correction.BENJAMINI_HOCHBERG.adjust(p), 0.025, 0.05, 0.05, 0.025, 0.5);
        double h = 1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4 + 1.0 / 5;
        near(Correction.BENJAMINI_YEKUTIELI.adjust(p), 0.025 * h, 0.05 * h, 0.05 * h, 0.025 * h, 1);
    }

    @Test
    void testsThatWereNotMadeCountAsIfTheyHadFailed() {
        double[] few = {0.01, 0.0004, 0.03};
        double[] all = {0.01, 0.0004, 0.03, 1, 1, 1, 1};
        for (Correction correction : Correction.values()) {
            double[] expected = java.util.Arrays.copyOf(correction.adjust(all), 3);
            near(correction.adjust(few, 7), expected);
        }
        assertThat(Correction.BENJAMINI_YEKUTIELI.adjust(new double[] {1e-10}, 1e8)[0])
                .isCloseTo(0.01 * 18.997896413853898, within(1e-12)); // H(1e8)
    }

    private static void near(double[] actual, double... expected) {
        assertThat(actual).containsExactly(expected, within(1e-12));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.HOLM.adjust(new double[] {Double.NaN}))
                .withMessage("need 0 <= p value <= 1, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.HOLM.adjust(new double[] {0.1, 0.2}, 1))
                .withMessageContaining("at least as many as p values, got 1.0 for 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.BONFERRONI.adjust(new double[] {0}, Double.POSITIVE_INFINITY))
                .withMessageContaining("limit the items of a rule");
    }

    /** 3 items: a, b, c with one or two on the left and one on the right; 169 items and pairs: 169 x 168. */
    @Test
    void possibleRulesAreCounted() {
        assertThat(Significance.possibleRules(3, 3)).isEqualTo(9);
        assertThat(Significance.possibleRules(169, 2)).isEqualTo(169 * 168);
        assertThat(Significance.possibleRules(1, 5)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Significance.possibleRules(3, 1));
    }

    /**
     * Wilson (1927) for 8 of 10: 0.4901625 to 0.9433178, as R's prop.test(8, 10, correct = FALSE) prints. Odds ratio: aspirin and
     * heart attacks, Agresti (2013) table 2.3, 189, 10845, 104, 10933: 1.832, log interval 0.365 to 0.846, so 1.440 to 2.331.
     */
    @Test
    void intervalsAreThoseOfTheTextbook() {
        Interval confidence = new RuleCounts(8, 10, 12, 40).confidenceInterval(0.95);
        assertThat(confidence.lower()).isCloseTo(0.4901625, within(5e-8));
        assertThat(confidence.upper()).isCloseTo(0.9433178, within(5e-8));
        RuleCounts aspirin = new RuleCounts(189, 11034, 293, 22071);
        assertThat(aspirin.oddsRatio()).isCloseTo(1.832, within(5e-4));
        assertThat(aspirin.oddsRatioInterval(0.95).lower()).isCloseTo(1.440, within(5e-4));
        assertThat(aspirin.oddsRatioInterval(0.95).upper()).isCloseTo(2.331, within(5e-4));
    }

    @Test
    void intervalsHaveEndsAtTheEdges() {
        assertThat(new RuleCounts(0, 0, 3, 10).confidenceInterval(0.9)).isEqualTo(new Interval(0, 1));
        assertThat(new RuleCounts(0, 5, 3, 10).confidenceInterval(0.9).lower()).isZero();
        assertThat(new RuleCounts(5, 5, 6, 10).confidenceInterval(0.9).upper()).isEqualTo(1);
        assertThat(new RuleCounts(0, 5, 3, 10).liftInterval(0.9)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        RuleCounts always = new RuleCounts(5, 5, 6, 10);
        assertThat(always.oddsRatioInterval(0.9).upper()).isFinite();
        assertThat(always.liftInterval(0.9).lower()).isLessThan(always.lift());
        assertThat(always.liftInterval(0.9).upper()).isGreaterThan(always.lift());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> always.liftInterval(1))
                .withMessage("need 0 < level < 1, got 1.0");
    }

    /** a and b come together; c is anywhere: {a, c} => b needs a, not c. */
    @Test
    void anItemThatAddsNothingMakesARuleUnproductive() {
        BasketLog baskets = BasketLog.of(java.util.stream.IntStream.range(0, 400)
                .mapToObj(i -> i % 4 == 0
                        ? i % 8 == 0 ? Set.of("a", "b", "c") : Set.of("a", "b")
                        : i % 8 < 4 ? Set.of("c") : Set.<String>of())
                .toList());
        RuleSet rules = Apriori.mine(
                baskets, Apriori.Options.defaults().withMinSupport(0.05).withEmptyAntecedents(true));
        JudgedRules judged = Significance.productive(rules, baskets, Correction.HOLM);
        for (int i = 0; i < rules.size(); i++) {
            List<String> antecedent = rules.rule(i).antecedent();
            if (antecedent.equals(List.of("a", "c"))
                    && rules.rule(i).consequent().equals(List.of("b"))) {
                assertThat(judged.adjusted(i)).isEqualTo(1);
            }
            if (antecedent.equals(List.of("a")) && rules.rule(i).consequent().equals(List.of("b"))) {
                assertThat(judged.pValue(i))
                        .isEqualTo(rules.counts(i).fisherGreater())
                        .isLessThan(1e-50);
            }
            if (antecedent.isEmpty()) {
                assertThat(judged.pValue(i)).isEqualTo(1);
            }
        }
        assertThat(judged.significant(0.01).asList())
                .extracting(AssociationRule::antecedent)
                .contains(List.of("a"));
        assertThat(judged)
                .hasToString("JudgedRules[" + rules.size() + " rules, "
                        + judged.significant(0.05).size() + " with a corrected p of at most 0.05]");
    }

    @Test
    void chanceIsJudgedBySearchingInShuffledBaskets() {
        BasketLog baskets = BasketLog.of(java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> i % 5 == 0 ? Set.of("a", "b") : Set.of(i % 2 == 0 ? "c" : "d", "e" + i % 3))
                .toList());
        Apriori.Options options = Apriori.Options.defaults().withMinCount(5);
        Permutations often = Permutations.defaults().withCount(99).withSeed(5);
        JudgedRules judged = Significance.permuted(baskets, options, often, Parallelism.SEQUENTIAL);
        assertThat(judged.rules()).isEqualTo(Apriori.mine(baskets, options));
        assertThat(judged.adjusted(0)).isEqualTo(0.01); // no shuffled baskets of 99 hold a rule as strong
        JudgedRules again = Significance.permuted(baskets, options, often, Parallelism.of(3));
        JudgedRules swapped =
                Significance.permuted(baskets, options, often.with(Shuffle.SWAPS), Parallelism.SEQUENTIAL);
        for (int i = 0; i < judged.rules().size(); i++) {
            assertThat(again.adjusted(i)).isEqualTo(judged.adjusted(i));
            assertThat(swapped.adjusted(i)).isBetween(0.01, 1.0);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permutations.defaults().withCount(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judged.significant(0))
                .withMessage("need 0 < alpha < 1, got 0.0");
    }

    @Test
    void basketsOfOneCustomerStayInOneHalf() {
        BasketLogBuilder builder = BasketLog.builder();
        for (int b = 0; b < 600; b++) {
            builder.add("a");
            if (b % 3 != 0) {
                builder.customer("c" + b % 50);
            }
        }
        BasketLog baskets = builder.build();
        boolean[] first = Halves.deal(baskets, 3);
        int[] sides = new int[50];
        int guests = 0;
        int all = 0;
        for (int b = 0; b < 600; b++) {
            all += first[b] ? 1 : 0;
            if (b % 3 == 0) {
                guests += first[b] ? 1 : 0;
            } else {
                sides[b % 50] |= first[b] ? 1 : 2;
            }
        }
        assertThat(sides).containsOnly(1, 2);
        assertThat(guests).isBetween(70, 130);
        assertThat(all).isBetween(200, 400);
        assertThat(Halves.deal(baskets, 3)).isEqualTo(first);
        assertThat(Halves.deal(baskets, 4)).isNotEqualTo(first);
    }

    @Test
    void aSearchThatWasCutOffIsNotRepeatedByChance() {
        BasketLog baskets = BasketLog.of(List.of(Set.of("a", "b", "c", "d"), Set.of("a", "b", "c", "d")));
        Apriori.Options options =
                Apriori.Options.defaults().with(MiningLimits.defaults().withItemsets(4));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Significance.permuted(baskets, options, Permutations.defaults(), Parallelism.SEQUENTIAL))
                .withMessageStartingWith("a search that did not end cannot be repeated by chance");
    }
}
