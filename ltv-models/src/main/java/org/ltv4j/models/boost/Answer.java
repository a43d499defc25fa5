package org.ltv4j.models.boost;

import java.util.OptionalDouble;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeKind;

/** What the prediction of trees says of the outcome. */
final class Answer {
    private final ObjectiveKind kind;
    private final double totalFactor;
    private final double positiveWeight;
    private final double least;
    private final double most;

    /** Constant: what is foretold whatever the trees say, if all outcomes were the same. */
    Answer(Outcome outcome, XgbOptions options, double totalFactor, OptionalDouble constant) {
        this.kind = options.objective().kind();
        this.totalFactor = totalFactor;
        this.positiveWeight = options.positiveWeight();
        boolean never = outcome.kind() != OutcomeKind.SPEND
                || options.clampsNegative()
                || kind.targets() != ObjectiveKind.Targets.ANY;
        this.least = constant.orElse(never ? 0 : Double.NEGATIVE_INFINITY);
        this.most = constant.orElse(outcome.isProbability() ? 1 : Double.POSITIVE_INFINITY);
    }

    double of(float predicted) {
        return ofPrediction(predicted);
    }

    /** The same from the trees' margin, without rounding to float. */
    double ofMargin(double margin) {
        return ofPrediction(
                switch (kind) {
                    case TWEEDIE, GAMMA, POISSON -> Math.exp(margin);
                    case LOGISTIC -> 1 / (1 + Math.exp(-margin));
                    case SQUARED_ERROR, LOG1P, QUANTILE, ABSOLUTE_ERROR -> margin;
                });
    }

    private double ofPrediction(double predicted) {
        double value = switch (kind) {
            case LOG1P -> totalFactor * Math.exp(predicted) - 1;
            case TWEEDIE, GAMMA -> totalFactor * predicted;
            case LOGISTIC ->
                positiveWeight == 1
                        ? predicted
                        : predicted / (predicted + (1.0 - predicted) * positiveWeight); // odds by the weight
            case SQUARED_ERROR, POISSON, QUANTILE, ABSOLUTE_ERROR -> predicted;
        };
        return Math.min(Math.max(value, least), most);
    }
}
