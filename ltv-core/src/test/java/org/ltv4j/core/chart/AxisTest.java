package org.ltv4j.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void ticksAreRound() {
        assertThat(Axis.upTo(87, 5, false).ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Axis.upTo(0.87, 5, false).ticks()).hasSize(6).last().isEqualTo(1.0);
    }

    @Test
    void countsHaveWholeTicks() {
        assertThat(Axis.upTo(2, 6, true).ticks()).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void nothingToShowStillMakesAnAxis() {
        assertThat(Axis.upTo(0, 5, false).high()).isEqualTo(1);
    }

    @Test
    void anExactAxisEndsWithTheData() {
        Axis axis = Axis.exactly(1, 78, 7, true);
        assertThat(axis.low()).isEqualTo(1);
        assertThat(axis.high()).isEqualTo(78);
        assertThat(axis.ticks()).containsExactly(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0);
    }

    @Test
    void anAxisAroundZeroHasRoundEndsAndZeroAmongItsTicks() {
        assertThat(Axis.around(-38, 61, 5, false).ticks()).containsExactly(-40.0, -20.0, 0.0, 20.0, 40.0, 60.0, 80.0);
        assertThat(Axis.around(3, 61, 5, false)).isEqualTo(Axis.upTo(61, 5, false));
        assertThat(Axis.around(-2, -1, 2, true).ticks()).containsExactly(-2.0, -1.0, 0.0);
    }

    @Property(seed = "20261122")
    void anAxisAroundZeroHoldsAllValues(
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double a,
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double b,
            @ForAll @IntRange(min = 1, max = 10) int about) {
        Axis axis = Axis.around(Math.min(a, b), Math.max(a, b), about, false);
        assertThat(axis.position(Math.min(a, b))).isGreaterThanOrEqualTo(-1e-6);
        assertThat(axis.position(Math.max(a, b))).isLessThanOrEqualTo(1 + 1e-6);
        assertThat(axis.ticks()).contains(0.0).hasSizeBetween(2, 2 * about + 4);
    }

    @Test
    void refusesEndsOutOfOrder() {
        assertThatThrownBy(() -> Axis.exactly(2, 2, 5, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(seed = "20261122")
    void coversAnyValueWithFewTicks(
            @ForAll @DoubleRange(min = 1e-9, max = 1e12) @Scale(12) double largest,
            @ForAll @IntRange(min = 2, max = 10) int about) {
        Axis axis = Axis.upTo(largest, about, false);
        assertThat(axis.position(largest)).isBetween(0.3, 1 + 1e-9);
        assertThat(axis.ticks()).hasSizeBetween(2, 2 * about + 2);
    }
}
