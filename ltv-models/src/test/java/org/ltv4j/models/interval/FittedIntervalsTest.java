package org.ltv4j.models.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeaturePlan;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.SummariesEstimator;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbOptions;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.spend.GammaGamma;

/** Intervals of models that are fitted, on data they were not fitted on. */
class FittedIntervalsTest {
    private static final IntervalOptions NINETY = IntervalOptions.of(0.9);
    private static final XgbOptions FEW = XgbOptions.squaredError().withRounds(60);

    private static double law(double x, double u) {
        return u < 0.4 ? 0 : -10 * x * Math.log((1 - u) / 0.6);
    }

    private static IntervalCoverage coverage(IntervalModel model) {
        SplittableRandom random = new SplittableRandom(77);
        FeatureMatrix others = Draws.features(4_000, random);
        return IntervalCoverage.of(model.predict(others), Draws.outcomes(others, random, FittedIntervalsTest::law));
    }

    /** 1,000 calibration rows: coverage of one set varies by sqrt(0.09 / 1000 + 0.09 / 4000) = 0.011; the band is four of them. */
    @Test
    void boostedQuantilesCoverCustomersNotSeenAndFollowTheirUncertainty() {
        TrainingSet data = Draws.draw(4_000, new SplittableRandom(5), FittedIntervalsTest::law);
        IntervalModel model = ConformalQuantiles.fit(data, NINETY, FEW);
        IntervalCoverage coverage = coverage(model);
        assertThat(coverage.all().coverage()).isGreaterThan(0.9 - 0.044);
        assertThat(coverage.deciles()).allMatch(decile -> decile.coverage() > 0.8);
        Intervals ends = model.predict(Draws.matrix(new double[][] {{0.05, 0.95}, {0, 0}}, List.of("app", "shop")));
        assertThat(ends.upper(1)).isGreaterThan(3 * ends.upper(0)); // the truth has a ratio of 19
        assertThat(ends.lower(0)).isZero();
        IntervalCoverage constant =
                coverage(SplitConformal.fit(data, NINETY, (TrainingSet rows) -> XgbLtv.fit(rows, FEW)));
        assertThat(constant.all().coverage()).isBetween(0.9 - 0.044, 0.9 + 0.044);
        // four in ten spend nothing, so that a lower tail of 5 % is wasted: both ends cost width, one does not
        IntervalCoverage upper = coverage(ConformalQuantiles.fit(data, NINETY.withSide(Side.UPPER), FEW));
        assertThat(upper.all().coverage()).isBetween(0.9 - 0.044, 0.9 + 0.044);
        assertThat(upper.all().meanWidth()).isLessThan(constant.all().meanWidth());
        IntervalCoverage scaled = coverage(SplitConformal.fit(
                data,
                NINETY,
                (TrainingSet rows) -> XgbLtv.fit(rows, FEW),
                (TrainingSet rows) -> XgbLtv.fit(rows, FEW)));
        assertThat(scaled.all().coverage()).isBetween(0.9 - 0.044, 0.9 + 0.044);
        assertThat(scaled.all().meanWidth()).isLessThan(constant.all().meanWidth());
    }

    /** Remembers what it was fitted on. */
    private record Spy(List<TrainingSet> seen) implements FeatureEstimator<FeatureModel> {
        @Override
        public FeatureModel fit(TrainingSet data) {
            seen.add(data);
            return new Draws.Known(data.outcome(), x -> 1);
        }
    }

    private static KnownSales shop() {
        SplittableRandom random = new SplittableRandom(5);
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        LocalDate first = LocalDate.of(2025, 1, 1);
        for (int c = 0; c < 400; c++) {
            double gap = 3 + 40 * random.nextDouble();
            for (double day = random.nextDouble() * 60; day < 300; day += -gap * Math.log(random.nextDouble())) {
                log.add("c" + c, first.plusDays((long) day), 5 + 10 * random.nextDouble());
            }
        }
        return KnownSales.until(log.build(), first.plusDays(299));
    }

