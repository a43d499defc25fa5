package org.ltv4j.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.SpendModel;

/** What every model of spend promises: inherit this and give some models, edges among them. */
public abstract class SpendModelContract {
    private static final int[] PURCHASES = {0, 1, 2, 3, 10, 100, 5_000, 1_000_000};
    private static final double[] MEANS = {-5, 0, 1e-12, 0.01, 1, 24.99, 1_000, 1e9, 1e15};
    private static final int[] FUTURE = {1, 2, 7, 50, 1_000, 100_000};

    /** The models to check, at least one. */
    protected abstract List<? extends SpendModel> models();

    private interface Check {
        void of(SpendModel model, int purchases, double mean);
    }

    private void everywhere(Check check) {
        for (SpendModel model : models()) {
            for (int purchases : PURCHASES) {
                for (double mean : MEANS) {
                    check.of(model, purchases, mean);
                }
            }
        }
    }

    @Test
    void expectedSpendIsPositiveAndFinite() {
        everywhere((model, purchases, mean) -> assertThat(model.expectedSpend(purchases, mean))
                .as("%s with %d purchases of %s", model, purchases, mean)
                .isPositive()
                .isFinite());
    }

    @Test
    void withoutEvidenceThePopulationMeanIsExpected() {
        everywhere((model, purchases, mean) -> {
            if (purchases == 0) {
                assertThat(model.expectedSpend(purchases, mean)).isEqualTo(model.populationMean());
            } else if (mean <= 0) {
                assertThat(model.expectedSpend(purchases, mean)).isEqualTo(model.expectedSpend(purchases, 0));
            }
        });
    }

    @Test
    void expectedSpendLiesBetweenTheOwnMeanAndThePopulations() {
        everywhere((model, purchases, mean) -> {
            if (purchases > 0 && mean > 0) {
                double population = model.populationMean();
                assertThat(model.expectedSpend(purchases, mean))
                        .isBetween(Math.min(mean, population) * (1 - 1e-12), Math.max(mean, population) * (1 + 1e-12));
            }
        });
    }

    @Test
    void moreEvidencePullsTowardsTheOwnMean() {
        for (SpendModel model : models()) {
            double own = 3 * model.populationMean();
            double before = 0;
            for (int purchases : PURCHASES) {
                double expected = model.expectedSpend(purchases, own);
                assertThat(expected).isGreaterThanOrEqualTo(before);
                before = expected;
            }
        }
    }

    @Test
    void probabilitiesOfTotalsAreADistributionFunction() {
        everywhere((model, purchases, mean) -> {
            for (int n : FUTURE) {
                double expected = n * model.expectedSpend(purchases, mean);
                double before = model.probabilityTotalAtMost(0, n, purchases, mean);
                assertThat(before).isZero();
                for (double factor = 1e-6; factor < 1e7; factor *= 1.7) {
                    double probability = model.probabilityTotalAtMost(factor * expected, n, purchases, mean);
                    assertThat(probability)
                            .as("%s: %s x the expected total of %d after %d of %s", model, factor, n, purchases, mean)
                            .isBetween(before, 1.0);
                    before = probability;
                }
                assertThat(model.probabilityTotalAtMost(Double.POSITIVE_INFINITY, n, purchases, mean))
                        .isEqualTo(1);
            }
        });
    }

    /** By Markov's inequality. */
    @Test
    void totalsFarAboveTheExpectedOneAreUnlikely() {
        everywhere((model, purchases, mean) -> {
            for (int n : FUTURE) {
                double expected = n * model.expectedSpend(purchases, mean);
                assertThat(model.probabilityTotalAtMost(20 * expected, n, purchases, mean))
                        .isGreaterThan(0.95 - 1e-9);
            }
        });
    }

    @Test
    void morePurchasesAddUpToMore() {
        everywhere((model, purchases, mean) -> {
            double total = 10 * model.expectedSpend(purchases, mean);
            double before = 1;
            for (int n : FUTURE) {
                double probability = model.probabilityTotalAtMost(total, n, purchases, mean);
                assertThat(probability).isLessThanOrEqualTo(before + 1e-12);
                before = probability;
            }
        });
    }

    @Test
    void aCustomerIsReadByTheBasisOfTheModel() {
        CustomerSummary customer = new CustomerSummary(3, 20, 39, 12, 40);
        for (SpendModel model : models()) {
            boolean all = model.basis() == SpendBasis.ALL_PURCHASES;
            assertThat(model.expectedSpend(customer))
                    .isCloseTo(model.expectedSpend(all ? 4 : 3, all ? 19 : 12), within(1e-12));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        for (SpendModel model : models()) {
            assertThatThrownBy(() -> model.expectedSpend(-1, 5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> model.expectedSpend(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> model.expectedSpend(1, Double.POSITIVE_INFINITY))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> model.probabilityTotalAtMost(-1, 1, 0, 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> model.probabilityTotalAtMost(Double.NaN, 1, 0, 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> model.probabilityTotalAtMost(1, 0, 0, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
