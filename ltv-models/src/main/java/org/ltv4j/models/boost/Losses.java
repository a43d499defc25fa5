package org.ltv4j.models.boost;

/**
 * Losses in plain Java. XGBoost's own metrics are sums over threads, whose last digits depend on how many there are, and a curve
 * must not.
 */
final class Losses {
    private Losses() {}

    /** Mean loss of rows, by their weights; the root of it for squared errors. */
    static double of(Objective objective, Rows rows, float[][] margins) {
        ObjectiveKind kind = objective.kind();
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < rows.count(); i++) {
            double w = rows.weights()[i];
            weight += w;
            for (int k = 0; k < objective.outputs(); k++) {
                sum += w * kind.loss(rows.labels()[i], margins[i][k], objective.parameter(k));
            }
        }
        double mean = sum / weight / objective.outputs();
        return kind.rooted() ? Math.sqrt(mean) : mean;
    }
}
