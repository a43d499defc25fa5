package org.ltv4j.models.tune;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every trial of a search.
 *
 * @param trials in the order of their numbers, those of a continued study included
 * @param stop why the search ended
 */
public record TuningResult(List<TrialResult> trials, Stop stop) {

    /**
     * Takes a copy of the list.
     *
     * @param trials in the order of their numbers, those of a continued study included
     * @param stop why the search ended
     */
    public TuningResult {
        trials = List.copyOf(trials);
    }

    /**
     * The complete trial of the lowest loss, the first of equals.
     *
     * @return the best trial
     * @throws IllegalStateException if no trial is complete; {@link #trials()} tells why
     */
    public TrialResult best() {
        return best(trials)
                .orElseThrow(() -> new IllegalStateException("none of " + this + " is complete; the first"
                        + " failure: "
                        + trials.stream()
                                .flatMap(trial -> trial.failure().stream())
                                .findFirst()
                                .orElse("none")));
    }

    /**
     * How many trials ended in a state.
     *
     * @param state complete, pruned or failed
     * @return trials
     */
    public int count(TrialState state) {
        return (int) trials.stream().filter(trial -> trial.state() == state).count();
    }

    static Optional<TrialResult> best(List<TrialResult> trials) {
        return trials.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE)
                .min(Comparator.comparingDouble(trial -> trial.loss().orElseThrow()));
    }

    /** How many trials there are in which state, such as {@code 60 trials (44 complete, 14 pruned, 2 failed)}. */
    @Override
    public String toString() {
        return trials.size() + " trials (" + count(TrialState.COMPLETE) + " complete, " + count(TrialState.PRUNED)
                + " pruned, " + count(TrialState.FAILED) + " failed)";
    }
}
