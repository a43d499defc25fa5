package org.ltv4j.core.evaluate.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.evaluate.HighValue;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.Parallelism;

class BootstrapTest {
    private static final Bootstrap THOUSAND = Bootstrap.of(1000, 7);

    /** Exponential outcomes, of which a share is foretold. */
    private static JudgedPredictions draw(int n, double known, long seed) {
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.HISTORY, n);
        double[] predicted = new double[n];
        double[] actual = new double[n];
        for (int i = 0; i < n; i++) {
            double seen = Samplers.exponential(random, 1);
            predicted[i] = seen;
            actual[i] = known * seen + (1 - known) * Samplers.exponential(random, 1);
        }
        return JudgedPredictions.ofAmounts(predicted, actual);
    }

    @Test
    void theNumberOfThreadsCannotMoveABit() {
        JudgedPredictions rows = draw(300, 0.6, 1).withHighValue(HighValue.DEFAULT);
        Resampled one = THOUSAND.resample(rows);
        Resampled three = THOUSAND.resample(rows, Parallelism.of(3));
        assertThat(three.estimates()).isEqualTo(one.estimates()).hasSize(11);
        assertThat(Bootstrap.of(1000, 8).resample(rows).estimates()).isNotEqualTo(one.estimates());
    }

    /** The standard error of a mean is known: s / sqrt(n), with n below the squares. Monte-Carlo error of 4000 is 1.1 %. */
    @Test
    void theStandardErrorOfAMeanIsThatOfItsFormula() {
        JudgedPredictions rows = draw(500, 0.4, 2);
        double[] errors = new double[rows.size()];
        Arrays.setAll(errors, i -> Math.abs(rows.predicted(i) - rows.actual(i)));
        double mean = Arrays.stream(errors).average().orElseThrow();
        double variance = Arrays.stream(errors)
                .map(e -> (e - mean) * (e - mean))
                .average()
                .orElseThrow();
        Estimate mae = Bootstrap.of(4000, 3).resample(rows).estimate(Metric.MAE).orElseThrow();
        double exact = Math.sqrt(variance / errors.length);
        assertThat(mae.value()).isCloseTo(mean, within(1e-14));
        assertThat(mae.standardError().orElseThrow()).isCloseTo(exact, within(0.04 * exact));
    }

    /** scipy.stats.bootstrap of SciPy 1.10.1: mean ends over 8 runs of 20,000 resamples; Monte-Carlo sd of one run 0.04 to 0.13. */
    @Test
    void theEndsAreThoseOfTheReference() {
        double[] errors = new double[60];
        Arrays.setAll(errors, i -> Math.pow(i * 37 % 101, 3) / 1e4);
        JudgedPredictions rows = JudgedPredictions.ofAmounts(errors, new double[60]);
        Bootstrap corrected = Bootstrap.of(20_000, 5);
        Estimate bca = corrected.resample(rows).estimate(Metric.RMSE).orElseThrow();
        assertThat(bca.value()).isCloseTo(37.664727330162634, within(1e-12));
        assertThat(bca.standardError().orElseThrow()).isCloseTo(4.1205, within(0.1));
        assertThat(bca.interval().orElseThrow().lower()).isCloseTo(30.257, within(0.5));
        assertThat(bca.interval().orElseThrow().upper()).isCloseTo(46.427, within(0.45));
        Interval plain = corrected
                .withEnds(Bootstrap.Ends.PERCENTILE)
                .resample(rows)
                .estimate(Metric.RMSE)
                .flatMap(Estimate::interval)
                .orElseThrow();
        assertThat(plain.lower()).isCloseTo(29.256, within(0.4));
        assertThat(plain.upper()).isCloseTo(45.342, within(0.2));
    }

    @Test
    void rowsOfOneCustomerAreNoIndependentEvidence() {
        JudgedPredictions once = draw(200, 0.5, 4);
        int[] customers = new int[400];
        Arrays.setAll(customers, i -> i % 200);
        JudgedPredictions twice =
                JudgedPredictions.stacked(List.of(once, once)); // numbers are equal: the same customers
        assertThat(twice.customers()).isEqualTo(customers);
        double se = THOUSAND.resample(once)
                .estimate(Metric.MAE)
                .orElseThrow()
                .standardError()
                .orElseThrow();
        double same = THOUSAND.resample(twice)
                .estimate(Metric.MAE)
                .orElseThrow()
                .standardError()
                .orElseThrow();
        assertThat(same).isCloseTo(se, within(1e-12));
        int[] strangers = new int[400];
        Arrays.setAll(strangers, i -> i);
        double tooSmall = THOUSAND.resample(twice.withCustomers(strangers))
                .estimate(Metric.MAE)
                .orElseThrow()
                .standardError()
                .orElseThrow();
        assertThat(tooSmall).isLessThan(0.8 * se);
    }

    /**
     * 400 samples of 150 customers: the mean absolute error of a known distribution, |E1 - E2| / 2 with a mean of 1/2. Of 400 intervals
     * of 90 % that cover with their nominal probability 348 to 372 do within two standard errors; resampling 150 skewed values covers
     * a little less.
     */
    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        for (Bootstrap.Ends ends : Bootstrap.Ends.values()) {
            int held = 0;
            for (int sample = 0; sample < 400; sample++) {
                Interval interval = new Bootstrap(300, 0.9, ends, sample)
                        .resample(draw(150, 0.5, 1000 + sample))
                        .estimate(Metric.MAE)
                        .flatMap(Estimate::interval)
                        .orElseThrow();
                held += interval.lower() <= 0.5 && interval.upper() >= 0.5 ? 1 : 0;
            }
            assertThat(held).as(ends.name()).isBetween(342, 376);
        }
    }

    @Test
    void whatDoesNotExistIsAbsentAndWhatIsNotSureHasNoInterval() {
        JudgedPredictions nothing = JudgedPredictions.ofAmounts(new double[] {1, 2, 3}, new double[3]);
        Resampled resampled = THOUSAND.resample(nothing);
        assertThat(resampled.estimate(Metric.NORMALISED_GINI)).isEmpty();
        assertThat(resampled.estimate(Metric.SPEARMAN)).isEmpty();
        assertThat(resampled.estimates().keySet()).containsExactly(Metric.MAE, Metric.RMSE);
        // one event among four: more than a resample of 20 has none
        Estimate auc = THOUSAND.resample(
                        JudgedPredictions.ofProbabilities(new double[] {0.1, 0.2, 0.3, 0.4}, new double[] {0, 0, 1, 0}))
                .estimate(Metric.AUC)
                .orElseThrow();
        assertThat(auc.value()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(auc.interval()).isEmpty();
        assertThat(auc.standardError()).isEmpty();
        assertThat(auc).hasToString("0.6667");
        Estimate single = THOUSAND.resample(JudgedPredictions.ofAmounts(new double[] {1}, new double[] {3}))
                .estimate(Metric.MAE)
                .orElseThrow();
        assertThat(single.value()).isEqualTo(2);
        assertThat(single.interval()).isEmpty();
        Estimate perfect = THOUSAND.resample(JudgedPredictions.ofAmounts(new double[] {1, 2}, new double[] {1, 2}))
                .estimate(Metric.MAE)
                .orElseThrow();
        assertThat(perfect.interval()).hasValue(new Interval(0, 0));
    }

    @Test
    void oneKindOfOutcomeHasNoArea() {
        Resampled none =
                THOUSAND.resample(JudgedPredictions.ofProbabilities(new double[] {0.1, 0.4, 0.2}, new double[3]));
        assertThat(none.estimate(Metric.AUC)).isEmpty();
        assertThat(none.estimate(Metric.BRIER)).isPresent();
        assertThat(none.estimate(Metric.LOG_LOSS).flatMap(Estimate::interval)).isPresent();
    }

    @Test
    void impossibleInputIsRefused() {
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.of(99, 1))
                .withMessageContaining("99");
        assertThatIllegalArgumentException().isThrownBy(() -> THOUSAND.withConfidence(1));
        assertThatIllegalArgumentException().isThrownBy(() -> THOUSAND.withConfidence(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedPredictions.ofAmounts(new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedPredictions.ofAmounts(one, new double[2]))
                .withMessageContaining("1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedPredictions.ofAmounts(new double[] {1, Double.NaN}, new double[2]))
                .withMessageContaining("row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedPredictions.ofProbabilities(new double[] {1.5}, one))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedPredictions.ofAmounts(one, one).withCustomers(new int[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> JudgedPredictions.stacked(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JudgedPredictions.stacked(
                        List.of(JudgedPredictions.ofAmounts(one, one), JudgedPredictions.ofProbabilities(one, one))));
        Resampled amounts = THOUSAND.resample(JudgedPredictions.ofAmounts(one, one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amounts.estimate(Metric.BRIER))
                .withMessageContaining("BRIER");
        assertThatThrownBy(() -> amounts.rows().probabilityEvaluation()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> THOUSAND.resample(draw(10, 0.5, 1))).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
