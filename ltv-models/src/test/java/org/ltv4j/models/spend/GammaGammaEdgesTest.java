package org.ltv4j.models.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.SpendBasis;

/** Maxima at an edge are results; only nothing to learn from is an error. */
class GammaGammaEdgesTest {
    @Test
    void identicalSpendIsOneAmount() {
        GammaGammaModel model = GammaGammaFitTest.fit(Shop.each(3, 5, 5, 5, 5));
        assertThat(model.mixture()).isEqualTo(new OneAmountMixture(5));
        FitReport fit = GammaGammaFitTest.report(model);
        assertThat(fit.edge()).contains("one amount: p, q and gamma to infinity");
        assertThat(fit.logLikelihood()).isZero();
        assertThat(fit.findings()).anyMatch(f -> f.startsWith("All 4 customers have the same mean spend, 5.000"));
    }

    @Test
    void identicalButForRoundingIsOneAmountToo() {
        assertThat(GammaGammaFitTest.fit(Shop.each(3, 0.3, 0.1 + 0.2, 0.3)).mixture())
                .isInstanceOf(OneAmountMixture.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 0.01, 35, 1e9, 1e90})
    void oneRepeaterIsOneAmount(double amount) {
        GammaGammaModel model = GammaGammaFitTest.fit(Shop.of(new int[] {0, 2, 0}, 0, amount, 0));
        assertThat(model.populationMean()).isEqualTo(amount);
        assertThat(GammaGammaFitTest.report(model).findings()).anyMatch(f -> f.startsWith("There is only 1 customer"));
    }

    @Test
    void customersWhoDoNotDifferAreAlike() {
        SplittableRandom random = new SplittableRandom(3);
        int[] x = IntStream.range(0, 2_000).map(i -> 1 + i % 12).toArray();
        // less variation between customers than chance makes
        double[] m = IntStream.of(x)
                .mapToDouble(k -> 20 * Shop.gamma(4.0 * k, random) / (4 * k))
                .map(v -> v > 20 ? 20 + 0.8 * (v - 20) : v)
                .toArray();
        GammaGammaModel model = GammaGammaFitTest.fit(Shop.of(x, m));
        FitReport fit = GammaGammaFitTest.report(model);
        assertThat(model.mixture()).isInstanceOf(AlikeMixture.class);
        assertThat(fit.edge()).contains("customers alike: q and gamma to infinity");
        assertThat(fit.parameters()).hasSize(2).allMatch(p -> p.standardError().isPresent());
        assertThat(model.expectedSpend(5, 300)).isEqualTo(model.populationMean());
        assertThat(fit.findings()).anyMatch(f -> f.startsWith("Customers do not differ"));
        beatsEveryFinite(Shop.of(x, m), fit);
    }

    @Test
    void customersWhoAlwaysSpendTheSameAreSteady() {
        SplittableRandom random = new SplittableRandom(4);
        int[] x = IntStream.range(0, 2_000).map(i -> 1 + i % 12).toArray();
        double[] m =
                IntStream.of(x).mapToDouble(k -> 60 / Shop.gamma(4, random)).toArray();
        GammaGammaModel model = GammaGammaFitTest.fit(Shop.of(x, m));
        FitReport fit = GammaGammaFitTest.report(model);
        assertThat(model.expectedSpend(1, 300)).isCloseTo(300, within(30.0));
        beatsEveryFinite(Shop.of(x, m), fit);
    }

    @Test
    void moreVariationAmongFrequentCustomersThanChanceIsSteady() {
        SplittableRandom random = new SplittableRandom(5);
        int[] x = IntStream.range(0, 2_000).map(i -> 1 + i % 12).toArray();
        double[] m = IntStream.of(x)
                .mapToDouble(k -> 60 / Shop.gamma(4 - 0.1 * k, random))
                .toArray();
        GammaGammaModel model = GammaGammaFitTest.fit(Shop.of(x, m));
        FitReport fit = GammaGammaFitTest.report(model);
        assertThat(model.mixture()).isInstanceOf(SteadyMixture.class);
        assertThat(fit.edge()).contains("every customer steady: p to infinity");
        assertThat(model.expectedSpend(1, 300)).isEqualTo(300);
        assertThat(fit.findings()).anyMatch(f -> f.startsWith("The purchases of one customer do not vary"));
        beatsEveryFinite(Shop.of(x, m), fit);
    }

