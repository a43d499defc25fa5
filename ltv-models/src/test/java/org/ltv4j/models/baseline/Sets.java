package org.ltv4j.models.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/** Training sets of plain numbers, features x0, x1 and so on. */
final class Sets {
    static final LocalDate DATE = LocalDate.of(2025, 6, 30);
    static final Outcome SPEND = Outcome.spend(Horizon.parse("90d"));
    static final Outcome CHURN = Outcome.churn(Horizon.parse("90d"));

    private Sets() {}

    static FeatureMatrix matrix(double[]... columns) {
        List<Feature> features = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            features.add(Feature.of("x" + j, FeatureType.NUMBER, "", "a number", "x" + j, "test"));
        }
        return FeatureMatrix.of(
                IdTable.numbered(columns[0].length), DATE, new FeatureSchema(features), columns, Map.of());
    }

    static TrainingSet of(Outcome outcome, double[] outcomes, double[]... columns) {
        return TrainingSet.of(matrix(columns), outcome, outcomes);
    }

    /** A category, a flag and a number with gaps; the outcome goes with all of them. */
    static TrainingSet mixed(Outcome outcome, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[3][rows];
        double[] outcomes = new double[rows];
        for (int i = 0; i < rows; i++) {
            columns[0][i] = random.nextInt(3);
            columns[1][i] = random.nextInt(2);
            columns[2][i] = random.nextInt(5) == 0 ? Double.NaN : 10 * random.nextDouble();
            double known = Double.isNaN(columns[2][i]) ? 3 : columns[2][i];
            double value = 2 * columns[0][i] + 3 * columns[1][i] + known + random.nextDouble();
            outcomes[i] = outcome.isProbability() ? (value + 4 * random.nextDouble() > 11 ? 1 : 0) : value;
        }
        FeatureSchema schema = new FeatureSchema(List.of(
                Feature.of("channel", FeatureType.CATEGORY, "", "a channel", "channel", "test"),
                Feature.of("member", FeatureType.FLAG, "", "a member", "member", "test"),
                Feature.of("gap", FeatureType.NUMBER, "days", "a gap", "gap", "test")));
        FeatureMatrix features = FeatureMatrix.of(
                IdTable.numbered(rows), DATE, schema, columns, Map.of("channel", List.of("app", "shop", "web")));
        return TrainingSet.of(features, outcome, outcomes);
    }
}
