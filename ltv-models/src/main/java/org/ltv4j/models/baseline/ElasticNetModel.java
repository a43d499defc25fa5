package org.ltv4j.models.baseline;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.transform.FittedPipeline;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;

/**
 * A linear or logistic regression of an outcome on prepared features:
 *
 * <pre>{@code
 * predictor = level + sum of value_j * (x_j - centre_j)
 * }</pre>
 *
 * <p>of which the {@link Response} makes the expected outcome. Least squares may foretell less than 0.
 *
 * @param outcome what is foretold
 * @param preparation makes numbers without gaps of the features
 * @param response what the linear predictor says of the outcome
 * @param level the linear predictor where all prepared features are at their centres
 * @param coefficients one per prepared feature, in their order
 * @param report how the model was fitted; empty for a model made from numbers
 */
public record ElasticNetModel(
        Outcome outcome,
        FittedPipeline preparation,
        Response response,
        double level,
        List<Coefficient> coefficients,
        Optional<ElasticNetReport> report)
        implements FeatureModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "elastic-net";

    /**
     * Checks that the parts fit together.
     *
     * @param outcome what is foretold
     * @param preparation makes numbers without gaps of the features
     * @param response what the linear predictor says of the outcome
     * @param level the linear predictor where all prepared features are at their centres
     * @param coefficients one per prepared feature, in their order
     * @param report how the model was fitted; empty for a model made from numbers
     */
    public ElasticNetModel {
        coefficients = List.copyOf(coefficients);
        List<String> names = coefficients.stream().map(Coefficient::feature).toList();
        if (!names.equals(preparation.output().names())) {
            throw new IllegalArgumentException("need a coefficient for each prepared feature, in their order: "
                    + preparation.output().names() + ", got " + names);
        }
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("the level must be finite, got " + level);
        }
        boolean fits = response instanceof Response.Constant constant
                ? !outcome.isProbability() || constant.outcome() == 0 || constant.outcome() == 1
                : outcome.isProbability() == response instanceof Response.Logistic;
        if (!fits) {
            throw new IllegalArgumentException(
                    "churn needs a logistic response or a constant of 0 or 1, and nothing else has a logistic one; got "
                            + response + " for " + outcome);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Empty: what there is to say of the fit is in {@link #report()}. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public FeatureSchema schema() {
        return preparation.input();
    }

    /**
     * The linear predictor where all prepared features are 0.
     *
     * @return level less the sum of value times centre
     */
    public double intercept() {
        double sum = level;
        for (Coefficient coefficient : coefficients) {
            sum -= coefficient.value() * coefficient.centre();
        }
        return sum;
    }

    /**
     * The coefficient of a prepared feature: one of the schema, or a flag that was made of it such as {@code channel_is_web}.
     *
     * @param feature its name
     * @return the coefficient, in the feature's own unit
     * @throws InvalidDataException if there is no such feature
     */
    public Coefficient coefficient(String feature) {
        return coefficients.get(preparation.output().index(feature));
    }

    /** Refuses features that the preparation leaves without a number, or whose prediction is beyond doubles. */
    @Override
    public Predictions predict(FeatureMatrix features) {
        FeatureMatrix prepared = Preparation.checked(preparation.apply(features));
        double[] values = new double[prepared.rows()];
        for (int row = 0; row < values.length; row++) {
            double predictor = level;
            for (int j = 0; j < prepared.columns(); j++) {
                predictor += term(j, prepared.value(row, j));
            }
            values[row] = response.value(predictor);
        }
        return Predictions.of(features.customers(), features.asOf(), outcome, values);
    }

    /**
     * Foretells the outcome of one customer, to the bit as in a matrix.
     *
     * @param row a value per feature of {@link #schema()}; NaN where missing, a category's place in {@code preparation().levels()}
     * @return the expected outcome, or its probability
     * @throws InvalidDataException if the number of values is another, one is not of its feature's type, or the preparation
     *     leaves one without a number
     */
    public double predict(double[] row) {
        double[] prepared = preparation.apply(row);
        double predictor = level;
        for (int j = 0; j < prepared.length; j++) {
            if (Double.isNaN(prepared[j])) {
                throw new InvalidDataException("feature " + coefficients.get(j).feature()
                        + " is missing after the preparation, a linear model needs a number: add Impute");
            }
            predictor += term(j, prepared[j]);
        }
        return response.value(predictor);
    }

    private double term(int j, double x) {
        Coefficient coefficient = coefficients.get(j);
        return coefficient.value() == 0 ? 0 : coefficient.value() * (x - coefficient.centre());
    }

    /** What it foretells from how many features, but no numbers. */
    @Override
    public String toString() {
        return "ElasticNetModel[" + outcome + ", "
                + coefficients.stream().filter(c -> c.value() != 0).count() + " of " + coefficients.size()
                + " coefficients are not 0]";
    }
}
