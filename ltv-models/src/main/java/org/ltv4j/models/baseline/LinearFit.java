package org.ltv4j.models.baseline;

import java.util.Arrays;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.transform.FeaturePipeline;
import org.ltv4j.core.feature.transform.FittedPipeline;
import org.ltv4j.core.feature.transform.PipelineFit;
import org.ltv4j.core.outcome.TrainingSet;

/** A training set made ready for one mix of the penalty: prepared features, standardised columns, targets. */
final class LinearFit {
    /** Ridge regression has no penalty that makes all coefficients 0: its path starts where that of this mix would (glmnet). */
    private static final double LEAST_MIX = 1e-3;

    /** A share of the largest slope: losses of folds differ by far more than what is left to gain then. */
    private static final double NEAR = 1e-7;

    private final TrainingSet data;
    private final double mix;
    private final FittedPipeline pipeline;
    private final Design design;
    private final double[] targets;
    private final PenalisedProblem problem;

    LinearFit(TrainingSet data, ElasticNetOptions options) {
        this.data = data;
        this.mix = options.mix();
        this.targets = targets(data, options.target());
        FeaturePipeline steps = options.preparation().orElseGet(() -> Preparation.usual(data));
        PipelineFit fitted = steps.fitTransform(data.features(), targets);
        this.pipeline = fitted.pipeline();
        double[] weights = new double[data.rows()];
        Arrays.setAll(weights, data::weight);
        this.design = Design.of(Preparation.checked(fitted.trainingFeatures()), weights);
        this.problem = data.outcome().isProbability()
                ? new LogisticProblem(design, targets)
                : new SquaredProblem(design, targets);
    }

    /** The outcomes on the scale on which they are learnt. */
    static double[] targets(TrainingSet data, ElasticNetTarget target) {
        double[] targets = data.outcomes();
        if (data.outcome().isProbability() || target == ElasticNetTarget.AS_IS) {
            return targets;
        }
        for (int row = 0; row < targets.length; row++) {
            if (targets[row] < 0) {
                throw new InvalidDataException("row " + (row + 1) + ": an outcome of " + targets[row]
                        + " has no logarithm that could be learnt: refunds make spend negative, learn it with"
                        + " ElasticNetTarget.AS_IS");
            }
            targets[row] = StrictMath.log1p(targets[row]);
        }
        return targets;
    }

    Design design() {
        return design;
    }

    FittedPipeline pipeline() {
        return pipeline;
    }

    PenalisedProblem problem() {
        return problem;
    }

    /** The least penalty that makes all coefficients 0; 0 if nothing can be learnt from the columns. */
    double largestLambda() {
        return problem.largestSlope() / Math.max(mix, LEAST_MIX);
    }

    Point solve(double lambda, Point start) {
        return problem.solve(lambda * mix, lambda * (1 - mix), start, 0);
    }

    /** Near enough to compare penalties by their losses, at a part of the cost. */
    Point nearly(double lambda, Point start) {
        return problem.solve(lambda * mix, lambda * (1 - mix), start, NEAR);
    }

    double violation(double lambda, Point point) {
        return problem.violation(point, lambda * mix, lambda * (1 - mix));
    }

    /** Predictors of the rows that were learnt from. */
    double[] predictors(Point point) {
        return design.predictors(point.level(), point.b());
    }

    /** Weighted sum of the losses of other rows. */
    double loss(Point point, TrainingSet others, FeatureMatrix prepared, double[] actual) {
        double sum = 0;
        double[] predictors = predictors(point, prepared);
        for (int row = 0; row < actual.length; row++) {
            double loss = data.outcome().isProbability()
                    ? 2 * LogisticProblem.loss(predictors[row], actual[row])
                    : (actual[row] - predictors[row]) * (actual[row] - predictors[row]);
            sum += others.weight(row) * loss;
        }
        return sum;
    }

    private double[] predictors(Point point, FeatureMatrix prepared) {
        double[] predictors = new double[prepared.rows()];
        Arrays.fill(predictors, point.level());
        for (int j = 0; j < point.b().length; j++) {
            if (point.b()[j] != 0) {
                double slope = point.b()[j] / design.scale(j);
                for (int row = 0; row < predictors.length; row++) {
                    predictors[row] += slope * (prepared.value(row, j) - design.centre(j));
                }
            }
        }
        return predictors;
    }
}