    /** The limit is as likely as the gamma-gamma can get, wherever one looks. */
    private static void beatsEveryFinite(Shop shop, FitReport fit) {
        GammaGammaLikelihood likelihood =
                new GammaGammaLikelihood(SpendData.of(shop.summaries(), SpendBasis.REPEAT_PURCHASES));
        double best = Double.NEGATIVE_INFINITY;
        for (double logP = -2; logP < 16; logP += 1.5) {
            for (double logQ = -2; logQ < 16; logQ += 1.5) {
                for (double mu = 10; mu < 30; mu *= 1.04) {
                    best = Math.max(best, likelihood.logLikelihood(Math.exp(logP), Math.exp(logQ), mu, new double[3]));
                }
            }
        }
        assertThat(fit.logLikelihood()).isGreaterThan(best - 1e-6);
    }

    @Test
    void aVeryHeavyTailHoldsTheMeanOfThePopulation() {
        SplittableRandom random = new SplittableRandom(6);
        int[] x = IntStream.range(0, 3_000).map(i -> 1 + i % 5).toArray();
        double[] m = IntStream.of(x)
                .mapToDouble(k -> 10 * Shop.gamma(5.0 * k, random) / k / Shop.gamma(0.6, random))
                .toArray();
        GammaGammaModel model = GammaGammaFitTest.fit(Shop.of(x, m));
        FitReport fit = GammaGammaFitTest.report(model);
        double observed = DoubleStream.of(m).average().orElseThrow();
        assertThat(model.populationMean()).isCloseTo(observed, within(1e-6 * observed));
        assertThat(fit.edge()).contains("mean of the population held at the observed one");
        assertThat(fit.findings()).anyMatch(f -> f.startsWith("Spend has a very heavy tail: the likeliest q is 0.6"));
        assertThat(fit.parameters()).hasSize(3).allMatch(p -> p.standardError().isEmpty());
        assertThat(fit.gradientNorm()).isLessThan(1e-8);
    }

