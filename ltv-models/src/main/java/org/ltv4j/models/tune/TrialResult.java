package org.ltv4j.models.tune;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of one trial.
 *
 * @param number place in the study, from 0
 * @param settings what was tried
 * @param state how it ended
 * @param losses what it reported step by step, finite; empty if it reported nothing
 * @param loss what is minimised, finite; present if and only if the trial is complete
 * @param seconds how long it took, at least 0
 * @param failure why it failed; present if and only if it did
 */
public record TrialResult(
        int number,
        Settings settings,
        TrialState state,
        List<Double> losses,
        OptionalDouble loss,
        double seconds,
        Optional<String> failure) {

    /**
     * Checks that the parts fit each other.
     *
     * @param number place in the study, from 0
     * @param settings what was tried
     * @param state how it ended
     * @param losses what it reported step by step, finite; empty if it reported nothing
     * @param loss what is minimised, finite; present if and only if the trial is complete
     * @param seconds how long it took, at least 0
     * @param failure why it failed; present if and only if it did
     */
    public TrialResult {
        losses = List.copyOf(losses);
        if (number < 0 || !(seconds >= 0)) {
            throw new IllegalArgumentException(
                    "need a number and seconds of at least 0, got " + number + " and " + seconds);
        }
        if (loss.isPresent() != (state == TrialState.COMPLETE) || failure.isPresent() != (state == TrialState.FAILED)) {
            throw new IllegalArgumentException("trial " + number
                    + ": a complete trial and no other has a loss, a failed" + " one and no other a failure");
        }
        if (!Double.isFinite(loss.orElse(0)) || !losses.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("trial " + number + ": need finite losses");
        }
    }
}
