package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.ConvergenceException;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.simulate.BgNbdProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;

class BgNbdBadInputTest {
    private static CustomerSummaries alike(int customers, int x, double recency, double age) {
        int[] frequency = new int[customers];
        double[] recencies = new double[customers];
        double[] ages = new double[customers];
        Arrays.fill(frequency, x);
        Arrays.fill(recencies, recency);
        Arrays.fill(ages, age);
        return CustomerSummaries.of(TimeScale.WEEK, frequency, recencies, ages);
    }

    private static CustomerSummaries usual(int customers) {
        return PurchaseSimulator.of(new BgNbdProcess(0.6, 6, 0.8, 2.5), TimeScale.WEEK)
                .withCustomers(customers)
                .withTimes(12, 39, 0)
                .withSeed(5)
                .simulate()
                .calibration();
    }

    @Test
    void nothingToLearnIsSaidWithWhatTheDataLookLike() {
        assertThatThrownBy(() -> BgNbd.fit(alike(0, 0, 0, 0)))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessageContaining("no customers");
        assertThatThrownBy(() -> BgNbd.fit(alike(1, 3, 5, 10)))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessageContaining("one customer only");
        assertThatThrownBy(() -> BgNbd.fit(alike(4212, 0, 0, 10)))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessageContaining("none of 4212 customers bought twice");
        assertThatThrownBy(() -> BgNbd.fit(alike(30, 0, 0, 0)))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessageContaining("last day of the observation");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void badParametersAreRefusedByName(double bad) {
        assertThatThrownBy(() -> new BgNbd.Parameters(bad, 1, 1, 1)).hasMessageContaining("r > 0, got " + bad);
        assertThatThrownBy(() -> new BgNbd.Parameters(1, bad, 1, 1)).hasMessageContaining("alpha > 0, got " + bad);
        assertThatThrownBy(() -> new BgNbd.Parameters(1, 1, bad, 1)).hasMessageContaining("a > 0, got " + bad);
        assertThatThrownBy(() -> new BgNbd.Parameters(1, 1, 1, bad)).hasMessageContaining("b > 0, got " + bad);
        assertThatThrownBy(() -> new PurchaseRate.Fixed(bad)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DropOut.Fixed(bad)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DropOut.NeverOrAtOnce(bad)).isInstanceOf(IllegalArgumentException.class);
        BgNbdModel model = BgNbdModel.of(new BgNbd.Parameters(1, 1, 1, 1), TimeScale.WEEK);
        assertThatThrownBy(() -> model.discountedExpectedTransactions(CustomerSummary.of(0, 0, 1), bad))
                .hasMessageContaining("discount rate > 0");
    }

    @Test
    void badOptionsAreRefused() {
        BgNbd.Options options = BgNbd.Options.defaults();
        assertThatThrownBy(() -> options.withPenalty(-1)).hasMessageContaining("penalty >= 0, got -1");
        assertThatThrownBy(() -> options.withPenalty(Double.NaN)).hasMessageContaining("penalty >= 0");
        assertThatThrownBy(() -> options.withMaxIterations(0)).hasMessageContaining("maxIterations >= 1");
        assertThatThrownBy(() -> options.withRandomStarts(-1)).hasMessageContaining("randomStarts >= 0");
    }

    @Test
    void tooFewIterationsAreAnErrorWithTheBestPoint() {
        assertThatThrownBy(() -> BgNbd.fit(usual(600), BgNbd.Options.defaults().withMaxIterations(1)))
                .isInstanceOfSatisfying(ConvergenceException.class, e -> {
                    assertThat(e).hasMessageContaining("withMaxIterations");
                    assertThat(e.best().logLikelihood()).isFinite();
                    assertThat(e.best().parameters()).isNotEmpty();
                });
    }

    @Test
    void anInterruptedFitStopsAndLeavesTheFlag() {
        CustomerSummaries data = usual(600);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> BgNbd.fit(data)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void randomStartsFindTheSameMaximum() {
        CustomerSummaries data = usual(600);
        BgNbdModel plain = BgNbd.fit(data);
        BgNbdModel more =
                BgNbd.fit(data, BgNbd.Options.defaults().withRandomStarts(5).withSeed(9));
        assertThat(more.fit().orElseThrow().logLikelihood())
                .isCloseTo(plain.fit().orElseThrow().logLikelihood(), org.assertj.core.api.Assertions.within(1e-8));
        assertThat(more.fit().orElseThrow().provenance().options())
                .containsEntry("randomStarts", "5")
                .containsEntry("seed", "9");
    }

    @Test
    void aPenaltyDrawsTheLogarithmsTowardsZero() {
        CustomerSummaries data = usual(600);
        BgNbd.Parameters free = BgNbd.fit(data).parameters().orElseThrow();
        BgNbd.Parameters drawn = BgNbd.fit(data, BgNbd.Options.defaults().withPenalty(1e6))
                .parameters()
                .orElseThrow();
        assertThat(Math.abs(Math.log(drawn.a()))).isLessThan(0.1 + Math.abs(Math.log(free.a())));
        assertThat(Math.abs(Math.log(drawn.b()))).isLessThan(0.01);
        assertThat(Math.abs(Math.log(drawn.r()))).isLessThan(0.01);
    }

    @Test
    void aRepeatPurchaseAtTheMomentOfTheFirstOneIsRefused() {
        assertThatThrownBy(() -> BgNbd.fit(CustomerSummaries.of(
                        TimeScale.WEEK, new int[] {2, 1, 0}, new double[] {3, 0, 0}, new double[] {9, 9, 9})))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("1 of 3 customers")
                .hasMessageContaining("row 2");
    }
}
