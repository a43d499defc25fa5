package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.basket.BasketLog;

/** The same rules in two groups of baskets. */
class ContrastTest {
    private static final Apriori.Options OPTIONS =
            Apriori.Options.defaults().withMinCount(5).withMinConfidence(0).withMaxItems(2);

    /** Cake follows espresso with a chance; all else is alike in both groups. */
    private static BasketLog group(int n, double cakeAfterEspresso, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < n; b++) {
            List<String> basket = new ArrayList<>();
            boolean espresso = random.nextDouble() < 0.4;
            if (espresso) {
                basket.add("espresso");
            }
            if (random.nextDouble() < (espresso ? cakeAfterEspresso : 0.2)) {
                basket.add("cake");
            }
            for (int other = 0; other < 8; other++) {
                if (random.nextDouble() < 0.15) {
                    basket.add("other " + other);
                }
            }
            baskets.add(basket);
        }
        return BasketLog.of(baskets);
    }

    @Test
    void aRuleThatHoldsInOneGroupOnlyIsFound() {
        for (Contrast contrast : Contrast.values()) {
            ContrastedRules rules =
                    ContrastedRules.between(group(600, 0.6, 1), group(900, 0.2, 2), OPTIONS, contrast, Correction.HOLM);
            ContrastedRule best = rules.rule(0);
            assertThat(List.of(best.antecedent(), best.consequent()))
                    .containsExactlyInAnyOrder(List.of("espresso"), List.of("cake"));
            assertThat(best.adjusted()).isLessThan(1e-6);
            assertThat(best.first().n()).isEqualTo(600);
            assertThat(best.second().n()).isEqualTo(900);
            assertThat(best.difference()).isGreaterThan(0.15);
            // who sells more cake sells more of it with anything: only the association is about espresso alone
            assertThat(rules.significant(0.05).stream()
                            .anyMatch(rule -> rule.antecedent().get(0).startsWith("other")))
                    .isEqualTo(contrast == Contrast.CONFIDENCE);
            assertThat(rules.asList()).hasSize(rules.size());
        }
    }

    @Test
    void alikeGroupsDifferAsRarelyAsPromised() {
        int trials = 300;
        int[] withFalse = new int[Contrast.values().length];
        for (int trial = 0; trial < trials; trial++) {
            BasketLog first = group(150, 0.6, 10_000 + trial);
            BasketLog second = group(250, 0.6, 50_000 + trial);
            for (Contrast contrast : Contrast.values()) {
                boolean found = !ContrastedRules.between(first, second, OPTIONS, contrast, Correction.HOLM)
                        .significant(0.05)
                        .isEmpty();
                withFalse[contrast.ordinal()] += found ? 1 : 0;
            }
        }
        // a binomial share of 0.05 and three standard deviations
        assertThat(withFalse[0]).isLessThanOrEqualTo(26);
        assertThat(withFalse[1]).isLessThanOrEqualTo(26);
    }

    /** scipy.stats.fisher_exact([[12, 8], [5, 15]]) = 0.05355099259437413; Woolf by hand with one half added. */
    @Test
    void differencesAreTestedAsInTheTextbook() {
        RuleCounts first = new RuleCounts(12, 20, 30, 60);
        RuleCounts second = new RuleCounts(5, 20, 30, 60);
        assertThat(ContrastedRules.pValue(first, second, Contrast.CONFIDENCE))
                .isCloseTo(0.05355099259437413, within(1e-12));
        double a = Math.log(12.5 * 22.5 / (8.5 * 18.5));
        double b = Math.log(5.5 * 15.5 / (15.5 * 25.5));
        double error = Math.sqrt(1 / 12.5 + 1 / 8.5 + 1 / 18.5 + 1 / 22.5 + 1 / 5.5 + 1 / 15.5 + 1 / 25.5 + 1 / 15.5);
        double z = (a - b) / error;
        double p = 2 * (1 - org.ltv4j.core.internal.math.Normal.cumulative(z));
        assertThat(ContrastedRules.pValue(first, second, Contrast.ASSOCIATION)).isCloseTo(p, within(1e-12));
    }

    @Test
    void aRuleIsCountedAnewInTheBasketsOfAnotherMonth() {
        BasketLog march = group(600, 0.6, 1);
        RuleSet rules = Apriori.mine(march, OPTIONS);
        assertThat(rules.recount(march).asList()).isEqualTo(rules.asList());
        BasketLog april = group(500, 0.3, 3);
        RuleSet later = rules.recount(april);
        assertThat(later.baskets()).isEqualTo(500);
        for (int i = 0; i < rules.size(); i++) {
            AssociationRule rule = later.rule(i);
            assertThat(rule.antecedent()).isEqualTo(rules.rule(i).antecedent());
            long both = 0;
            for (int b = 0; b < april.size(); b++) {
                List<String> names = april.names(b);
                both += names.containsAll(rule.antecedent()) && names.containsAll(rule.consequent()) ? 1 : 0;
            }
            assertThat(rule.counts().n11()).isEqualTo(both);
        }
        ContrastedRules drift = ContrastedRules.of(rules, later, Contrast.CONFIDENCE, Correction.BENJAMINI_HOCHBERG);
        assertThat(drift.rule(0).difference()).isGreaterThan(0.1);
        assertThat(drift.rule(0).toString())
                .matches("\\{.+} => \\{.+}: 0\\.\\d+ of \\d+ baskets and 0\\.\\d+ of \\d+, p .+");
        RuleSet unknown = rules.recount(BasketLog.of(List.of(List.of("something else"))));
        assertThat(unknown.counts(0)).isEqualTo(new RuleCounts(0, 0, 0, 1));
        assertThat(unknown.rule(0).confidence()).isNaN();
    }

    @Test
    void otherRulesAreNotCompared() {
        RuleSet rules = Apriori.mine(group(300, 0.6, 1), OPTIONS);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ContrastedRules.of(rules, rules.keep(i -> i > 0), Contrast.CONFIDENCE, Correction.HOLM))
                .withMessageStartingWith("need the same rules in the same order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContrastedRules.of(rules, rules, Contrast.CONFIDENCE, Correction.HOLM)
                        .significant(1))
                .withMessage("need 0 < alpha < 1, got 1.0");
    }
}
