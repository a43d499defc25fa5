package org.ltv4j.models.boost;

import java.util.Optional;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeKind;
import org.ltv4j.core.outcome.Predictions;

/**
 * A model in two stages, made by {@link Hurdle}. Immutable and thread-safe.
 *
 * @param silent foretells the probability that the outcome is not above 0
 * @param spends foretells the outcome where it is above 0
 * @param otherwise the mean outcome where it is not: 0 unless refunds make it negative
 */
public record HurdleModel(FeatureModel silent, FeatureModel spends, double otherwise) implements FeatureModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "hurdle";

    /**
     * Checks that the stages belong together.
     *
     * @param silent foretells the probability that the outcome is not above 0
     * @param spends foretells the outcome where it is above 0
     * @param otherwise the mean outcome where it is not: 0 unless refunds make it negative
     * @throws IllegalArgumentException if they foretell other things, other horizons or from other features
     */
    public HurdleModel {
        if (silent.outcome().kind() != OutcomeKind.CHURN || spends.outcome().kind() == OutcomeKind.CHURN) {
            throw new IllegalArgumentException("a hurdle needs a model of churn and one of spend or purchases, got "
                    + silent.outcome() + " and " + spends.outcome());
        }
        if (!silent.outcome().horizon().equals(spends.outcome().horizon())) {
            throw new IllegalArgumentException(
                    "the stages look ahead differently far: " + silent.outcome() + " and " + spends.outcome());
        }
        if (!silent.schema().equals(spends.schema())) {
            throw new IllegalArgumentException("the stages were fitted on different features");
        }
        if (!(otherwise <= 0) || Double.isInfinite(otherwise)) {
            throw new IllegalArgumentException("the mean of outcomes of at most 0 is finite and so, got " + otherwise);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Empty: each of the two stages has a report of its own. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public Outcome outcome() {
        return spends.outcome();
    }

    @Override
    public FeatureSchema schema() {
        return spends.schema();
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        Predictions nothing = silent.predict(features);
        double[] values = spends.predict(features).values();
        for (int i = 0; i < values.length; i++) {
            double never = nothing.value(i);
            values[i] = (1 - never) * values[i] + never * otherwise;
        }
        return Predictions.of(features.customers(), features.asOf(), outcome(), values);
    }

    /** Both stages and what they foretell. */
    @Override
    public String toString() {
        return "HurdleModel[" + outcome() + ", " + silent + ", " + spends + "]";
    }
}
