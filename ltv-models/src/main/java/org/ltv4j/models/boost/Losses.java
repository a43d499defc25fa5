package org.ltv4j.models.boost;

/**
 * Mean loss of some rows, by their weights. In plain Java: XGBoost's own metrics are sums over threads, whose last digits depend on
 * how many there are, and neither a curve nor a decision to stop may.
 */
final class Losses {
    private final Objective objective;
    private final Rows rows;
    private final double saturated;
    private final double weight;

    Losses(Objective objective, Rows rows) {
        this.objective = objective;
        this.rows = rows;
        double fixed = 0;
        double sum = 0;
        for (int i = 0; i < rows.count(); i++) {
            double w = rows.weights()[i];
            sum += w;
            for (int k = 0; k < objective.outputs(); k++) {
                fixed += w * objective.kind().saturated(rows.labels()[i], objective.parameter(k));
            }
        }
        saturated = fixed;
        weight = sum;
    }

    /** Of these margins, a row each; the root of the mean for squared errors. */
    double of(float[][] margins) {
        ObjectiveKind kind = objective.kind();
        double sum = saturated;
        for (int k = 0; k < objective.outputs(); k++) {
            double parameter = objective.parameter(k);
            for (int i = 0; i < rows.count(); i++) {
                sum += rows.weights()[i] * kind.loss(rows.labels()[i], margins[i][k], parameter);
            }
        }
        double mean = sum / weight / objective.outputs();
        return kind.rooted() ? Math.sqrt(mean) : mean;
    }
}
