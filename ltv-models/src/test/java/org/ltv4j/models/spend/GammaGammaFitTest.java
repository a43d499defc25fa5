package org.ltv4j.models.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.SpendBasis;

/** What the fit must do whatever the data: recover, and not care about order, unit or repetition. */
class GammaGammaFitTest {
    private final Shop shop = Shop.simulated(3_000, 6.25, 3.74, 15.44, 1);

    @ParameterizedTest(name = "p={0} q={1} gamma={2}")
    @CsvSource({"6.25, 3.74, 15.44, 2", "1.5, 8, 200, 3", "40, 2.5, 0.01, 4", "0.4, 3, 1e9, 5"})
    void recoversWhatTheDataWereMadeWith(double p, double q, double gamma, long seed) {
        GammaGammaModel model =
                GammaGamma.fit(Shop.simulated(20_000, p, q, gamma, seed).summaries());
        double[] truth = {p, q, gamma};
        for (int i = 0; i < 3; i++) {
            ParameterEstimate estimate = model.fit().orElseThrow().parameters().get(i);
            assertThat(estimate.value())
                    .as(estimate.toString())
                    .isCloseTo(truth[i], within(4 * estimate.standardError().orElseThrow()));
        }
    }

    @Test
    void learnsTheSameFromAllPurchases() {
        GammaGammaModel repeat = fit(shop);
        GammaGammaModel all =
                GammaGamma.fit(shop.summaries(), GammaGamma.Options.defaults().withBasis(SpendBasis.ALL_PURCHASES));
        assertThat(all.basis()).isEqualTo(SpendBasis.ALL_PURCHASES);
        assertThat(report(all).customers())
                .isEqualTo(3_000)
                .isGreaterThan(report(repeat).customers());
        assertThat(all.populationMean()).isCloseTo(repeat.populationMean(), within(0.1 * repeat.populationMean()));
    }

    @Test
    void aTableOfGroupsGivesTheSumOverCustomers() {
        GammaGammaModel model = fit(shop);
        double sum = shop.summaries().stream()
                .mapToDouble(c -> model.logLikelihood(c.frequency(), c.meanRepeatSpend()))
                .sum();
        assertThat(report(model).logLikelihood()).isCloseTo(sum, within(1e-8));
    }

    @Test
    void theGradientIsTheSlopeOfTheLikelihood() {
        SpendData data = SpendData.of(shop.summaries(), SpendBasis.REPEAT_PURCHASES);
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(data);
        for (double[] at : new double[][] {{1.8, 1.3, 3.4}, {-1, -1, 0}, {6, 0.1, 3}, {0.1, 6, 4}, {12, 12, 3.4}}) {
            double[] gradient = new double[3];
            likelihood.at(at, gradient);
            for (int i = 0; i < 3; i++) {
                double[] up = at.clone();
                double[] down = at.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double slope = (likelihood.at(up, new double[3]) - likelihood.at(down, new double[3])) / 2e-5;
                assertThat(gradient[i])
                        .isCloseTo(slope, within(1e-8 * Math.max(1, Math.abs(slope)) + 1e-9 * Math.exp(at[0] * 0.5)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 1e-7, 7.3e8})
    void theUnitOfMoneyDoesNotMatter(double factor) {
        FitReport cents = report(fit(shop.times(factor)));
        FitReport euros = report(fit(shop));
        assertThat(cents.parameters().get(0).value())
                .isCloseTo(euros.parameters().get(0).value(), within(1e-7));
        assertThat(cents.parameters().get(1).value())
                .isCloseTo(euros.parameters().get(1).value(), within(1e-7));
        double gamma = euros.parameters().get(2).value() * factor;
        assertThat(cents.parameters().get(2).value()).isCloseTo(gamma, within(1e-7 * gamma));
        assertThat(cents.logLikelihood())
                .isCloseTo(euros.logLikelihood() - euros.customers() * Math.log(factor), within(1e-6));
    }

    @Test
    void theOrderOfCustomersDoesNotMatterToTheLastBit() {
        assertThat(fit(shop.shuffled(7))).isEqualTo(fit(shop));
    }

    @Test
    void everyCustomerTwiceGivesTheSameParameters() {
        FitReport once = report(fit(shop));
        FitReport twice = report(fit(shop.twice()));
        assertThat(twice.logLikelihood()).isCloseTo(2 * once.logLikelihood(), within(1e-6));
        assertThat(twice.distinctHistories()).isEqualTo(once.distinctHistories());
        for (int i = 0; i < 3; i++) {
            double value = once.parameters().get(i).value();
            assertThat(twice.parameters().get(i).value()).isCloseTo(value, within(1e-8 * value));
            assertThat(twice.parameters().get(i).standardError().orElseThrow())
                    .isCloseTo(
                            once.parameters().get(i).standardError().orElseThrow() / Math.sqrt(2),
                            within(1e-5 * value));
        }
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        int held = 0;
        for (int seed = 0; seed < 100; seed++) {
            Interval interval = report(fit(Shop.simulated(400, 6, 4, 15, 100 + seed)))
                    .parameters()
                    .get(1)
                    .interval95()
                    .orElseThrow();
            held += interval.lower() <= 4 && 4 <= interval.upper() ? 1 : 0;
        }
        assertThat(held).isBetween(88, 100); // 95 expected, standard deviation 2.2
    }

    @Test
    void aMillionCustomersAreFitted() {
        Shop large = Shop.simulated(1_000_000, 6.25, 3.74, 15.44, 8);
        FitReport fit = report(fit(large));
        assertThat(fit.parameters().get(1).value()).isCloseTo(3.74, within(0.03));
        assertThat(fit.gradientNorm()).isLessThan(1e-10);
    }

    @Test
    void anInterruptedFitStops() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> fit(shop)).isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void theReportSaysWhatWasRead() {
        FitReport fit = report(fit(shop));
        assertThat(fit.provenance().options()).containsEntry("basis", "REPEAT_PURCHASES");
        assertThat(fit.provenance().data())
                .containsEntry("customers", "3000")
                .containsEntry("fittedCustomers", Integer.toString(fit.customers()))
                .containsEntry("withoutPurchases", Integer.toString(3_000 - fit.customers()))
                .containsEntry("withoutPositiveSpend", "0")
                .containsKeys("fingerprint", "correlationOfFrequencyAndSpend");
        assertThat(fit.findings()).isEmpty();
        assertThat(fit.comparisons()).hasSize(2).allMatch(c -> c.shortfall() > 10);
    }

    static GammaGammaModel fit(Shop shop) {
        return GammaGamma.fit(shop.summaries());
    }

    static FitReport report(GammaGammaModel model) {
        return model.fit().orElseThrow();
    }
}
