package org.ltv4j.models.boost;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.internal.math.Samplers.Purpose;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * A simulated shop whose truth is known: customers differ in purchases so far, days since the last one, mean amount (missing for one in
 * ten) and channel; the rate of buying and the spend per purchase are functions of these.
 */
final class Shop {
    static final LocalDate DATE = LocalDate.of(2025, 6, 30);
    static final Outcome SPEND = Outcome.spend(Horizon.of(90, TimeScale.DAY));
    static final Outcome PURCHASES = Outcome.purchases(Horizon.of(90, TimeScale.DAY));
    static final Outcome CHURN = Outcome.churn(Horizon.of(90, TimeScale.DAY));
    static final List<String> CHANNELS = List.of("app", "phone", "shop", "web");
    static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            feature("purchases", FeatureType.COUNT),
            feature("days_since_last", FeatureType.NUMBER),
            feature("mean_amount", FeatureType.NUMBER),
            feature("channel", FeatureType.CATEGORY),
            feature("noise", FeatureType.NUMBER)));

    final FeatureMatrix features;
    final double[] expectedPurchases;
    final double[] expectedSpend;
    final double[] purchases;
    final double[] spend;

    private Shop(int customers, long seed) {
        double[][] columns = new double[SCHEMA.size()][customers];
        expectedPurchases = new double[customers];
        expectedSpend = new double[customers];
        purchases = new double[customers];
        spend = new double[customers];
        for (int i = 0; i < customers; i++) {
            RandomGenerator random = Samplers.generator(seed, Purpose.HISTORY, i);
            int bought = 1 + (int) Samplers.gamma(random, 1.5) * 3;
            double since = Samplers.exponential(random, 1 / 60.0);
            double amount = 20 * StrictMath.exp(0.8 * Samplers.normal(random));
            int channel = Samplers.index(random, CHANNELS.size());
            columns[0][i] = bought;
            columns[1][i] = since;
            columns[2][i] = Samplers.uniform(random) < 0.1 ? Double.NaN : amount;
            columns[3][i] = channel;
            columns[4][i] = Samplers.normal(random);
            double rate = (channel == 2 ? 2.5 : 1) * 0.5 * StrictMath.log(1 + bought) * StrictMath.exp(-since / 80);
            expectedPurchases[i] = rate;
            expectedSpend[i] = rate * amount;
            purchases[i] = poisson(random, rate);
            spend[i] = purchases[i] == 0 ? 0 : amount * Samplers.gamma(random, 4 * purchases[i]) / 4;
        }
        features = FeatureMatrix.of(ids(customers), DATE, SCHEMA, columns, Map.of("channel", CHANNELS));
    }

    static Shop of(int customers, long seed) {
        return new Shop(customers, seed);
    }

    TrainingSet forSpend() {
        return TrainingSet.of(features, SPEND, spend);
    }

    TrainingSet forPurchases() {
        return TrainingSet.of(features, PURCHASES, purchases);
    }

    TrainingSet forChurn() {
        return TrainingSet.of(features, CHURN, churned());
    }

    /** Rows of those who spend. */
    int[] buyers() {
        return IntStream.range(0, spend.length).filter(i -> spend[i] > 0).toArray();
    }

    double[] churned() {
        double[] churned = new double[purchases.length];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = purchases[i] == 0 ? 1 : 0;
        }
        return churned;
    }

    private static int poisson(RandomGenerator random, double rate) {
        int n = 0;
        for (double t = Samplers.exponential(random, rate); t < 1; t += Samplers.exponential(random, rate)) {
            n++;
        }
        return n;
    }

    static Feature feature(String name, FeatureType type) {
        return Feature.of(name, type, "", "a feature of the simulated shop", name, "simulation");
    }

    static IdTable ids(int customers) {
        IdTable.Builder builder = new IdTable.Builder();
        for (int i = 0; i < customers; i++) {
            builder.index("customer-" + i);
        }
        return builder.build();
    }

    /** A matrix of one column of numbers. */
    static FeatureMatrix single(double... values) {
        return FeatureMatrix.of(
                ids(values.length),
                DATE,
                new FeatureSchema(List.of(feature("x", FeatureType.NUMBER))),
                new double[][] {values},
                Map.of());
    }

    /** Share of the variance of the truth that predictions explain. */
    static double rSquared(double[] truth, double[] predicted) {
        double mean = Arrays.stream(truth).average().orElseThrow();
        double left = 0;
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            left += (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
            all += (truth[i] - mean) * (truth[i] - mean);
        }
        return 1 - left / all;
    }
}
