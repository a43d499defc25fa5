package org.ltv4j.models.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.testing.SpendModelContract;

class GammaGammaModelTest extends SpendModelContract {
    private final GammaGammaModel published = GammaGammaModel.of(6.25, 3.74, 15.44);

    @Override
    protected List<? extends SpendModel> models() {
        return List.of(
                published,
                GammaGammaModel.of(new GammaGammaMixture(0.3, 1.001, 1e6), SpendBasis.ALL_PURCHASES),
                GammaGammaModel.of(1e7, 1e5, 0.5),
                GammaGammaModel.of(new AlikeMixture(4, 20), SpendBasis.REPEAT_PURCHASES),
                GammaGammaModel.of(new SteadyMixture(3, 40), SpendBasis.REPEAT_PURCHASES),
                GammaGammaModel.of(new OneAmountMixture(5), SpendBasis.ALL_PURCHASES));
    }

    /** The examples of the Javadoc. */
    @Test
    void theExamplesAreTrue() {
        assertThat(published.expectedSpend(2, 22.345)).isCloseTo(24.65, within(0.01));
        assertThat(published.populationMean()).isCloseTo(35.22, within(0.005));
    }

    /** Expected values: the gamma distribution of the total integrated over that of nu (the last: betainc), mpmath, 40 digits. */
    @ParameterizedTest(name = "total {0} of {1} after {2} of {3}")
    @CsvSource({
        "35.0, 1, 0, 0.0, 0.6527106702756216",
        "0.5, 1, 0, 0.0, 2.61263745950533e-08",
        "10000.0, 1, 0, 0.0, 0.9999999964523341",
        "24.65, 1, 2, 22.345, 0.5805706400188828",
        "5.0, 1, 2, 22.345, 0.0030341052779548077",
        "200.0, 1, 2, 22.345, 0.9999996070271719",
        "60.0, 4, 2, 22.345, 0.0822079429064062",
        "100.0, 4, 2, 22.345, 0.5861281310199964",
        "700.0, 10, 7, 73.7414285714, 0.4975050020586438",
        "200.0, 10, 7, 73.7414285714, 4.679912380512878e-11",
        "3000.0, 10, 7, 73.7414285714, 0.9999999999989987",
        "0.01, 2, 1, 11.77, 4.396576132747669e-38"
    })
    void probabilitiesOfTotalsAreExact(double total, int n, int x, double m, double expected) {
        assertThat(published.probabilityTotalAtMost(total, n, x, m)).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void probabilitiesOfTotalsAgreeWithSimulation() {
        SplittableRandom random = new SplittableRandom(11);
        int draws = 200_000;
        int below = 0;
        for (int i = 0; i < draws; i++) {
            double nu = Shop.gamma(3.74 + 6.25 * 3, random) / (15.44 + 3 * 30.0);
            double total = 0;
            for (int k = 0; k < 5; k++) {
                total += Shop.gamma(6.25, random) / nu;
            }
            below += total <= 150 ? 1 : 0;
        }
        double p = published.probabilityTotalAtMost(150, 5, 3, 30);
        assertThat((double) below / draws).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / draws)));
    }

    /** Where the continued fraction changes sides the last digit may go back, no more. */
    @Test
    void probabilitiesOfTotalsRiseWithoutASeam() {
        for (int n : new int[] {1, 4, 60}) {
            double before = 0;
            for (double total = 1; total < 40 * n; total += 0.001 * n) {
                double probability = published.probabilityTotalAtMost(total, n, 3, 20);
                assertThat(probability).isGreaterThan(before - 5e-15);
                before = probability;
            }
        }
    }

    /** The limits are what the gamma-gamma comes to. */
    @Test
    void limitsAreApproachedByTheGammaGamma() {
        AlikeMixture alike = new AlikeMixture(4, 20);
        GammaGammaMixture nearlyAlike = new GammaGammaMixture(4, 1e9, 1e9 * 20 / 4);
        SteadyMixture steady = new SteadyMixture(3, 40);
        GammaGammaMixture nearlySteady = new GammaGammaMixture(1e9, 3, 40e-9);
        for (int x : new int[] {1, 3, 20}) {
            for (double m : new double[] {12, 20, 31}) {
                near(nearlyAlike.logDensity(x, m), alike.logDensity(x, m));
                near(nearlySteady.logDensity(x, m), steady.logDensity(x, m));
                near(nearlyAlike.expectedSpend(x, m), alike.expectedSpend(x, m));
                near(nearlySteady.expectedSpend(x, m), steady.expectedSpend(x, m));
                near(nearlyAlike.probabilityTotalAtMost(70, 4, x, m), alike.probabilityTotalAtMost(70, 4, x, m));
            }
        }
        near(nearlySteady.probabilityTotalAtMost(70, 4, 0, 0), steady.probabilityTotalAtMost(70, 4, 0, 0));
        near(nearlyAlike.populationMean(), alike.populationMean());
        near(nearlySteady.populationMean(), steady.populationMean());
    }

    @Test
    void densitiesIntegrateToOne() {
        for (SpendMixture mixture :
                List.of(new GammaGammaMixture(6.25, 3.74, 15.44), new AlikeMixture(4, 20), new SteadyMixture(3, 40))) {
            for (int x : new int[] {1, 4}) {
                double sum = 0;
                double mean = 0;
                double step = 1e-3;
                for (double log = -20; log < 25; log += step) {
                    double m = Math.exp(log);
                    double mass = Math.exp(mixture.logDensity(x, m)) * m * step;
                    sum += mass;
                    mean += mass * m;
                }
                assertThat(sum).isCloseTo(1, within(1e-9));
                assertThat(mean).isCloseTo(mixture.populationMean(), within(1e-6 * mixture.populationMean()));
            }
        }
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> GammaGammaModel.of(6, 1, 15))
                .hasMessage("need q > 1, got 1.0: with q <= 1 the mean spend of the population is infinite");
        assertThatThrownBy(() -> GammaGammaModel.of(Double.NaN, 2, 15)).hasMessage("need a finite p > 0, got NaN");
        assertThatThrownBy(() -> GammaGammaModel.of(6, Double.POSITIVE_INFINITY, 15))
                .hasMessageContaining("need a finite q > 0");
        assertThatThrownBy(() -> GammaGammaModel.of(6, 2, 0)).hasMessageContaining("need a finite gamma > 0");
        assertThatThrownBy(() -> GammaGammaModel.of(1e300, 1.5, 1e300)).hasMessageContaining("population mean");
        assertThatThrownBy(() -> new SteadyMixture(0.5, 3)).hasMessageContaining("need q > 1");
        assertThatThrownBy(() -> new AlikeMixture(3, -1)).hasMessageContaining("need a finite mean > 0");
        assertThatThrownBy(() -> new OneAmountMixture(0)).hasMessageContaining("need a finite amount > 0");
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
    }

    /** {@code p (gamma + x m) / (p x + q - 1)} = 3 * 22 / 9, also where the population's mean is almost infinite. */
    @Test
    void theExpectedSpendKeepsItsDigitsWhereQIsCloseToOne() {
        GammaGammaModel model = GammaGammaModel.of(3, 1 + 1e-12, 7);
        assertThat(model.expectedSpend(3, 5)).isCloseTo(22.0 / 3, within(1e-11));
    }
}
