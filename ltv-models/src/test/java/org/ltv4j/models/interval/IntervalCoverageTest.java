package org.ltv4j.models.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;

class IntervalCoverageTest {
    private static Intervals intervals(double[] centre) {
        double[] lower = Arrays.stream(centre).map(c -> c - 1).toArray();
        double[] upper = Arrays.stream(centre).map(c -> c + 1).toArray();
        return Intervals.of(IdTable.numbered(centre.length), Draws.DATE, Draws.SPEND, 0.9, centre, lower, upper);
    }

    /** Bounds as printed by R's binom.test(x, n): 5 of 10, 0 of 10, 10 of 10, 90 of 100. */
    @Test
    void theBinomialIntervalIsThatOfClopperAndPearson() {
        check(new CoverageGroup("", 10, 5, 5, 0, 0, 1), 0.1870860, 0.8129140);
        check(new CoverageGroup("", 10, 0, 5, 5, 0, 1), 0, 0.3084971);
        check(new CoverageGroup("", 10, 10, 0, 0, 0, 1), 0.6915029, 1);
        check(new CoverageGroup("", 100, 90, 10, 0, 0, 1), 0.8237774, 0.9509953);
    }

    private static void check(CoverageGroup group, double lower, double upper) {
        assertThat(group.interval().lower()).isCloseTo(lower, within(1e-7));
        assertThat(group.interval().upper()).isCloseTo(upper, within(1e-7));
    }

    @Test
    void outcomesAreCountedWithinBelowAndAbove() {
        IntervalCoverage coverage = IntervalCoverage.of(
                intervals(new double[] {5, 5, 5, 5}), new double[] {4, 6, 3.9, 6.1}, List.of("a", "b", "a", "b"));
        assertThat(coverage.all()).isEqualTo(new CoverageGroup("all", 4, 2, 1, 1, 5, 2));
        assertThat(coverage.all().coverage()).isEqualTo(0.5);
        assertThat(coverage.deciles()).containsExactly(new CoverageGroup("tenth 3", 4, 2, 1, 1, 5, 2));
        assertThat(coverage.groups())
                .containsExactly(new CoverageGroup("a", 2, 1, 1, 0, 5, 2), new CoverageGroup("b", 2, 1, 0, 1, 5, 2));
    }

    @Test
    void decilesRiseByPrediction() {
        double[] centre = IntStream.range(0, 100).mapToDouble(i -> 99 - i).toArray();
        double[] actual = Arrays.stream(centre).map(c -> c < 10 ? c + 2 : c).toArray();
        List<CoverageGroup> deciles =
                IntervalCoverage.of(intervals(centre), actual).deciles();
        assertThat(deciles).hasSize(10).allMatch(decile -> decile.customers() == 10);
        assertThat(deciles.get(0)).isEqualTo(new CoverageGroup("tenth 1", 10, 0, 0, 10, 4.5, 2));
        assertThat(deciles.get(9)).isEqualTo(new CoverageGroup("tenth 10", 10, 10, 0, 0, 94.5, 2));
    }

    @Test
    void badInputIsRefused() {
        Intervals one = intervals(new double[] {1});
        assertThatThrownBy(() -> IntervalCoverage.of(one, new double[] {Double.NaN}))
                .hasMessageContaining("customer 1: NaN");
        assertThatThrownBy(() -> IntervalCoverage.of(one, new double[2])).hasMessageContaining("2 outcomes");
        assertThatThrownBy(() -> IntervalCoverage.of(intervals(new double[0]), new double[0]))
                .hasMessageContaining("0 intervals");
        assertThatThrownBy(() -> Intervals.of(
                        IdTable.numbered(1),
                        Draws.DATE,
                        Draws.SPEND,
                        0.9,
                        new double[1],
                        new double[] {2},
                        new double[] {1}))
                .hasMessageContaining("customer 1: from 2.0 to 1.0");
        assertThatThrownBy(() -> new CoverageGroup("", 2, 1, 0, 0, 0, 0)).hasMessageContaining("must sum up");
    }
}
