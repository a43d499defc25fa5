package org.ltv4j.core.evaluate;

/**
 * How one way to predict did.
 *
 * @param name what predicted: the kind of a model or the name of a baseline
 * @param evaluation how well
 */
public record NamedEvaluation(String name, Evaluation evaluation) {
    /** For example {@code bg-nbd + gamma-gamma: MAE 1.12, RMSE 1.97, bias +15.8 %, Spearman 0.609, Gini 0.832}. */
    @Override
    public String toString() {
        return name + ": " + evaluation;
    }
}