    @Test
    void noCustomerIsBothFittedAndCalibratedOn() {
        SplittableRandom random = new SplittableRandom(8);
        TrainingSet data = Draws.draw(100, random, FittedIntervalsTest::law);
        Spy spy = new Spy(new ArrayList<>());
        IntervalModel model = SplitConformal.fit(data, NINETY.onCustomers(0.3), spy);
        assertThat(model.groups().get(0).rows()).isEqualTo(30);
        assertThat(spy.seen().get(0).rows()).isEqualTo(70);
        CalibrationSplit split = CalibrationSplit.of(data, NINETY);
        assertThat(customers(split.training())).doesNotContainAnyElementsOf(customers(split.calibration()));
        assertThat(CalibrationSplit.of(data, NINETY).calibration().outcomes())
                .isEqualTo(split.calibration().outcomes());
        assertThat(CalibrationSplit.of(data, NINETY.withSeed(1)).calibration().outcomes())
                .isNotEqualTo(split.calibration().outcomes());
    }

    private static TreeSet<Integer> customers(TrainingSet data) {
        return IntStream.range(0, data.rows())
                .map(data::customer)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theNewestDateCalibratesWhatKnewNothingOfIt() {
        KnownSales known = shop();
        FeaturePlan plan = Features.asOf(known.asOf()).rfm();
        Outcome outcome = Outcome.spend(Horizon.of(40, TimeScale.DAY));
        TrainingSet data = TrainingSet.rolling(
                known, FeatureSource.of(plan), outcome, CutDates.upTo(5).every(20));
        LocalDate newest = data.dates().get(4);
        CalibrationSplit split = CalibrationSplit.of(data, NINETY.onNewestDate());
        assertThat(dates(split.calibration())).containsOnly(newest);
        assertThat(dates(split.training()))
                .containsOnly(newest.minusDays(40), newest.minusDays(60), newest.minusDays(80));
        CalibrationSplit byCustomer = CalibrationSplit.of(data, NINETY);
        assertThat(customers(byCustomer.calibration()))
                .hasSize(byCustomer.calibration().rows());
        assertThat(dates(byCustomer.calibration())).containsOnly(newest);
        TrainingSet oneDate = TrainingSet.rolling(known, FeatureSource.of(plan), outcome, CutDates.newest());
        assertThatThrownBy(() -> CalibrationSplit.of(oneDate, NINETY.onNewestDate()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no row's outcome was known by the newest date");
    }

    private static TreeSet<LocalDate> dates(TrainingSet data) {
        return IntStream.range(0, data.rows()).mapToObj(data::asOf).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void modelsOfHistoriesHaveIntervalsToo() {
        KnownSales known = shop();
        Outcome outcome = Outcome.purchases(Horizon.of(40, TimeScale.DAY));
        KnownSales then = known.until(known.asOf().minusDays(40));
        OutcomeEstimator estimator = new SummariesEstimator("BG/NBD", TimeScale.DAY, BgNbd::fit, GammaGamma::fit);
        OutcomeIntervalModel model = SplitConformal.fit(estimator, then, outcome, NINETY, Spread.ofPrediction(1));
        Intervals intervals = model.predict(then);
        double[] actual = outcome.of(known, intervals.customers(), then.asOf());
        IntervalCoverage coverage = IntervalCoverage.of(intervals, actual);
        // 400 customers to calibrate and as many to measure on, counts with ties: at least 0.9 - 4 sqrt(2 * 0.09 / 400)
        assertThat(coverage.all().coverage()).isGreaterThan(0.82);
        assertThat(model.groups().get(0).rows()).isEqualTo(400);
        assertThat(IntStream.range(0, 400).allMatch(i -> intervals.lower(i) >= 0))
                .isTrue();
        assertThat(model.predict(then)).isEqualTo(intervals).hasSameHashCodeAs(intervals);
        assertThatThrownBy(() -> SplitConformal.fit(
                        estimator,
                        then,
                        outcome,
                        NINETY.withGroups(CalibrationGroups.ofFeature("x", 1)),
                        Spread.CONSTANT))
                .hasMessageContaining("group by CalibrationGroups.ofPrediction");
        assertThatThrownBy(() -> SplitConformal.fit(
                        estimator, then, outcome, NINETY, Spread.ofModel(new Draws.Known(x -> x), 1)))
                .hasMessageContaining("use Spread.ofPrediction");
    }

    @Test
    void exactPredictionsHaveNoSpreadToLearn() {
        TrainingSet data = Draws.of(IntStream.range(0, 40).asDoubleStream().toArray(), filled(40));
        FeatureEstimator<FeatureModel> exact = rows -> new Draws.Known(x -> 3);
        assertThatThrownBy(() -> SplitConformal.fit(data, NINETY, exact, exact))
                .hasMessageContaining("foretold exactly");
    }

    private static double[] filled(int n) {
        double[] threes = new double[n];
        Arrays.fill(threes, 3);
        return threes;
    }
}
