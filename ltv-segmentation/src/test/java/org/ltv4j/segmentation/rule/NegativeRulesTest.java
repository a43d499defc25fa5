package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.basket.BasketLog;

/** Who buys this does not buy that. */
class NegativeRulesTest {
    private static final Apriori.Options OPTIONS =
            Apriori.Options.defaults().withMinSupport(0.05).withMaxItems(3);

    /** Tea and espresso hardly ever meet; others are independent. */
    private static BasketLog baskets(boolean avoid, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < 500; b++) {
            List<String> basket = new ArrayList<>();
            boolean tea = random.nextDouble() < 0.3;
            if (tea) {
                basket.add("tea");
            }
            if (random.nextDouble() < (tea && avoid ? 0.03 : 0.4)) {
                basket.add("espresso");
            }
            for (int other = 0; other < 6; other++) {
                if (random.nextDouble() < 0.25) {
                    basket.add("other " + other);
                }
            }
            baskets.add(basket);
        }
        return BasketLog.of(baskets);
    }

    @Test
    void itemsThatAvoidEachOtherAreFound() {
        List<NegativeRule> rules = NegativeRules.mine(baskets(true, 1), OPTIONS, Correction.HOLM, 0.05);
        assertThat(rules).isNotEmpty();
        for (NegativeRule rule : rules) {
            List<String> all = new ArrayList<>(rule.antecedent());
            all.add(rule.absent());
            assertThat(all).contains("tea", "espresso");
            assertThat(rule.lift()).isLessThan(0.5);
            assertThat(rule.pValue()).isEqualTo(rule.counts().fisherLess());
            assertThat(rule.confidence())
                    .isCloseTo(1 - rule.counts().confidence(), within(1e-12))
                    .isEqualTo(rule.negated().confidence());
        }
        assertThat(rules.get(0).antecedent()).hasSize(1);
        assertThat(rules.get(0).toString())
                .matches(
                        "\\{(tea|espresso)} => not (espresso|tea) \\(\\d+ of \\d+ baskets have both, lift 0\\.\\d+\\)");
    }

    @Test
    void whereNothingAvoidsAnythingFindingsAreAsRareAsPromised() {
        int withFalse = 0;
        for (int trial = 0; trial < 200; trial++) {
            withFalse += NegativeRules.mine(baskets(false, 100 + trial), OPTIONS, Correction.HOLM, 0.05)
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat(withFalse).isLessThanOrEqualTo(19); // a binomial share of 0.05 and three standard deviations
    }

    @Test
    void constraintsHold() {
        RuleConstraints items = RuleConstraints.NONE
                .withAnywhere("tea")
                .withConsequents("espresso")
                .withNowhere("other 0");
        List<NegativeRule> rules =
                NegativeRules.mine(baskets(true, 1), OPTIONS.with(items).withMinLift(1.01), Correction.NONE, 1);
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.absent()).isEqualTo("espresso");
            assertThat(rule.antecedent()).contains("tea").doesNotContain("other 0");
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NegativeRules.mine(baskets(true, 1), OPTIONS, Correction.NONE, 0))
                .withMessage("need 0 < alpha <= 1, got 0.0");
    }
}
