package org.ltv4j.models.interval;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.TrainingSet;

/** Customers of one number and one channel, with outcomes drawn from a distribution that is known. */
final class Draws {
    static final LocalDate DATE = LocalDate.of(2025, 6, 30);
    static final Outcome SPEND = Outcome.spend(Horizon.of(90, TimeScale.DAY));
    static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            Feature.of("x", FeatureType.NUMBER, "", "a number", "x", "simulation"),
            Feature.of("channel", FeatureType.CATEGORY, "", "a channel", "channel", "simulation")
                    .withMissing("sometimes")));

    private Draws() {}

    /** Numbers even in (0, 1), channels in turn. */
    static FeatureMatrix features(int n, SplittableRandom random) {
        double[][] columns = new double[2][n];
        for (int i = 0; i < n; i++) {
            columns[0][i] = random.nextDouble();
            columns[1][i] = i % 2;
        }
        return matrix(columns, List.of("app", "shop"));
    }

    static FeatureMatrix matrix(double[][] columns, List<String> channels) {
        return FeatureMatrix.of(
                IdTable.numbered(columns[0].length), DATE, SCHEMA, columns, Map.of("channel", channels));
    }

    /** Outcomes as a function of x and a number even in (0, 1). */
    static double[] outcomes(
            FeatureMatrix features, SplittableRandom random, ToDoubleBiFunction<Double, Double> quantile) {
        double[] y = new double[features.rows()];
        Arrays.setAll(y, i -> quantile.applyAsDouble(features.value(i, 0), random.nextDouble()));
        return y;
    }

    static TrainingSet draw(int n, SplittableRandom random, ToDoubleBiFunction<Double, Double> quantile) {
        FeatureMatrix features = features(n, random);
        return TrainingSet.of(features, SPEND, outcomes(features, random, quantile));
    }

    /** A training set of given numbers and outcomes. */
    static TrainingSet of(double[] x, double[] y) {
        return TrainingSet.of(matrix(new double[][] {x, new double[x.length]}, List.of("app")), SPEND, y);
    }

    /** Foretells a function of x. */
    record Known(Outcome outcome, DoubleUnaryOperator function) implements FeatureModel {
        Known(DoubleUnaryOperator function) {
            this(SPEND, function);
        }

        @Override
        public String kind() {
            return "known";
        }

        @Override
        public Optional<FitReport> fit() {
            return Optional.empty();
        }

        @Override
        public FeatureSchema schema() {
            return SCHEMA;
        }

        @Override
        public Predictions predict(FeatureMatrix features) {
            double[] values = features.column("x");
            Arrays.setAll(values, i -> function.applyAsDouble(values[i]));
            return Predictions.of(features.customers(), features.asOf(), outcome, values);
        }
    }
}
