package org.ltv4j.models.tune;

import java.util.List;
import org.ltv4j.core.internal.math.Quantiles;

/** See {@link Pruning#median}. */
record MedianPruning(int startupTrials, int warmupSteps) implements Pruning {

    MedianPruning {
        if (startupTrials < 1 || warmupSteps < 0) {
            throw new IllegalArgumentException(
                    "need at least 1 start-up trial and 0 warm-up steps, got " + startupTrials + " and " + warmupSteps);
        }
    }

    @Override
    public boolean isHopeless(List<Double> losses, List<TrialResult> earlier) {
        int steps = losses.size();
        if (steps <= warmupSteps) {
            return false;
        }
        double[] others = earlier.stream()
                .filter(trial ->
                        trial.state() == TrialState.COMPLETE && trial.losses().size() >= steps)
                .mapToDouble(trial -> Means.of(trial.losses(), steps))
                .toArray();
        return others.length >= startupTrials && Means.of(losses, steps) > Quantiles.ofUnsorted(others, 0.5)[0];
    }

    @Override
    public String toString() {
        return "median, " + startupTrials + " start-up trials, " + warmupSteps + " warm-up steps";
    }
}
