package org.ltv4j.models.tune;

import java.util.Arrays;
import java.util.List;

/** See {@link Pruning#successiveHalving}. */
record SuccessiveHalving(int firstRung, int reduction) implements Pruning {

    SuccessiveHalving {
        if (firstRung < 1 || reduction < 2) {
            throw new IllegalArgumentException(
                    "need a first rung of at least 1 step and a reduction of at least 2, got " + firstRung + " and "
                            + reduction);
        }
    }

    @Override
    public boolean isHopeless(List<Double> losses, List<TrialResult> earlier) {
        int steps = losses.size();
        if (!isRung(steps)) {
            return false;
        }
        double own = Means.of(losses, steps);
        double[] others = earlier.stream()
                .filter(trial -> trial.losses().size() >= steps)
                .mapToDouble(trial -> Means.of(trial.losses(), steps))
                .toArray();
        long better = Arrays.stream(others).filter(other -> other < own).count();
        return better >= Math.max(1, (others.length + 1) / reduction);
    }

    private boolean isRung(int steps) {
        long rung = firstRung;
        while (rung < steps) {
            rung *= reduction;
        }
        return rung == steps;
    }

    @Override
    public String toString() {
        return "successive halving, first rung " + firstRung + ", reduction " + reduction;
    }
}
