package org.ltv4j.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.simulate.GammaGammaProcess;
import org.ltv4j.core.simulate.NbdProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;
import org.ltv4j.core.simulate.SimulatedHistories;
import org.ltv4j.core.testing.SampleModels;

class PredictiveIntervalTest {
    private static final double R = 0.8;
    private static final double ALPHA = 6;
    private static final double P = 6;
    private static final double Q = 4;
    private static final double GAMMA = 15;
    private static final Scorer SCORER = Scorer.of(
                    new SampleModels.Nbd(R, ALPHA, TimeScale.WEEK),
                    new SampleModels.GammaGamma(P, Q, GAMMA, SpendBasis.ALL_PURCHASES))
            .withHorizon(Horizon.parse("26w"))
            .withInterval(0.90);

    /** The customer's rate, mean and purchases are drawn 40,000 times from what is known after the history. */
    @ParameterizedTest
    @CsvSource({"6, 40, 30, 25", "40, 40, 12, 25", "1, 8, 60, 25", "0, 1, 0, 18"})
    void agreesWithMonteCarlo(int x, double age, double m, double first) {
        double tx = x == 0 ? 0 : age / 2;
        Interval interval = SCORER.score(new CustomerSummary(x, tx, age, m, first))
                .interval()
                .orElseThrow();
        double[] drawn = drawnTotals(x, age, x * m + first, 40_000);
        // 5 % of the draws lie on each side: standard error sqrt(0.05 * 0.95 / 40,000) = 0.0011
        double below = Arrays.stream(drawn).filter(v -> v < interval.lower()).count() / 40_000.0;
        double above = Arrays.stream(drawn).filter(v -> v > interval.upper()).count() / 40_000.0;
        assertThat(above).isCloseTo(0.05, within(0.0045));
        if (interval.lower() > 0) {
            assertThat(below).isCloseTo(0.05, within(0.0045));
        } else {
            double none = Arrays.stream(drawn).filter(v -> v == 0).count() / 40_000.0;
            assertThat(none).isGreaterThan(0.05 - 0.0045);
        }
    }

    private static double[] drawnTotals(int x, double age, double seen, int draws) {
        RandomGenerator random = new Well19937c(7);
        GammaDistribution rates = new GammaDistribution(random, R + x, 1 / (ALPHA + age));
        GammaDistribution scales = new GammaDistribution(random, P * (x + 1) + Q, 1 / (GAMMA + seen));
        double[] totals = new double[draws];
        for (int i = 0; i < draws; i++) {
            int n = new PoissonDistribution(random, Math.max(1e-12, rates.sample() * 26), 1e-12, 100_000).sample();
            double scale = scales.sample();
            totals[i] = n == 0 ? 0 : new GammaDistribution(random, P * n, 1 / scale).sample();
        }
        return totals;
    }

