package org.ltv4j.models.explain;

import java.util.List;

/**
 * One set of features and what it loses.
 *
 * @param features names, in the order of the data
 * @param losses loss on each fold, whose customers were not learnt from
 * @param dropped names of those left out for the next step, the least important first; empty in the last
 */
public record SelectionStep(List<String> features, List<Double> losses, List<String> dropped) {
    /**
     * Copies the lists.
     *
     * @param features names, in the order of the data
     * @param losses loss on each fold, whose customers were not learnt from
     * @param dropped names of those left out for the next step, the least important first; empty in the last
     */
    public SelectionStep {
        features = List.copyOf(features);
        losses = List.copyOf(losses);
        dropped = List.copyOf(dropped);
    }

    /**
     * Mean loss over the folds.
     *
     * @return the lower, the better
     */
    public double loss() {
        return mean(losses);
    }

    /**
     * Standard error of {@link #loss()}, from the spread over the folds. These share training rows, so that it is a little too small.
     *
     * @return at least 0
     */
    public double standardError() {
        return standardError(losses);
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    static double standardError(List<Double> values) {
        double mean = mean(values);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.size() - 1) / values.size());
    }
}
