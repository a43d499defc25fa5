package org.ltv4j.models.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * What theorem 1 of Romano and others (2019) says: for n calibration rows and outcomes without ties, coverage over calibration sets and
 * customers lies from the confidence c to c + 1 / (n + 1), whatever the model is worth. With n = 99 and c = 0.9 it is 0.9 exactly, for
 * the 90th of 99 scores. The mean of 2,000 sets of 99 and 10 customers each has a standard error of sqrt((0.09 / 101 + 0.09 / 10) /
 * 2000) = 0.0022; bands are four of them wide.
 */
class CoverageGuaranteeTest {
    private static final double BAND = 4 * 0.0022;
    private static final IntervalOptions NINETY = IntervalOptions.of(0.9);

    private interface Maker {
        IntervalModel calibrate(TrainingSet data);
    }

    /** x times an exponential number: wider for customers of a larger x. */
    private static final ToDoubleBiFunction<Double, Double> EXPONENTIAL = (x, u) -> -x * Math.log(1 - u);

    /** Three in four spend nothing. */
    private static final ToDoubleBiFunction<Double, Double> MOSTLY_ZERO =
            (x, u) -> u < 0.75 ? 0 : -x * Math.log((1 - u) / 0.25);

    private static double coverage(Maker maker, int n, ToDoubleBiFunction<Double, Double> law) {
        SplittableRandom random = new SplittableRandom(11);
        int covered = 0;
        for (int set = 0; set < 2_000; set++) {
            IntervalModel model = maker.calibrate(Draws.draw(n, random, law));
            FeatureMatrix others = Draws.features(10, random);
            double[] actual = Draws.outcomes(others, random, law);
            covered += IntervalCoverage.of(model.predict(others), actual).all().covered();
        }
        return covered / 20_000.0;
    }

    @Test
    void quantilesThatAreWrongStillCoverNineInTen() {
        Maker wrong = data ->
                ConformalQuantiles.calibrate(new Draws.Known(x -> 0.3 * x), new Draws.Known(x -> x), data, NINETY);
        assertThat(coverage(wrong, 99, EXPONENTIAL)).isBetween(0.9 - BAND, 0.9 + BAND);
    }

    @Test
    void pointPredictionsThatAreWrongStillCoverNineInTen() {
        Maker constant = data -> SplitConformal.calibrate(new Draws.Known(x -> 5), data, NINETY, Spread.CONSTANT);
        Maker scaled =
                data -> SplitConformal.calibrate(new Draws.Known(x -> x), data, NINETY, Spread.ofPrediction(0.05));
        assertThat(coverage(constant, 99, EXPONENTIAL)).isBetween(0.9 - BAND, 0.9 + BAND);
        assertThat(coverage(scaled, 99, EXPONENTIAL)).isBetween(0.9 - BAND, 0.9 + BAND);
    }

    @Test
    void oneSidedIntervalsCoverNineInTen() {
        Maker upper = data ->
                SplitConformal.calibrate(new Draws.Known(x -> x), data, NINETY.withSide(Side.UPPER), Spread.CONSTANT);
        Maker lower = data ->
                SplitConformal.calibrate(new Draws.Known(x -> x), data, NINETY.withSide(Side.LOWER), Spread.CONSTANT);
        assertThat(coverage(upper, 99, EXPONENTIAL)).isBetween(0.9 - BAND, 0.9 + BAND);
        // cut off at 0, where outcomes never are below: no more than that is lost
        assertThat(coverage(lower, 99, EXPONENTIAL)).isBetween(0.9 - BAND, 1.0);
    }

    @Test
    void tiesOfZerosCoverNoLess() {
        Maker wrong = data ->
                ConformalQuantiles.calibrate(new Draws.Known(x -> 0), new Draws.Known(x -> 0.1 * x), data, NINETY);
        assertThat(coverage(wrong, 99, MOSTLY_ZERO)).isGreaterThanOrEqualTo(0.9 - BAND);
    }

    @Test
    void theFewestRowsThereMayBeCoverNoLess() {
        Maker nine = data -> SplitConformal.calibrate(new Draws.Known(x -> x), data, NINETY, Spread.CONSTANT);
        assertThat(coverage(nine, 9, EXPONENTIAL))
                .isBetween(0.9 - BAND, 0.9 + BAND); // the largest of 9: 9 / 10 exactly
    }
}