    /** Of 20,000 simulated customers 90 % end up inside; where a bound is 0 more do, which the exact share allows for. */
    @Test
    void coversTheRealisedValuesOfASimulatedShop() {
        SimulatedHistories made = PurchaseSimulator.of(new NbdProcess(R, ALPHA), TimeScale.WEEK)
                .withSpend(new GammaGammaProcess(P, Q, GAMMA))
                .withCustomers(20_000)
                .withTimes(10, 40, 26)
                .withSeed(11)
                .simulate();
        CustomerSummaries customers = made.calibration();
        CustomerScores scores = SCORER.scoreAll(customers);
        int above = 0;
        int aboveOf = 0;
        int below = 0;
        int belowOf = 0;
        for (int i = 0; i < scores.size(); i++) {
            Interval interval = scores.interval(i).orElseThrow();
            if (interval.upper() > scores.value(i)) {
                aboveOf++;
                above += made.holdout().spend(i) > interval.upper() ? 1 : 0;
            }
            if (interval.lower() > 0) {
                belowOf++;
                below += made.holdout().spend(i) < interval.lower() ? 1 : 0;
            }
        }
        assertThat(belowOf).isGreaterThan(3_000);
        assertThat(above / (double) aboveOf).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / aboveOf)));
        assertThat(below / (double) belowOf).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / belowOf)));
    }

    /** With amounts that are nearly certain the total is nearly a multiple of them, so the bounds are those of the count. */
    @Test
    void withNearlyCertainAmountsTheBoundsAreThoseOfTheNumberOfPurchases() {
        Scorer steady = Scorer.of(
                        new SampleModels.Nbd(1e9, 1e9, TimeScale.WEEK), // everybody buys once a week
                        new SampleModels.GammaGamma(1e9, 1e9, 10, SpendBasis.REPEAT_PURCHASES)) // for 10
                .withHorizon(Horizon.parse("20w"))
                .withInterval(0.90);
        Interval interval = steady.score(CustomerSummary.of(0, 0, 0)).interval().orElseThrow();
        // Poisson with mean 20: 5 % below 13, 5 % above 28 (P(X <= 12) = 0.039, P(X <= 13) = 0.066; P(X <= 27) = 0.948)
        assertThat(interval.lower()).isCloseTo(130, within(0.1));
        assertThat(interval.upper()).isCloseTo(280, within(0.1));
    }

    /** Mean 200,000 purchases: the normal distribution, whose 5 % quantile is 1.645 deviations off. */
    @ParameterizedTest
    @CsvSource({"2000", "20000", "200000"})
    void manyPurchasesCostNoPrecision(double weeks) {
        Scorer busy = Scorer.of(
                        new SampleModels.Nbd(1e9, 1e9, TimeScale.WEEK),
                        new SampleModels.GammaGamma(
                                4, 1e12, 2.5e12, SpendBasis.REPEAT_PURCHASES)) // mean 10, deviation 5
                .withHorizon(Horizon.of(weeks, TimeScale.WEEK))
                .withInterval(0.90);
        Interval interval = busy.score(CustomerSummary.of(0, 0, 0)).interval().orElseThrow();
        double deviation = Math.sqrt(weeks * (25 + 100) + weeks * weeks / 1e9 * 100);
        double skew = deviation / Math.sqrt(weeks); // a generous allowance for the skewness of the sum
        assertThat(interval.lower()).isCloseTo(10 * weeks - 1.6448536 * deviation, within(skew));
        assertThat(interval.upper()).isCloseTo(10 * weeks + 1.6448536 * deviation, within(skew));
    }

    @Test
    void discountAndMarginScaleTheInterval() {
        CustomerSummary customer = CustomerSummary.of(12, 30, 40, 20);
        Interval plain = SCORER.score(customer).interval().orElseThrow();
        Interval scaled = SCORER.withMargin(0.25).score(customer).interval().orElseThrow();
        assertThat(scaled.lower()).isCloseTo(plain.lower() / 4, within(1e-9));
        assertThat(scaled.upper()).isCloseTo(plain.upper() / 4, within(1e-9));
        CustomerScore later = SCORER.withDiscount(Discount.annual(0.5)).score(customer);
        double factor = later.discountedTransactions() / later.expectedTransactions();
        assertThat(later.interval().orElseThrow().upper()).isCloseTo(plain.upper() * factor, within(1e-7));
    }

    @Test
    void ofCustomersWhoHardlyBuyTheIntervalStillHoldsTheMean() {
        CustomerScore score = SCORER.score(CustomerSummary.of(0, 0, 2_000));
        assertThat(score.value()).isPositive();
        assertThat(score.interval()).contains(new Interval(0, score.value()));
    }

    @Test
    void amountsOfAnySizeAreHandled() {
        CustomerSummary cents = new CustomerSummary(5, 20, 30, 0.01, 0.01);
        CustomerSummary fortunes = new CustomerSummary(5, 20, 30, 1e9, 1e9);
        for (CustomerSummary customer : new CustomerSummary[] {cents, fortunes}) {
            CustomerScore score = SCORER.score(customer);
            assertThat(score.interval().orElseThrow().upper()).isGreaterThan(score.value());
        }
    }

    @Test
    void probabilitiesThatDoNotAddUpAreNamed() {
        TransactionForecast half = forecast(0.5);
        assertThatIllegalStateException()
                .isThrownBy(() -> CountDistribution.of(half, 3, 10))
                .withMessageContainingAll("add up to", "frequency 3");
        assertThatIllegalStateException()
                .isThrownBy(() -> CountDistribution.of(forecast(Double.NaN), 3, 10))
                .withMessageContaining("NaN");
    }

    /** Half leave at their first purchase, half buy 400 times: the mean of 200 lies where next to nobody is. */
    @Test
    void aGapAroundTheMeanIsNotTheEndOfTheCounts() {
        PoissonDistribution many = new PoissonDistribution(400);
        TransactionForecast twoKinds = forecast(
                200.5, n -> 0.5 * many.probability(n) + (n == 1 ? 0.5 * many.cumulativeProbability(1, 9_999) : 0));
        CountDistribution counts = CountDistribution.of(twoKinds, 0, 10);
        assertThat(counts.upTo(399)).isCloseTo(0.5 + 0.5 * many.cumulativeProbability(399), within(1e-12));
        assertThat(counts.upTo(counts.size() - 1)).isCloseTo(1, within(1e-9));
    }

    private static TransactionForecast forecast(double none) {
        return forecast(1, n -> n == 0 ? none : 0);
    }

    private static TransactionForecast forecast(double mean, IntToDoubleFunction probability) {
        return new TransactionForecast() {
            @Override
            public double probabilityAlive(int x, double tx, double age) {
                return 1;
            }

            @Override
            public double expectedIfAlive(int x, double age) {
                return mean;
            }

            @Override
            public double discountedIfAlive(int x, double age) {
                return mean;
            }

            @Override
            public double probabilityIfAlive(int n, int x, double age) {
                return probability.applyAsDouble(n);
            }
        };
    }
}
