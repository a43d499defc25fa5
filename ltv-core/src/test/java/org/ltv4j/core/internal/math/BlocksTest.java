package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyBlockRunsOnce(int threads) {
        int[] runs = new int[1000];
        try (Blocks blocks = new Blocks(threads)) {
            blocks.run(runs.length, i -> runs[i]++);
            blocks.run(runs.length, i -> runs[i]++);
        }
        assertThat(runs).containsOnly(2);
    }

    @Test
    void anErrorInABlockReachesTheCaller() {
        try (Blocks blocks = new Blocks(2)) {
            assertThatThrownBy(() -> blocks.run(50, i -> {
                        throw new ArithmeticException("block " + i);
                    }))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void anInterruptedThreadStartsNothingAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try (Blocks blocks = new Blocks(1)) {
            assertThatThrownBy(() -> blocks.run(1, i -> {})).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void compensatedSumKeepsWhatRoundingTakesAway() {
        CompensatedSum sum = new CompensatedSum();
        sum.add(1);
        sum.add(1e100);
        sum.add(1);
        sum.add(-1e100);
        assertThat(sum.value()).isEqualTo(2);
        sum.add(Double.POSITIVE_INFINITY);
        assertThat(sum.value()).isInfinite();
    }

    /** A rule of order n is exact up to degree 2 n - 1. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12, 20})
    void gaussLegendreIsExactForPolynomials(int n) {
        GaussLegendre rule = GaussLegendre.ofOrder(n);
        for (int degree = 0; degree < 2 * n; degree++) {
            double sum = 0;
            for (int i = 0; i < rule.size(); i++) {
                sum += rule.weight(i) * Math.pow(rule.node(i), degree);
            }
            assertThat(sum).isCloseTo(degree % 2 == 0 ? 2.0 / (degree + 1) : 0, within(1e-14));
        }
        assertThatThrownBy(() -> GaussLegendre.ofOrder(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
