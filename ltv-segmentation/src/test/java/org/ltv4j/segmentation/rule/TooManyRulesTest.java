package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.io.Models;

/** Hundreds of thousands of rules and more. */
class TooManyRulesTest {
    private static final int ITEMS = 1_500;

    /** Every item to every other. */
    private static RuleSet pairs(int count) {
        RuleColumns rules = new RuleColumns();
        for (int i = 0; i < count; i++) {
            int left = i / (ITEMS - 1);
            int right = i % (ITEMS - 1);
            int[] one = {right < left ? right : right + 1};
            rules.add(new int[] {left}, 0, 1, one, 1, 100_000 + i % 900_000, 1_000_000, 1_000_000);
        }
        return RuleSet.canonical(IdTable.numbered(ITEMS), 2_000_000, RuleThresholds.NONE, rules, Optional.empty());
    }

    @Test
    void manyRulesAreSortedSavedAndMatched() {
        RuleSet rules = pairs(200_000);
        RuleSet best = rules.top(200_000, Measure.LIFT);
        assertThat(best.value(0, Measure.LIFT)).isGreaterThanOrEqualTo(best.value(199_999, Measure.LIFT));
        RuleSet loaded = (RuleSet) Models.fromJson(Models.toJson(best));
        assertThat(loaded).isEqualTo(best);
        assertThat(RuleMatcher.of(loaded).match(List.of("5"))).hasSize(ITEMS - 1);
    }

    @Test
    void moreThanCanBeLoadedAgainAreNotSaved() {
        RuleSet rules = pairs(1_800_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Models.toJson(rules))
                .withMessageStartingWith("1800000 rules are more than a document holds");
    }
}
