package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.MiningLimits;

/** Where implementations differ: {@code reference/rules-edge-cases.json}, of which this library follows {@code recommended}. */
class RuleEdgeCasesTest {
    private static final List<String> PLAIN =
            List.of("confidence", "lift", "leverage", "kulczynski", "cosine", "jaccard", "phi", "oddsRatio");

    private static Json tiny() {
        return Json.read(SharedData.file("reference/rules-edge-cases.json")).get("tinyRules");
    }

    private static RuleSet tinyRules(Json tiny) {
        List<List<String>> baskets = tiny.get("baskets").list().stream()
                .map(basket -> basket.list().stream().map(Json::text).toList())
                .toList();
        return Apriori.mine(
                BasketLog.of(baskets),
                Apriori.Options.defaults()
                        .withMinSupport(tiny.get("minSupport").number())
                        .withMinConfidence(tiny.get("minConfidence").number())
                        .withEmptyAntecedents(true));
    }

    private static int find(RuleSet rules, String text) {
        for (int i = 0; i < rules.size(); i++) {
            AssociationRule rule = rules.rule(i);
            if (text.equals("{" + String.join(",", rule.antecedent()) + "} => {"
                    + rule.consequent().get(0) + "}")) {
                return i;
            }
        }
        throw new AssertionError("no rule " + text);
    }

    @Test
    void tinyRulesAreThoseOfTheReference() {
        Json tiny = tiny();
        RuleSet rules = tinyRules(tiny);
        double[] improvements = rules.improvements();
        RuleSet short2 = rules.keep(i -> rules.antecedentLength(i) > 0);
        double[] withoutEmpty = short2.improvements();
        for (Json expected : tiny.get("rules").list()) {
            int i = find(rules, expected.get("rule").text());
            RuleCounts counts = rules.counts(i);
            assertThat(counts)
                    .isEqualTo(new RuleCounts(
                            expected.get("n11").integer(),
                            expected.get("n1x").integer(),
                            expected.get("nx1").integer(),
                            5));
            for (Measure measure : Measure.values()) {
                if (PLAIN.contains(measure.key())
                        && expected.has(measure.key())
                        && isNumber(expected.get(measure.key()))) {
                    assertThat(measure.of(counts))
                            .as(measure + " of " + expected.get("rule"))
                            .isCloseTo(expected.get(measure.key()).number(), within(1e-12));
                }
            }
            if (expected.has("fisher")) {
                assertThat(counts.fisherGreater())
                        .isCloseTo(expected.get("fisher").number(), within(1e-12));
            }
            if (expected.has("chiSquared") && isNumber(expected.get("chiSquared"))) {
                assertThat(counts.chiSquared())
                        .isCloseTo(expected.get("chiSquared").number(), within(1e-12));
            } else if (expected.has("chiSquared")) {
                assertThat(counts.chiSquared()).isNaN();
                assertThat(counts.phi()).isNaN();
            }
            if (expected.has("improvement")) {
                double best = improvements[i];
                double other = withoutEmpty[find(short2, expected.get("rule").text())];
                double wanted = expected.get("improvement").number();
                assertThat(Math.min(Math.abs(best - wanted), Math.abs(other - wanted)))
                        .isLessThan(1e-12);
            }
            if (expected.has("redundant")) {
                RuleSet pruned = short2.nonRedundant();
                assertThat(pruned.asList()).doesNotContain(rules.rule(i));
            }
        }
    }

    private static boolean isNumber(Json value) {
        return value.value() instanceof Number;
    }

