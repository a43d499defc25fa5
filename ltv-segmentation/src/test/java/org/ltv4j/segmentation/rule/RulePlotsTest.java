package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.chart.ChartSize;
import org.ltv4j.core.chart.Labels;

class RulePlotsTest {
    private static final RuleSet RULES = RuleSet.of(List.of(
            new AssociationRule(List.of("tea", "milk"), List.of("<cake>"), new RuleCounts(3, 4, 5, 20)),
            new AssociationRule(List.of("tea"), List.of("<cake>"), new RuleCounts(4, 8, 5, 20)),
            new AssociationRule(List.of(), List.of("tea"), new RuleCounts(8, 20, 8, 20)),
            new AssociationRule(
                    List.of("a product with a name that is much too long for a picture"),
                    List.of("tea"),
                    new RuleCounts(0, 2, 8, 20))));

    @Test
    void itemsAreNodesAndRulesArrows() {
        String svg = RulePlots.graph(RULES).svg(ChartSize.WIDE, Labels.PLAIN);
        assertThat(svg.split("<circle", -1)).as("four items and two joints").hasSize(1 + 4 + 2);
        assertThat(svg.split("class=\"link\"", -1))
                .as("two into a joint, one out of each, two alone")
                .hasSize(1 + 6);
        assertThat(svg).contains("&lt;cake&gt;").contains("a product with a name that is muc\u2026");
    }

    @Test
    void confidencesAreCells() {
        String svg = RulePlots.matrix(RULES).svg(ChartSize.WIDE, Labels.PERCENT);
        assertThat(svg)
                .contains("75%")
                .contains("50%")
                .contains("40%")
                .contains("0%")
                .contains("milk + tea")
                .contains("(all)");
    }

    @Test
    void aPictureNeedsSomeRulesButNotTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulePlots.graph(RULES.keep(i -> false)))
                .withMessageStartingWith("a picture needs 1 to 200 rules, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> RulePlots.matrix(RULES.keep(i -> false)));
    }
}
