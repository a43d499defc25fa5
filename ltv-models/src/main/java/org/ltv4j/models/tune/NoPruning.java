package org.ltv4j.models.tune;

import java.util.List;

/** Every trial runs to its end. */
record NoPruning() implements Pruning {

    @Override
    public boolean isHopeless(List<Double> losses, List<TrialResult> earlier) {
        return false;
    }

    @Override
    public String toString() {
        return "none";
    }
}