    /** The recommendation, case by case. */
    @Test
    void edgesAreThoseThatAreRecommended() {
        RuleCounts intoAll = new RuleCounts(3, 3, 5, 5);
        assertThat(intoAll.conviction()).isNaN();
        assertThat(intoAll.zhang()).isZero();
        assertThat(Measure.CERTAINTY.of(intoAll)).isZero();
        assertThat(intoAll.chiSquared()).isNaN();
        assertThat(intoAll.chiSquaredYates()).isNaN();
        assertThat(Measure.CHI_SQUARED_P.of(intoAll)).isNaN();
        assertThat(intoAll.phi()).isNaN();
        assertThat(intoAll.oddsRatio()).isNaN();
        assertThat(intoAll.oddsRatioHaldane()).isFinite();
        assertThat(intoAll.fisherGreater()).isEqualTo(1);
        assertThat(intoAll.fisherTwoSided()).isEqualTo(1);
        RuleCounts never = new RuleCounts(3, 3, 4, 8);
        assertThat(never.conviction()).isInfinite();
        assertThat(never.oddsRatio()).isInfinite();
        assertThat(Measure.YULE_Q.of(never)).isEqualTo(1);
        assertThat(Measure.YULE_Y.of(never)).isEqualTo(1);
        assertThat(Measure.SEBAG.of(never)).isInfinite();
        assertThat(Measure.J_MEASURE.of(never)).isFinite().isPositive();
        assertThat(Measure.MUTUAL_INFORMATION.of(never)).isFinite().isPositive();
        RuleCounts apart = new RuleCounts(0, 3, 4, 8);
        assertThat(apart.zhang()).isEqualTo(-1);
        assertThat(Measure.COUNTEREXAMPLE.of(apart)).isEqualTo(Double.NEGATIVE_INFINITY);
        RuleCounts unseen = new RuleCounts(0, 0, 4, 8);
        assertThat(unseen.confidence()).isNaN();
        assertThat(unseen.lift()).isNaN();
        assertThat(unseen.fisherGreater()).isEqualTo(1);
        assertThat(new RuleCounts(0, 0, 0, 0).support()).isNaN();
    }

    /** 100 baskets, the first k hold 1 and 2: a support of k hundredths must find them, though 0.07 * 100 is more than 7. */
    @Test
    void aSupportOfSevenHundredthsIsSevenOfAHundred() {
        for (int k = 1; k <= 100; k++) {
            List<Set<String>> baskets = new ArrayList<>();
            for (int b = 0; b < 100; b++) {
                baskets.add(b < k ? Set.of("1", "2") : Set.of("3"));
            }
            double share = Double.parseDouble((k < 10 ? "0.0" : k == 100 ? "1.0" : "0.") + (k == 100 ? "" : k));
            RuleSet rules = Apriori.mine(
                    BasketLog.of(baskets), Apriori.Options.defaults().withMinSupport(share));
            assertThat(rules.size()).as("support " + share).isEqualTo(2);
            assertThat(rules.thresholds().minSupport()).isEqualTo(share);
        }
    }

    @Test
    void aSearchThatIsCutOffSaysSo() {
        List<Set<String>> baskets = new ArrayList<>();
        for (int b = 0; b < 30; b++) {
            baskets.add(Set.of("a" + b % 3, "b" + b % 5, "c", "d"));
        }
        Apriori.Options options = Apriori.Options.defaults().withMinConfidence(0);
        RuleSet all = Apriori.mine(BasketLog.of(baskets), options);
        assertThat(all.stop()).isEmpty();
        RuleSet some = Apriori.mine(
                BasketLog.of(baskets), options.with(MiningLimits.defaults().withItemsets(12)));
        assertThat(some.stop()).isPresent();
        assertThat(some.toString()).contains("not all");
        assertThat(some.size()).isPositive();
        assertThat(all.asList()).containsAll(some.asList());
        assertThat(Apriori.mine(
                                BasketLog.of(baskets),
                                options.with(MiningLimits.defaults().withBytes(1)))
                        .stop())
                .isPresent();
    }

    @Test
    void emptyBasketsLowerEverySupport() {
        BasketLog baskets = BasketLog.of(List.of(Set.of("a", "b"), Set.of(), Set.of(), Set.of()));
        assertThat(Apriori.mine(baskets, Apriori.Options.defaults().withMinSupport(0.26))
                        .size())
                .isZero();
        assertThat(Apriori.mine(baskets, Apriori.Options.defaults().withMinSupport(0.25))
                        .rule(0)
                        .lift())
                .isEqualTo(4);
    }

