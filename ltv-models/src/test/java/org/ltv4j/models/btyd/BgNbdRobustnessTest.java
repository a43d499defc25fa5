package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.InsufficientDataException;

/** Hundreds of tiny shops, most of them at an edge: every fit ends, is no worse than from many random starts, and predicts. */
class BgNbdRobustnessTest {
    /** Histories of one made-up shop: few or many purchases, whole or continuous times, recency near 0 or near T. */
    private static CustomerSummaries shop(long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(seed % 3 == 0 ? 60 : 10);
        int kind = random.nextInt(6);
        int most = kind == 0 ? 2 : kind == 1 ? 500 : 8;
        int[] x = new int[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            age[i] = kind == 2 ? 10 : kind == 3 ? random.nextInt(30) : Math.exp(2 * random.nextGaussian());
            x[i] = age[i] == 0 ? 0 : random.nextInt(most + 1) * random.nextInt(2);
            double share = kind == 4 ? 1 : kind == 5 ? 1e-4 : random.nextDouble(0.01, 1);
            recency[i] = x[i] == 0 ? 0 : share * age[i];
        }
        return CustomerSummaries.of(TimeScale.DAY, x, recency, age);
    }

    @Test
    void everyFitOfATinyShopEndsInAModel() {
        int fitted = 0;
        for (long seed = 0; seed < 400; seed++) {
            CustomerSummaries data = shop(seed);
            BgNbdModel model;
            try {
                model = BgNbd.fit(data);
            } catch (InsufficientDataException e) {
                assertThat(e).hasMessageContaining("cannot be fitted");
                continue;
            }
            fitted++;
            FitReport fit = model.fit().orElseThrow();
            double sum = 0;
            for (int i = 0; i < data.size(); i++) {
                sum += model.logLikelihood(data.summary(i));
                assertThat(model.expectedTransactions(data.summary(i), Horizon.of(30, TimeScale.DAY)))
                        .as("shop %s, %s", seed, model)
                        .isFinite()
                        .isNotNegative();
            }
            assertThat(fit.logLikelihood()).as("shop %s, %s", seed, model).isCloseTo(sum, within(1e-7));
            if (seed % 8 == 0) {
                FitReport thorough = BgNbd.fit(data, BgNbd.Options.defaults().withRandomStarts(20))
                        .fit()
                        .orElseThrow();
                assertThat(thorough.logLikelihood() - fit.logLikelihood())
                        .as("missed by the usual starts in shop %s, %s", seed, model)
                        .isLessThanOrEqualTo(1e-6);
            }
        }
        assertThat(fitted).isGreaterThan(300);
    }

    @Test
    void aCustomerWithTwoBillionPurchasesIsNoProblem() {
        BgNbdModel model = BgNbd.fit(CustomerSummaries.of(
                TimeScale.DAY, new int[] {2_000_000_000, 1, 0}, new double[] {5, 1, 0}, new double[] {6, 6, 6}));
        assertThat(model.fit().orElseThrow().logLikelihood()).isFinite();
    }
}