    @Test
    void amountsFromACentToABillionGiveFiniteResults() {
        GammaGammaModel model = GammaGammaFitTest.fit(
                Shop.of(new int[] {1, 2, 3, 1, 5, 1, 1, 9}, 1e9, 0.01, 5, 25, 0.02, 1e9, 3e8, 0.01));
        assertThat(model.populationMean()).isPositive().isFinite();
        assertThat(model.expectedSpend(1, 0.01)).isPositive().isFinite();
        assertThat(GammaGammaFitTest.report(model).logLikelihood()).isFinite();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8, 13})
    void aHandfulOfCustomersGivesFiniteResults(int n) {
        SplittableRandom random = new SplittableRandom(n);
        for (int round = 0; round < 30; round++) {
            int[] x = new int[n];
            double[] m = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = 1 + random.nextInt(round % 5 + 1);
                m[i] = Math.rint(Math.exp(random.nextDouble() * round % 7) * 100) / 100;
            }
            GammaGammaModel model = GammaGammaFitTest.fit(Shop.of(x, m));
            double largest = DoubleStream.of(m).max().orElseThrow();
            double smallest = DoubleStream.of(m).min().orElseThrow();
            assertThat(model.populationMean()).isBetween(smallest * (1 - 1e-9), largest * (1 + 1e-9));
            assertThat(GammaGammaFitTest.report(model).logLikelihood()).isFinite();
            assertThat(GammaGammaFitTest.report(model).findings()).isNotEmpty();
        }
    }

    @Property(tries = 300, seed = "20261122")
    void whateverTheAmountsResultsAreFinite(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 60) Integer> purchases,
            @ForAll @DoubleRange(min = 0, max = 95) double spread,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] x = purchases.stream().mapToInt(k -> k).toArray();
        double[] m = IntStream.of(x)
                .mapToDouble(k -> Math.pow(10, spread * (2 * random.nextDouble() - 1)))
                .toArray();
        GammaGammaModel model = GammaGammaFitTest.fit(Shop.of(x, m));
        FitReport fit = GammaGammaFitTest.report(model);
        assertThat(fit.logLikelihood()).isFinite();
        assertThat(model.populationMean()).isPositive().isFinite();
        assertThat(model.populationMean())
                .isLessThanOrEqualTo(DoubleStream.of(m).max().orElseThrow() * (1 + 1e-4));
        for (double mean : m) {
            assertThat(model.expectedSpend(2, mean)).isPositive().isFinite();
            assertThat(model.probabilityTotalAtMost(3 * mean, 2, 1, mean)).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e101, 1e308, 1e-101, 4.9e-324})
    void whatIsNoAmountOfMoneyIsRefused(double amount) {
        assertThatThrownBy(() -> GammaGammaFitTest.fit(Shop.each(2, 20, amount, 30)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("customer 2 of 3 has a mean spend of " + amount);
    }

    @Test
    void spendOfZeroOrLessIsLeftOutAndCounted() {
        GammaGammaModel model = GammaGammaFitTest.fit(Shop.of(new int[] {2, 1, 1, 3, 0}, 10, -4, 0, 12, 0));
        FitReport fit = GammaGammaFitTest.report(model);
        assertThat(fit.customers()).isEqualTo(2);
        assertThat(fit.provenance().data())
                .containsEntry("withoutPositiveSpend", "2")
                .containsEntry("withoutPurchases", "1");
        assertThat(fit.findings()).anyMatch(f -> f.startsWith("2 customers are left out since they spent 0 or less"));
        assertThat(model.expectedSpend(1, -4)).isEqualTo(model.expectedSpend(1, 0));
    }

    @Test
    void visitsWithoutSpendAreEvidenceOfALowSpender() {
        GammaGammaModel usual = GammaGammaModel.of(6.25, 3.74, 15.44);
        assertThat(usual.expectedSpend(3, 0)).isEqualTo(usual.expectedSpend(3, Double.MIN_VALUE));
        assertThat(usual.expectedSpend(3, 0)).isPositive().isLessThan(usual.populationMean() / 5);
        assertThat(usual.probabilityTotalAtMost(10, 1, 3, 0)).isGreaterThan(usual.probabilityTotalAtMost(10, 1, 0, 0));
        GammaGammaModel steady = GammaGammaModel.of(new SteadyMixture(3, 20), SpendBasis.REPEAT_PURCHASES);
        assertThat(steady.expectedSpend(3, 0)).isEqualTo(steady.populationMean());
        assertThat(steady.probabilityTotalAtMost(10, 1, 3, 0)).isEqualTo(steady.probabilityTotalAtMost(10, 1, 0, 0));
    }

    @Test
    void aCorrelationOfFrequencyAndSpendIsReported() {
        int[] x = IntStream.range(0, 500).map(i -> 1 + i % 10).toArray();
        SplittableRandom random = new SplittableRandom(7);
        double[] m = IntStream.of(x)
                .mapToDouble(k -> (10 + 3 * k) * Shop.gamma(5.0 * k, random) / (5 * k))
                .toArray();
        assertThat(GammaGammaFitTest.report(GammaGammaFitTest.fit(Shop.of(x, m)))
                        .findings())
                .anyMatch(
                        f -> f.startsWith("Frequency and mean spend are correlated (0.") && f.contains("understated"));
    }

    @Test
    void withoutARepeatPurchaseAllPurchasesAreProposed() {
        Shop firstsOnly = new Shop(new int[3], new double[3], new double[] {10, 20, 5});
        assertThatThrownBy(() -> GammaGammaFitTest.fit(firstsOnly))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessage(
                        "Gamma-Gamma cannot be fitted: of 3 customers 3 have no repeat purchase and 0 spent 0 or less on"
                                + " average. There are first purchases with amounts: fit on them with SpendBasis.ALL_PURCHASES");
        GammaGammaModel model = GammaGamma.fit(
                firstsOnly.summaries(), GammaGamma.Options.defaults().withBasis(SpendBasis.ALL_PURCHASES));
        assertThat(model.populationMean()).isBetween(5.0, 20.0);
    }

    @Test
    void withoutAnyAmountThereIsNothingToLearn() {
        CustomerSummaries none = CustomerSummaries.of(
                TimeScale.WEEK, new int[] {0, 2}, new double[] {0, 3}, new double[] {5, 5}, new double[2]);
        assertThatThrownBy(() -> GammaGamma.fit(none))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessageContaining("Is this the column of amounts");
        CustomerSummaries empty = CustomerSummaries.of(TimeScale.WEEK, new int[0], new double[0], new double[0]);
        assertThatThrownBy(() -> GammaGamma.fit(empty)).isInstanceOf(InsufficientDataException.class);
    }

    @Test
    void allPurchasesNeedTheFirstAmounts() {
        assertThatThrownBy(() -> GammaGamma.fit(
                        Shop.each(2, 10, 20).summaries(),
                        GammaGamma.Options.defaults().withBasis(SpendBasis.ALL_PURCHASES)))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessageContaining("fit on REPEAT_PURCHASES");
    }
}