    @Test
    void noBasketsOrOneItemGiveNoRules() {
        assertThat(Apriori.mine(BasketLog.builder().build(), Apriori.Options.defaults())
                        .size())
                .isZero();
        BasketLog one = BasketLog.of(List.of(Set.of("a"), Set.of("a")));
        assertThat(Apriori.mine(one, Apriori.Options.defaults()).size()).isZero();
        RuleSet always = Apriori.mine(one, Apriori.Options.defaults().withEmptyAntecedents(true));
        assertThat(always.asList())
                .containsExactly(new AssociationRule(List.of(), List.of("a"), new RuleCounts(2, 2, 2, 2)));
        assertThat(always.rule(0)).hasToString("{} => {a} (2 of 2 baskets, lift 1.0)");
    }

    @Test
    void aSupportBelowOneBasketAsksForOne() {
        BasketLog baskets = BasketLog.of(List.of(Set.of("a", "b"), Set.of("c")));
        assertThat(Apriori.mine(baskets, Apriori.Options.defaults().withMinSupport(1e-9))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        Apriori.Options options = Apriori.Options.defaults();
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMinSupport(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMinSupport(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMinSupport(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMinCount(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withMinConfidence(1.5))
                .withMessage("need 0 <= minimum confidence <= 1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withMinLift(Double.POSITIVE_INFINITY))
                .withMessageContaining("finite minimum lift");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withMaxItems(0))
                .withMessage("need at least 1 item in a rule, got a maximum of 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleConstraints.NONE.withAnywhere("a").withNowhere("a"))
                .withMessageStartingWith("no rule can hold item 'a'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleConstraints.NONE
                        .withAnywhere("a")
                        .withAntecedents("b")
                        .withConsequents("c"));
    }

    @Test
    void rulesByHandAreChecked() {
        RuleCounts counts = new RuleCounts(1, 2, 2, 4);
        AssociationRule rule = new AssociationRule(List.of("b", "a"), List.of("c"), counts);
        assertThat(rule.antecedent()).containsExactly("a", "b");
        assertThatIllegalArgumentException().isThrownBy(() -> new AssociationRule(List.of("a"), List.of(), counts));
        assertThatIllegalArgumentException().isThrownBy(() -> new AssociationRule(List.of("a"), List.of("a"), counts));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssociationRule(List.of(), List.of("a"), counts))
                .withMessage("an empty antecedent is in all 4 baskets, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSet.of(List.of(rule, rule)))
                .withMessageStartingWith("rule 2 stands twice");
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSet.of(List.of()));
        AssociationRule other = new AssociationRule(List.of("x"), List.of("y"), new RuleCounts(1, 2, 2, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSet.of(List.of(rule, other)))
                .withMessageContaining("rule 2 is about 5 baskets, the first one about 4");
        RuleSet set = RuleSet.of(List.of(rule));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.sortedBy(new double[2]))
                .withMessage("need a value for each of 1 rules, got 2");
        assertThat(set.sortedBy(set.improvements())).isEqualTo(set).hasSameHashCodeAs(set);
        assertThatIllegalArgumentException().isThrownBy(() -> set.top(-1, Measure.LIFT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.nonRedundant(1.1))
                .withMessage("need 0 <= minimum improvement <= 1, got 1.1");
        assertThatThrownBy(() -> set.rule(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> set.antecedent(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(set).hasToString("RuleSet[1 rules about 3 items in 4 baskets]");
    }

    @Test
    void countsThatContradictEachOtherAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleCounts(-1, 2, 2, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleCounts(3, 2, 4, 8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleCounts(0, 3, 3, 5))
                .withMessageContaining("got n11=0, n1x=3, nx1=3, n=5");
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleCounts(0, 0, 0, 1L << 31));
    }
}
