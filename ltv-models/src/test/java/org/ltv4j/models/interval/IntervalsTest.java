package org.ltv4j.models.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.outcome.Outcome;

class IntervalsTest {
    private static final double[] CENTRE = {2, 3};

    private static Intervals of(double confidence, double[] centre, double[] lower, double[] upper) {
        return Intervals.of(IdTable.of("anna", "otto"), Draws.DATE, Draws.SPEND, confidence, centre, lower, upper);
    }

    @Test
    void whatWentInComesOut() {
        double[] lower = {1, 2};
        Intervals intervals = of(0.9, CENTRE, lower, new double[] {4, Double.POSITIVE_INFINITY});
        lower[0] = 99; // a copy was taken
        assertThat(intervals.lower(0)).isEqualTo(1);
        assertThat(intervals.upper(1)).isInfinite();
        assertThat(intervals.centre(1)).isEqualTo(3);
        assertThat(intervals.asOf()).isEqualTo(Draws.DATE);
        assertThat(intervals.customers().id(1)).isEqualTo("otto");
        assertThat(intervals.confidence()).isEqualTo(0.9);
        assertThat(intervals)
                .hasToString("Intervals[spend in 90d of 2 customers as of 2025-06-30, confidence 0.9]")
                .isEqualTo(of(0.9, CENTRE, new double[] {1, 2}, new double[] {4, Double.POSITIVE_INFINITY}))
                .isNotEqualTo(of(0.8, CENTRE, new double[] {1, 2}, new double[] {4, Double.POSITIVE_INFINITY}))
                .isNotEqualTo(of(0.9, CENTRE, new double[] {1, 2}, new double[] {4, 5}))
                .isNotEqualTo(of(0.9, CENTRE, new double[] {1, 0}, new double[] {4, Double.POSITIVE_INFINITY}))
                .isNotEqualTo(
                        of(0.9, new double[] {2, 4}, new double[] {1, 2}, new double[] {4, Double.POSITIVE_INFINITY}));
    }

    @Test
    void badEndsAreRefusedWithoutNamingTheCustomer() {
        assertThatThrownBy(() -> of(0.9, CENTRE, new double[] {1, Double.NaN}, new double[] {4, 4}))
                .hasMessageContaining("customer 2: from NaN to 4.0")
                .hasMessageNotContaining("otto");
        assertThatThrownBy(() -> of(0.9, new double[] {2, Double.NaN}, CENTRE, CENTRE))
                .hasMessageContaining("around NaN");
        assertThatThrownBy(() -> of(0.9, CENTRE, new double[1], CENTRE)).hasMessageContaining("got 2, 1 and 2");
        assertThatThrownBy(() -> new CalibratedGroup("all", 0, 1)).hasMessageContaining("got 0 and 1.0");
        assertThatThrownBy(() -> new CalibratedGroup("all", 9, Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void modelsThatDoNotBelongTogetherAreRefused() {
        Outcome month = Outcome.spend(Horizon.of(30, TimeScale.DAY));
        Draws.Known quarter = new Draws.Known(x -> 1);
        assertThatThrownBy(() -> new Band.Pair(new Draws.Known(month, x -> 1), quarter))
                .hasMessageContaining("different outcomes");
        IntervalOptions options = IntervalOptions.of(0.9);
        CalibratedGroup all = new CalibratedGroup("all", 9, 1);
        assertThatThrownBy(() -> new Calibration(options, List.of(all, all), true))
                .hasMessageContaining("none twice");
        assertThatThrownBy(() -> new Calibration(options, List.of(new CalibratedGroup("all", 8, 1)), true))
                .hasMessageContaining("at least 9");
        assertThat(new IntervalModel(
                        new Band.Point(quarter, Spread.CONSTANT), new Calibration(options, List.of(all), true)))
                .hasToString("IntervalModel[spend in 90d, confidence 0.9, BOTH, 1 group]");
    }
}
