package org.ltv4j.models.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/** Customers whose spend depends on purchases, basket and channel, and not on noise. */
final class Shop {
    static final LocalDate DATE = LocalDate.of(2025, 6, 30);
    static final Outcome SPEND = Outcome.spend(Horizon.of(90, TimeScale.DAY));
    static final List<String> CHANNELS = List.of("app", "shop", "web");
    static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            Feature.of(
                    "last_90_days_purchases",
                    FeatureType.COUNT,
                    "purchases",
                    "how often the customer bought, all sales of a day being one purchase",
                    "number of days with a sale",
                    "date"),
            Feature.of(
                            "mean_spend",
                            FeatureType.NUMBER,
                            "EUR per purchase",
                            "what the customer paid per purchase",
                            "total_spend / purchases",
                            "date, amount")
                    .withMissing("without a purchase"),
            Feature.of("favourite_channel", FeatureType.CATEGORY, "", "the one bought in most rows", "", "channel"),
            Feature.of("age", FeatureType.NUMBER, "years", "age in years", "", "attributes")
                    .withSensitivity(Sensitivity.SENSITIVE),
            Feature.of("noise_a", FeatureType.NUMBER, "", "a number drawn at random", "", "dice"),
            Feature.of("noise_b", FeatureType.NUMBER, "", "another number drawn at random", "", "dice")));

    private Shop() {}

    static FeatureMatrix features(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[SCHEMA.size()][n];
        for (int i = 0; i < n; i++) {
            columns[0][i] = random.nextInt(10);
            columns[1][i] = random.nextDouble() < 0.1 ? Double.NaN : 5 + 40 * random.nextDouble();
            columns[2][i] = random.nextInt(3);
            columns[3][i] = 18 + random.nextInt(60);
            columns[4][i] = random.nextDouble();
            columns[5][i] = random.nextGaussian();
        }
        return matrix(columns);
    }

    static FeatureMatrix matrix(double[][] columns) {
        return FeatureMatrix.of(
                IdTable.numbered(columns[0].length), DATE, SCHEMA, columns, Map.of("favourite_channel", CHANNELS));
    }

    /** One in three spends nothing. */
    static TrainingSet data(int n, long seed) {
        FeatureMatrix features = features(n, seed);
        SplittableRandom random = new SplittableRandom(seed + 1);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double basket = Double.isNaN(features.value(i, 1)) ? 20 : features.value(i, 1);
            double mean = (1 + features.value(i, 0)) * basket * (features.value(i, 2) == 1 ? 2 : 1);
            y[i] = random.nextInt(3) == 0 ? 0 : mean * (0.5 + random.nextDouble());
        }
        return TrainingSet.of(features, SPEND, y);
    }
}
