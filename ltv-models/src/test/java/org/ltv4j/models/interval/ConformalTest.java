package org.ltv4j.models.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/** Margins computed by hand, and what cannot be calibrated. */
class ConformalTest {
    private static final IntervalOptions NINETY = IntervalOptions.of(0.9);

    private static TrainingSet outcomes(double... y) {
        return Draws.of(new double[y.length], y);
    }

    private static double[] upTo(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    private static FeatureMatrix at(double... x) {
        return Draws.matrix(new double[][] {x, new double[x.length]}, List.of("app"));
    }

    private static IntervalModel around(double prediction, TrainingSet data, IntervalOptions options) {
        return SplitConformal.calibrate(new Draws.Known(x -> prediction), data, options, Spread.CONSTANT);
    }

    @Test
    void theMarginIsTheScoreOfTheRightRank() {
        // ceil((n + 1) 0.9): of 9 scores the 9th, of 19 the 18th, of 28 the 27th (26.1 rounded up)
        assertThat(around(0, outcomes(upTo(9)), NINETY).groups()).containsExactly(new CalibratedGroup("all", 9, 9));
        assertThat(around(0, outcomes(upTo(19)), NINETY).groups()).containsExactly(new CalibratedGroup("all", 19, 18));
        assertThat(around(0, outcomes(upTo(28)), NINETY).groups()).containsExactly(new CalibratedGroup("all", 28, 27));
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThatThrownBy(() -> around(0, outcomes(upTo(8)), NINETY))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("8 rows cannot calibrate intervals of 0.9, which take at least 9");
        assertThatThrownBy(() -> around(0, outcomes(upTo(98)), IntervalOptions.of(0.99)))
                .hasMessageContaining("at least 99");
        assertThat(around(0, outcomes(upTo(99)), IntervalOptions.of(0.99))
                        .groups()
                        .get(0)
                        .margin())
                .isEqualTo(99);
    }

    /** The 5 % and 95 % quantiles of an exponential distribution of mean x are x * 0.0513 and x * 2.9957 (minus the log of 0.95, 0.05). */
    @Test
    void quantilesThatAreRightAreHardlyMoved() {
        TrainingSet data = Draws.draw(20_000, new SplittableRandom(3), (x, u) -> -(1 + x) * Math.log(1 - u));
        IntervalModel model = ConformalQuantiles.calibrate(
                new Draws.Known(x -> (1 + x) * 0.0513), new Draws.Known(x -> (1 + x) * 2.9957), data, NINETY);
        // the standard error of coverage, sqrt(0.09 / 20000) = 0.002, over a density of about 0.06 at the ends
        assertThat(model.groups().get(0).margin()).isCloseTo(0, within(0.1));
        Intervals intervals = model.predict(at(0, 1));
        assertThat(intervals.upper(0)).isCloseTo(2.9957, within(0.1));
        assertThat(intervals.upper(1)).isCloseTo(5.9915, within(0.1));
    }

    @Test
    void aBandThatIsTooWideIsMadeNarrowerButNeverCrosses() {
        double[] x = new double[40];
        double[] y = new double[40];
        Arrays.setAll(x, i -> i < 20 ? 0 : 1);
        Arrays.fill(y, 5);
        IntervalModel model = ConformalQuantiles.calibrate(
                new Draws.Known(at -> at == 2 ? 3 : 1),
                new Draws.Known(at -> at == 2 ? 4 : 11),
                Draws.of(x, y),
                NINETY);
        assertThat(model.groups().get(0).margin()).isEqualTo(-4); // 1 is 4 below, 11 is 6 above: the nearer end counts
        Intervals intervals = model.predict(at(0, 2));
        assertThat(intervals.interval(0)).isEqualTo(new Interval(5, 7));
        assertThat(intervals.interval(1)).isEqualTo(new Interval(3.5, 3.5));
    }

    @Test
    void intervalsEndAtZeroUnlessSomebodyWasBelow() {
        Intervals cut = around(1, outcomes(upTo(20)), NINETY).predict(at(0));
        assertThat(cut.lower(0)).isZero();
        double[] refunds = upTo(20);
        refunds[3] = -0.5;
        IntervalModel below = around(1, outcomes(refunds), NINETY);
        assertThat(below.notBelowZero()).isFalse();
        assertThat(below.predict(at(0)).lower(0)).isEqualTo(1 - 18.0); // the 19th of 20 distances from 1
        Intervals upper =
                around(1, outcomes(refunds), NINETY.withSide(Side.UPPER)).predict(at(0));
        assertThat(upper.interval(0)).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, 19));
        Intervals lower =
                around(1, outcomes(upTo(20)), NINETY.withSide(Side.LOWER)).predict(at(0));
        assertThat(lower.interval(0))
                .isEqualTo(new Interval(2, Double.POSITIVE_INFINITY)); // the 19th of -19 .. 0 is -1
    }

    /** The upper end comes down although the lower one touches many zeros: 18 of 19 are at most 4 above 0, 6 below 10. */
    @Test
    void aLowerEndAtZeroStaysThere() {
        double[] y = new double[19];
        y[17] = 4;
        y[18] = 9;
        IntervalModel model =
                ConformalQuantiles.calibrate(new Draws.Known(x -> 0), new Draws.Known(x -> 10), outcomes(y), NINETY);
        assertThat(model.groups()).containsExactly(new CalibratedGroup("all", 19, -6));
        assertThat(model.predict(at(0)).interval(0)).isEqualTo(new Interval(0, 4));
        y[0] = -1;
        IntervalModel refunds =
                ConformalQuantiles.calibrate(new Draws.Known(x -> 0), new Draws.Known(x -> 10), outcomes(y), NINETY);
        assertThat(refunds.predict(at(0)).interval(0)).isEqualTo(new Interval(0, 10)); // zeros are at the edge: score 0
    }

    @Test
    void onlyZerosGiveZero() {
        Intervals intervals = around(0, outcomes(new double[30]), NINETY).predict(at(0, 1));
        assertThat(intervals.interval(0)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void theSpreadScalesTheMargin() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] y = Arrays.stream(x).map(v -> v * 1.5).toArray();
        IntervalModel model =
                SplitConformal.calibrate(new Draws.Known(v -> v), Draws.of(x, y), NINETY, Spread.ofPrediction(0.5));
        assertThat(model.groups().get(0).margin()).isCloseTo(0.5, within(1e-12));
        assertThat(model.predict(at(4)).upper(0)).isCloseTo(6, within(1e-9));
        assertThat(model.predict(at(0)).upper(0)).isCloseTo(0.25, within(1e-9));
        assertThatThrownBy(() -> Spread.ofPrediction(0)).hasMessageContaining("above 0, got 0.0");
    }

    @Test
    void groupsAreCalibratedApart() {
        double[] x = new double[60];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = i % 3 == 0 ? Double.NaN : i % 3;
            y[i] = i % 3 == 0 ? 1 : i % 3 == 1 ? 10 : 100;
        }
        IntervalOptions options = NINETY.withGroups(CalibrationGroups.ofFeature("x", 2, 5));
        IntervalModel model = around(0, Draws.of(x, y), options);
        assertThat(model.groups())
                .containsExactly(
                        new CalibratedGroup("2 <= x < 5", 20, 100),
                        new CalibratedGroup("x < 2", 20, 10),
                        new CalibratedGroup("x missing", 20, 1));
        Intervals intervals = model.predict(at(1.5, 2, Double.NaN, 7));
        assertThat(intervals.upper(0)).isEqualTo(10);
        assertThat(intervals.upper(1)).isEqualTo(100);
        assertThat(intervals.upper(2)).isEqualTo(1);
        assertThat(intervals.interval(3))
                .isEqualTo(new Interval(0, Double.POSITIVE_INFINITY)); // nothing is known of x >= 5
        assertThat(model.groupsOf(at(1.5, 7))).containsExactly("x < 2", "5 <= x");
        assertThatThrownBy(() -> around(0, Draws.of(upTo(9), upTo(9)), options))
                .hasMessageContaining("group '2 <= x < 5': 3 rows");
    }

    @Test
    void messagesDoNotNameLevels() {
        SplittableRandom random = new SplittableRandom(1);
        TrainingSet data = Draws.draw(12, random, (x, u) -> u);
        assertThatThrownBy(() -> around(0, data, NINETY.withGroups(CalibrationGroups.ofLevels("channel"))))
                .hasMessageContaining("group 'a level of channel': 6 rows")
                .hasMessageNotContaining("app");
        IntervalModel model = around(
                0, Draws.draw(40, random, (x, u) -> u), NINETY.withGroups(CalibrationGroups.ofLevels("channel")));
        assertThat(model.groups()).extracting(CalibratedGroup::name).containsExactly("channel = app", "channel = shop");
        assertThatThrownBy(() -> around(0, data, NINETY.withGroups(CalibrationGroups.ofFeature("channel", 1))))
                .hasMessageContaining("use CalibrationGroups.ofLevels");
    }

    @Test
    void groupsByPredictionNeedNoFeature() {
        double[] x = {1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 6, 6, 6, 6, 6, 6, 6, 6};
        double[] y = {0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2};
        IntervalModel model = SplitConformal.calibrate(
                new Draws.Known(v -> v),
                Draws.of(x, y),
                NINETY.withGroups(CalibrationGroups.ofPrediction(5)),
                Spread.CONSTANT);
        assertThat(model.groups())
                .containsExactly(
                        new CalibratedGroup("5 <= prediction", 9, 4), new CalibratedGroup("prediction < 5", 9, 1));
    }

    @Test
    void whatHasNoIntervalIsRefused() {
        Outcome churn = Outcome.churn(Horizon.of(90, TimeScale.DAY));
        TrainingSet data = outcomes(upTo(20)).withOutcomes(churn, new double[20]);
        assertThatThrownBy(
                        () -> SplitConformal.calibrate(new Draws.Known(churn, x -> 0.5), data, NINETY, Spread.CONSTANT))
                .hasMessageContaining("churn is 0 or 1");
        assertThatThrownBy(() -> ConformalQuantiles.fit(data, NINETY)).hasMessageContaining("churn is 0 or 1");
        Outcome month = Outcome.spend(Horizon.of(30, TimeScale.DAY));
        assertThatThrownBy(() -> SplitConformal.calibrate(
                        new Draws.Known(month, x -> 0.5), outcomes(upTo(20)), NINETY, Spread.CONSTANT))
                .hasMessageContaining("the model foretells spend in 30d");
        assertThatThrownBy(() -> IntervalOptions.of(1)).hasMessageContaining("below 1, such as 0.9, got 1.0");
        assertThatThrownBy(() -> IntervalOptions.of(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> NINETY.onCustomers(0)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> CalibrationGroups.ofFeature("x", 2, 2)).hasMessageContaining("rising");
        assertThatThrownBy(() -> CalibrationGroups.ofPrediction()).hasMessageContaining("at least one edge");
    }
}
