package org.ltv4j.core.evaluate.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.model.Interval;

class PairedComparisonTest {
    private static final Bootstrap MANY = Bootstrap.of(2000, 11);

    /** Actual values 0, so that a prediction is its own error. */
    private static Resampled errors(Bootstrap how, double... errors) {
        return how.resample(JudgedPredictions.ofAmounts(errors, new double[errors.length]));
    }

    /**
     * Differences 0.5, 1.2, -0.3, 2.0, 0.7, -0.1, 1.1, 0.4, -0.6, 0.9: of all 1024 choices of signs 48 have a sum as large, so p is
     * 0.046875 (scipy.stats.permutation_test of SciPy 1.10.1 says the same). 20,000 draws have a standard error of 0.0015.
     */
    @Test
    void exchangingLossesGivesThePValueOfAllExchanges() {
        double[] first = {3.5, 4.2, 2.7, 5.0, 3.7, 2.9, 4.1, 3.4, 2.4, 3.9};
        double[] second = new double[10];
        Arrays.fill(second, 3);
        Bootstrap how = Bootstrap.of(20_000, 3);
        PairedComparison compared = errors(how, first)
                .compare("a", errors(how, second), "b", Metric.MAE)
                .orElseThrow();
        assertThat(compared.difference()).isCloseTo(0.58, within(1e-12));
        assertThat(compared.permutationP().orElseThrow()).isCloseTo(48 / 1024.0, within(0.006));
        assertThat(compared.better()).hasValue("b");
    }

    @Test
    void aModelComparedWithItselfDoesNotDiffer() {
        Resampled one = errors(MANY, 1, 2, 3, 4, 7);
        PairedComparison same = one.compare("a", one, "b", Metric.RMSE).orElseThrow();
        assertThat(same.difference()).isZero();
        assertThat(same.interval()).hasValue(new Interval(0, 0));
        assertThat(same.pValue()).hasValue(1);
        assertThat(same.permutationP()).hasValue(1);
        assertThat(same.better()).isEmpty();
    }

    /** What both get wrong together drops out: the difference is sure although each of the two is not. */
    @Test
    void pairingFindsASmallDifferenceInLargeErrors() {
        RandomGenerator random = Samplers.generator(5, Samplers.Purpose.HISTORY, 0);
        double[] first = new double[300];
        double[] second = new double[300];
        for (int i = 0; i < 300; i++) {
            first[i] = 100 * Samplers.exponential(random, 1);
            second[i] = first[i] + 1 + Samplers.normal(random);
        }
        Resampled a = errors(MANY, first);
        Resampled b = errors(MANY, second);
        PairedComparison compared = a.compare("a", b, "b", Metric.MAE).orElseThrow();
        assertThat(compared.interval().orElseThrow().upper()).isNegative();
        assertThat(compared.pValue().orElseThrow()).isLessThan(0.001);
        assertThat(compared.permutationP()).hasValue(1 / 2001.0);
        assertThat(compared.better()).hasValue("a");
        Interval ofA = a.estimate(Metric.MAE).flatMap(Estimate::interval).orElseThrow();
        assertThat(ofA.upper())
                .isGreaterThan(b.estimate(Metric.MAE).orElseThrow().value());
        assertThat(compared.toString()).startsWith("MAE: a ").contains("difference -", "p < 0.001");
        PairedComparison turned = b.compare("b", a, "a", Metric.MAE).orElseThrow();
        assertThat(turned.difference()).isEqualTo(-compared.difference());
        assertThat(turned.permutationP()).isEqualTo(compared.permutationP());
    }

    /** By the definition of the p value, for either way to find the ends. */
    @Test
    void theIntervalAtOneLessTheP_valueJustReachesZero() {
        double[] first = {3.5, 4.2, 2.7, 5.0, 3.7, 2.9, 4.1, 3.4, 2.4, 3.9, 9.0, 3.1};
        double[] second = {3.0, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4.0, 4.1};
        for (Bootstrap.Ends ends : Bootstrap.Ends.values()) {
            Bootstrap how = Bootstrap.of(20_000, 9).withEnds(ends);
            double p = errors(how, first)
                    .compare("a", errors(how, second), "b", Metric.RMSE)
                    .orElseThrow()
                    .pValue()
                    .orElseThrow();
            assertThat(p).isBetween(0.02, 0.9);
            Bootstrap border = how.withConfidence(1 - p);
            Interval interval = errors(border, first)
                    .compare("a", errors(border, second), "b", Metric.RMSE)
                    .flatMap(PairedComparison::interval)
                    .orElseThrow();
            assertThat(Math.min(Math.abs(interval.lower()), Math.abs(interval.upper())))
                    .as(ends.name())
                    .isLessThan(0.002);
        }
    }

    /** Two models that are equally good by construction: of 300 tests at 10 % some 30 find a difference, 14 to 46 within 3 sd. */
    @Test
    void equallyGoodModelsSeldomDiffer() {
        int bootstrap = 0;
        int permutation = 0;
        for (int sample = 0; sample < 300; sample++) {
            RandomGenerator random = Samplers.generator(sample, Samplers.Purpose.HISTORY, 1);
            double[] first = new double[80];
            double[] second = new double[80];
            for (int i = 0; i < 80; i++) {
                double shared = Samplers.exponential(random, 1);
                first[i] = shared + Samplers.exponential(random, 1);
                second[i] = shared + Samplers.exponential(random, 1);
            }
            Bootstrap how = Bootstrap.of(300, sample);
            PairedComparison compared = errors(how, first)
                    .compare("a", errors(how, second), "b", Metric.MAE)
                    .orElseThrow();
            bootstrap += compared.pValue().orElseThrow() < 0.1 ? 1 : 0;
            permutation += compared.permutationP().orElseThrow() < 0.1 ? 1 : 0;
        }
        assertThat(permutation).isBetween(14, 46);
        assertThat(bootstrap).isBetween(14, 50); // resampling 80 is a little too sure
    }

    @Test
    void biasIsComparedByItsDistanceFromNothing() {
        double[] actual = {10, 10};
        Resampled low = MANY.resample(JudgedPredictions.ofAmounts(new double[] {8, 8}, actual));
        Resampled high = MANY.resample(JudgedPredictions.ofAmounts(new double[] {11, 11}, actual));
        PairedComparison compared =
                low.compare("low", high, "high", Metric.BIAS_PERCENT).orElseThrow();
        assertThat(compared.firstValue()).isCloseTo(-20, within(1e-12));
        assertThat(compared.difference()).isCloseTo(10, within(1e-12));
        assertThat(compared.better()).hasValue("high");
        assertThat(compared.permutationP()).isEmpty();
    }

    @Test
    void onlyTheSameRowsResampledAlikeAreCompared() {
        Resampled one = errors(MANY, 1, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.compare("a", errors(MANY, 1, 2), "b", Metric.MAE))
                .withMessageContaining("same customers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.compare("a", errors(Bootstrap.of(2000, 12), 1, 2, 3), "b", Metric.MAE));
        assertThatIllegalArgumentException().isThrownBy(() -> one.compare("a", one, "b", Metric.AUC));
        assertThat(one.compare("a", one, "b", Metric.NORMALISED_GINI)).isEmpty();
    }
}
