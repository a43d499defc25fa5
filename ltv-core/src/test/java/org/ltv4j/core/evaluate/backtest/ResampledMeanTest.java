package org.ltv4j.core.evaluate.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.model.Interval;

class ResampledMeanTest {
    private static final Bootstrap THOUSAND = Bootstrap.of(1000, 7);

    private static int[] ones(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The mean absolute error of predictions of 0 is the mean of the outcomes, and the resamples are the same. */
    @Test
    void itIsTheMeanAbsoluteErrorOfPredictingNothing() {
        RandomGenerator random = Samplers.generator(1, Samplers.Purpose.HISTORY, 0);
        double[] values = new double[250];
        Arrays.setAll(values, i -> Samplers.exponential(random, 1));
        Estimate error = THOUSAND.resample(JudgedPredictions.ofAmounts(new double[250], values))
                .estimate(Metric.MAE)
                .orElseThrow();
        ResampledMean mean = THOUSAND.mean(values, ones(250));
        assertThat(mean.value()).isCloseTo(error.value(), within(1e-12));
        assertThat(mean.standardError().orElseThrow())
                .isCloseTo(error.standardError().orElseThrow(), within(1e-12));
        Interval ends = mean.interval().orElseThrow();
        Interval theirs = error.interval().orElseThrow();
        assertThat(ends.lower()).isCloseTo(theirs.lower(), within(1e-12));
        assertThat(ends.upper()).isCloseTo(theirs.upper(), within(1e-12));
        assertThat(mean.pValue().orElseThrow()).isLessThan(0.01);
        assertThat(THOUSAND.mean(values, ones(250))).isEqualTo(mean);
    }

    @Test
    void customersWithSeveralRowsAreDrawnWithAllOfThem() {
        ResampledMean mean = THOUSAND.mean(new double[] {6, 0, 3, 0}, new int[] {3, 0, 1, 2});
        assertThat(mean.value()).isEqualTo(1.5);
        assertThat(mean.interval()).isPresent();
    }

    @Test
    void oneCustomerHasNoInterval() {
        ResampledMean mean = THOUSAND.mean(new double[] {6}, new int[] {3});
        assertThat(mean.value()).isEqualTo(2);
        assertThat(mean.interval()).isEmpty();
        assertThat(mean.standardError()).isEmpty();
        assertThat(mean.pValue()).isEmpty();
    }

    @Test
    void sumsThatAreNoNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> THOUSAND.mean(new double[2], new int[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> THOUSAND.mean(new double[2], new int[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THOUSAND.mean(new double[] {1, Double.NaN}, ones(2)))
                .withMessageContaining("customer number 1");
        assertThatIllegalArgumentException().isThrownBy(() -> THOUSAND.mean(new double[1], new int[] {-1}));
    }
}
