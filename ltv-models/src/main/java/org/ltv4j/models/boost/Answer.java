package org.ltv4j.models.boost;

import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeKind;

/** What the prediction of trees says of the outcome. */
final class Answer {
    private final ObjectiveKind kind;
    private final double smearing;
    private final double positiveWeight;
    private final double least;
    private final double most;

    Answer(Outcome outcome, XgbOptions options, double smearing) {
        this.kind = options.objective().kind();
        this.smearing = smearing;
        this.positiveWeight = options.positiveWeight();
        boolean never = outcome.kind() != OutcomeKind.SPEND
                || options.clampsNegative()
                || kind.targets() != ObjectiveKind.Targets.ANY;
        this.least = never ? 0 : Double.NEGATIVE_INFINITY;
        this.most = outcome.isProbability() ? 1 : Double.POSITIVE_INFINITY;
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
        double value = predicted;
        if (kind == ObjectiveKind.LOG1P) {
            value = smearing * Math.exp(predicted) - 1;
        } else if (kind == ObjectiveKind.LOGISTIC && positiveWeight != 1) {
            value = predicted / (predicted + (1.0 - predicted) * positiveWeight); // odds divided by the weight
        }
        return Math.min(Math.max(value, least), most);
    }
}
