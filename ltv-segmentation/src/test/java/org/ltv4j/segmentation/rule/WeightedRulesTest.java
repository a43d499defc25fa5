package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.MiningLimits;

/** Rules by the value of baskets. */
class WeightedRulesTest {
    private static final Apriori.Options OPTIONS =
            Apriori.Options.defaults().withMinSupport(0.05).withMinConfidence(0.2);

    private static BasketLog baskets() {
        SplittableRandom random = new SplittableRandom(11);
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < 150; b++) {
            List<String> basket = new ArrayList<>();
            for (int item = 0; item < 9; item++) {
                if (random.nextInt(3) == 0) {
                    basket.add("i" + item);
                }
            }
            baskets.add(basket);
        }
        return BasketLog.of(baskets);
    }

    @Test
    void equalWeightsGiveThePlainRules() {
        BasketLog baskets = baskets();
        RuleSet plain = Apriori.mine(baskets, OPTIONS);
        WeightedRules weighted = WeightedRules.mine(baskets, b -> 2.5, OPTIONS);
        assertThat(weighted.rules().asList()).containsExactlyInAnyOrderElementsOf(plain.asList());
        assertThat(weighted.total()).isCloseTo(375, within(1e-9));
        for (int i = 0; i < weighted.rules().size(); i++) {
            assertThat(weighted.support(i)).isCloseTo(weighted.rules().value(i, Measure.SUPPORT), within(1e-12));
            assertThat(weighted.confidence(i)).isCloseTo(weighted.rules().value(i, Measure.CONFIDENCE), within(1e-12));
            assertThat(weighted.lift(i)).isCloseTo(weighted.rules().value(i, Measure.LIFT), within(1e-12));
        }
    }

    @Test
    void rulesAreThoseThatATryOfAllPairsAndTriplesFinds() {
        BasketLog baskets = baskets();
        double[] weight = new SplittableRandom(4).doubles(baskets.size(), 0, 10).toArray();
        WeightedRules weighted = WeightedRules.mine(baskets, b -> weight[b], OPTIONS.withMaxItems(3));
        Set<String> expected = new HashSet<>();
        for (int mask = 1; mask < 1 << 9; mask++) {
            for (int y = 0; y < 9; y++) {
                if (Integer.bitCount(mask) > 2 || (mask >> y & 1) == 1) {
                    continue;
                }
                double x = 0;
                double xy = 0;
                double all = 0;
                Set<String> names = new HashSet<>();
                for (int item = 0; item < 9; item++) {
                    if ((mask >> item & 1) == 1) {
                        names.add("i" + item);
                    }
                }
                for (int b = 0; b < baskets.size(); b++) {
                    all += weight[b];
                    boolean holds = new HashSet<>(baskets.names(b)).containsAll(names);
                    x += holds ? weight[b] : 0;
                    xy += holds && baskets.names(b).contains("i" + y) ? weight[b] : 0;
                }
                if (xy / all >= 0.05 && xy / x >= 0.2) {
                    expected.add(names.stream().sorted().toList() + " => i" + y);
                }
            }
        }
        List<String> found = weighted.rules().asList().stream()
                .map(rule -> rule.antecedent() + " => " + rule.consequent().get(0))
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        for (int i = 1; i < found.size(); i++) {
            assertThat(weighted.lift(i)).isLessThanOrEqualTo(weighted.lift(i - 1));
        }
    }

    @Test
    void aRareBasketOfHighValueMakesARule() {
        BasketLog baskets = BasketLog.of(List.of(
                Set.of("ring", "watch"),
                Set.of("tea"),
                Set.of("tea", "cake"),
                Set.of("cake"),
                Set.of("tea"),
                Set.of("tea")));
        double[] margin = {500, 1, 2, 1, 1, 1};
        WeightedRules rules = WeightedRules.mine(baskets, b -> margin[b], OPTIONS.withMinSupport(0.5));
        assertThat(rules.rules().asList())
                .extracting(AssociationRule::antecedent)
                .containsExactly(List.of("ring"), List.of("watch"));
        assertThat(rules.support(0)).isCloseTo(500.0 / 506, within(1e-12));
        assertThat(rules.rules().counts(0)).isEqualTo(new RuleCounts(1, 1, 1, 6));
        WeightedRules same = WeightedRules.of(rules.rules(), baskets, b -> margin[b]);
        assertThat(same.lift(1)).isEqualTo(rules.lift(1));
        assertThat(rules).hasToString("WeightedRules[2 rules in 6 baskets]");
    }

    @Test
    void constraintsAndLimitsHold() {
        BasketLog baskets = baskets();
        RuleConstraints items =
                RuleConstraints.NONE.withAnywhere("i3").withNowhere("i4").withConsequents("i3", "i5");
        RuleSet rules = WeightedRules.mine(baskets, b -> 1, OPTIONS.with(items)).rules();
        assertThat(rules.asList())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        Apriori.mine(baskets, OPTIONS.with(items)).asList());
        RuleSet some = WeightedRules.mine(
                        baskets, b -> 1, OPTIONS.with(MiningLimits.defaults().withItemsets(20)))
                .rules();
        assertThat(some.stop()).isPresent();
    }

    @Test
    void whatIsNoWeightIsRefused() {
        BasketLog baskets = baskets();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedRules.mine(baskets, b -> b == 3 ? -1 : 1, OPTIONS))
                .withMessageStartingWith("basket 4 needs a finite weight of at least 0, got -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightedRules.mine(baskets, b -> Double.NaN, OPTIONS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedRules.mine(baskets, b -> 0, OPTIONS))
                .withMessage("need weights with a finite sum above 0, got 0.0 for 150 baskets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedRules.mine(baskets, b -> 1, OPTIONS.with(Consequents.ANY)))
                .withMessageStartingWith("weighted rules have one item on the right");
    }
}
