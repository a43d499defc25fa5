package org.ltv4j.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PruningTest {

    @Test
    void theMedianRuleComparesMeansAfterAsManySteps() {
        List<TrialResult> earlier = new ArrayList<>();
        earlier.add(complete(1.0, 5.0, 1.0)); // means 1, 3, 7/3
        earlier.add(complete(2.0, 2.0, 2.0)); // means 2, 2, 2
        earlier.add(complete(3.0, 5.0, 9.0)); // means 3, 4, 17/3
        Pruning rule = Pruning.median(3, 0);
        // medians: 2 after one step, 3 after two, 7/3 after three
        assertThat(rule.isHopeless(List.of(2.0), earlier)).isFalse();
        assertThat(rule.isHopeless(List.of(2.1), earlier)).isTrue();
        assertThat(rule.isHopeless(List.of(1.0, 5.0), earlier)).isFalse();
        assertThat(rule.isHopeless(List.of(1.0, 5.1), earlier)).isTrue();
        assertThat(rule.isHopeless(List.of(1.0, 5.0, 1.1), earlier)).isTrue();
        assertThat(rule.isHopeless(List.of(1.0, 5.0, 0.9), earlier)).isFalse();
        // nobody went so far
        assertThat(rule.isHopeless(List.of(9.0, 9.0, 9.0, 9.0), earlier)).isFalse();
    }

    @Test
    void theMedianRuleWaitsForTrialsAndSteps() {
        List<TrialResult> earlier = List.of(complete(1.0, 1.0), complete(1.0, 1.0), pruned(1.0), complete(1.0));
        assertThat(Pruning.median(3, 0).isHopeless(List.of(9.0), earlier)).isTrue();
        assertThat(Pruning.median(4, 0).isHopeless(List.of(9.0), earlier)).isFalse();
        assertThat(Pruning.median(3, 0).isHopeless(List.of(9.0, 9.0), earlier)).isFalse();
        assertThat(Pruning.median(2, 1).isHopeless(List.of(9.0), earlier)).isFalse();
        assertThat(Pruning.median(2, 1).isHopeless(List.of(9.0, 9.0), earlier)).isTrue();
    }

    @Test
    void successiveHalvingComparesAtItsRungsOnly() {
        Pruning rule = Pruning.successiveHalving(1, 3); // rungs after 1, 3, 9 steps
        List<TrialResult> earlier = List.of(complete(1.0, 1.0, 1.0, 1.0));
        assertThat(rule.isHopeless(List.of(2.0), earlier)).isTrue();
        assertThat(rule.isHopeless(List.of(1.0), earlier)).isFalse();
        assertThat(rule.isHopeless(List.of(1.0, 9.0), earlier)).isFalse();
        assertThat(rule.isHopeless(List.of(1.0, 9.0, 9.0), earlier)).isTrue();
        assertThat(rule.isHopeless(List.of(1.0, 9.0, 9.0, 9.0), earlier)).isFalse();
    }

    @Test
    void successiveHalvingLetsTheBestPartGoOn() {
        Pruning rule = Pruning.successiveHalving(1, 3);
        // with its own there are 6 trials: the best 2 go on; pruned ones count
        List<TrialResult> earlier = List.of(complete(1.0), pruned(2.0), pruned(3.0), pruned(4.0), pruned(5.0));
        assertThat(rule.isHopeless(List.of(1.5), earlier)).isFalse();
        assertThat(rule.isHopeless(List.of(2.0), earlier)).isFalse();
        assertThat(rule.isHopeless(List.of(2.5), earlier)).isTrue();
        // the first trial of all goes on
        assertThat(rule.isHopeless(List.of(7.0), List.of())).isFalse();
    }

    @Test
    void withoutARuleEveryTrialGoesOn() {
        assertThat(Pruning.none().isHopeless(List.of(1e300), List.of(complete(0.0))))
                .isFalse();
    }

    @Test
    void hugeLossesDoNotOverflow() {
        List<TrialResult> earlier = List.of(complete(1.7e308, 1.7e308));
        assertThat(Pruning.median(1, 0).isHopeless(List.of(1.6e308, 1.7e308), earlier))
                .isFalse();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Pruning.median(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pruning.median(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pruning.successiveHalving(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pruning.successiveHalving(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need a first rung of at least 1 step and a reduction of at least 2, got 1 and 1");
    }

    private static TrialResult complete(Double... losses) {
        return result(TrialState.COMPLETE, OptionalDouble.of(losses[losses.length - 1]), losses);
    }

    private static TrialResult pruned(Double... losses) {
        return result(TrialState.PRUNED, OptionalDouble.empty(), losses);
    }

    private static TrialResult result(TrialState state, OptionalDouble loss, Double... losses) {
        return new TrialResult(0, new Settings(Map.of()), state, List.of(losses), loss, 0, Optional.empty());
    }
}
