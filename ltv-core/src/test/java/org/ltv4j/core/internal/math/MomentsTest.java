package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Moments and quantiles of numbers of any size, missing ones among them. */
class MomentsTest {
    private static final double NA = Double.NaN;

    /** NumPy 2.4.6 (nanmean, nanstd, nanquantile). */
    @Test
    void momentsAndQuantilesAreThoseOfNumPy() {
        double[] values = {3, 0, 12.5, NA, 7, 1e3, 0.25, NA, 40, 7};
        Moments moments = Moments.of(values);
        assertThat(moments.count()).isEqualTo(8);
        assertThat(moments.min()).isZero();
        assertThat(moments.max()).isEqualTo(1000);
        assertThat(moments.mean()).isEqualTo(133.71875);
        assertThat(moments.sd()).isCloseTo(327.64647100333235, within(1e-13));
        assertThat(Quantiles.ofUnsorted(values, 0, 0.01, 0.1, 0.25, 0.5, 0.77, 0.99, 1))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(
                        0.0, 0.0175, 0.17500000000000002, 2.3125, 7.0, 23.225000000000016, 932.7999999999997, 1000.0);
    }

    @Test
    void constantsHaveNoSpreadAndNothingHasNoMoments() {
        assertThat(Moments.of(new double[] {0.1, 0.1, 0.1})).isEqualTo(new Moments(3, 0.1, 0.1, 0.1, 0));
        assertThat(Moments.of(new double[] {NA})).isEqualTo(new Moments(0, NA, NA, NA, NA));
        assertThat(Quantiles.ofUnsorted(new double[] {NA}, 0.5)).containsExactly(NA);
    }

    @Test
    void neitherSizeNorOffsetTakesDigits() {
        assertThat(Moments.of(new double[] {1e300, 3e300}).sd()).isCloseTo(1e300, within(1e286));
        assertThat(Moments.of(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE})
                        .mean())
                .isZero();
        assertThat(Moments.of(new double[] {1e-300, 3e-300}).sd()).isCloseTo(1e-300, within(1e-314));
        assertThat(Moments.of(new double[] {1e15, 1e15 + 1, 1e15 + 2}).sd())
                .isCloseTo(Math.sqrt(2.0 / 3), within(1e-15));
        assertThat(Quantiles.ofUnsorted(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 0.5)[0])
                .isZero();
    }

    @Property(tries = 300, seed = "20261122")
    void selectionAgreesWithSorting(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = -20, max = 20) Integer> list,
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        double[] values = list.stream().mapToDouble(i -> i / 3.0).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = Math.min(p, q);
        double high = Math.max(p, q);
        assertThat(Quantiles.ofUnsorted(values, low, high))
                .containsExactly(
                        Quantiles.of(sorted, 0, sorted.length, low), Quantiles.of(sorted, 0, sorted.length, high));
    }

    @Test
    void sortedReversedAndEqualValuesAreSelectedFromToo() {
        int n = 100_000;
        double[] rising = new double[n];
        double[] falling = new double[n];
        double[] organ = new double[n];
        for (int i = 0; i < n; i++) {
            rising[i] = i;
            falling[i] = n - 1 - i;
            organ[i] = Math.min(i, n - 1 - i);
        }
        assertThat(Quantiles.ofUnsorted(rising, 0.5)[0]).isEqualTo((n - 1) / 2.0);
        assertThat(Quantiles.ofUnsorted(falling, 0.5)[0]).isEqualTo((n - 1) / 2.0);
        assertThat(Quantiles.ofUnsorted(organ, 1)[0]).isEqualTo(n / 2 - 1);
        assertThat(Quantiles.ofUnsorted(new double[n], 0.3)[0]).isZero();
    }

    /** The sum of 49 times 1/49 is below 1 or above, and its mean would then be beyond all values. */
    @Property(tries = 300, seed = "20261122")
    void theMeanIsFromTheLeastToTheGreatest(
            @ForAll @IntRange(min = 1, max = 10_000) int numerator, @ForAll @IntRange(min = 2, max = 100) int count) {
        double value = numerator / 49.0;
        double[] values = new double[count];
        Arrays.fill(values, value);
        assertThat(Moments.of(values)).isEqualTo(new Moments(count, value, value, value, 0));
        values[0] = Math.nextUp(value);
        assertThat(Moments.of(values).mean()).isBetween(value, Math.nextUp(value));
    }

    /** R 4.5: sd(c(3, 5, 10)) is sqrt(13). */
    @Test
    void aSampleHasASpreadOfItsOwn() {
        MomentSums sums = new MomentSums().of(new double[] {99, 3, NA, 5, 10, 99}, 1, 5);
        assertThat(sums.count()).isEqualTo(3);
        assertThat(sums.mean()).isEqualTo(6);
        assertThat(sums.sampleSd()).isCloseTo(Math.sqrt(13), within(1e-15));
        assertThat(sums.sd()).isCloseTo(Math.sqrt(26 / 3.0), within(1e-15));
        assertThat(sums.of(new double[] {7}, 0, 1).sampleSd()).isNaN();
        assertThat(sums.of(new double[] {7, 7}, 0, 2).sampleSd()).isZero();
        assertThat(sums.of(new double[] {7}, 0, 0).mean()).isNaN();
    }
}
