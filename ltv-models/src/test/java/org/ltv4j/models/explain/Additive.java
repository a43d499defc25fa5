package org.ltv4j.models.explain;

import java.util.Optional;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;

/** Foretells purchases^2 + 3 age + 10 channel: a sum of functions of one feature each. */
record Additive() implements FeatureModel {
    @Override
    public String kind() {
        return "additive";
    }

    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public Outcome outcome() {
        return Shop.SPEND;
    }

    @Override
    public FeatureSchema schema() {
        return Shop.SCHEMA;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        double[] values = new double[features.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    features.value(i, 0) * features.value(i, 0) + 3 * features.value(i, 3) + 10 * features.value(i, 2);
        }
        return Predictions.of(features.customers(), features.asOf(), outcome(), values);
    }
}
