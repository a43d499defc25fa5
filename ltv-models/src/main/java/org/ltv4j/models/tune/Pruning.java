package org.ltv4j.models.tune;

import java.util.List;

/**
 * When a trial is given up before its end, judged by what it reports step by step: {@link #none()}, {@link #median} or
 * {@link #successiveHalving}.
 *
 * <p>Trials are compared by the mean of what they have reported so far, with others after as many steps. So the steps must mean
 * the same in each trial: the same folds in the same order, or the same numbers of boosting rounds. A fold that is harder
 * than others then harms nobody.
 */
public sealed interface Pruning permits NoPruning, MedianPruning, SuccessiveHalving {

    /**
     * Whether a trial should be given up.
     *
     * @param losses what it has reported so far, at least one
     * @param earlier all trials before it
     * @return true if it should be given up
     */
    boolean isHopeless(List<Double> losses, List<TrialResult> earlier);

    /**
     * Every trial runs to its end; the default.
     *
     * @return the rule
     */
    static Pruning none() {
        return new NoPruning();
    }

    /**
     * Gives up a trial whose mean loss so far is above the median of those of the complete trials after as many steps. The
     * median stopping rule of Golovin et al. (2017), "Google Vizier", with the mean on both sides.
     *
     * @param startupTrials how many complete trials there must be to compare with, at least 1; 5 is usual
     * @param warmupSteps how many steps a trial may always make, at least 0
     * @return the rule
     * @throws IllegalArgumentException if a number is out of its range
     */
    static Pruning median(int startupTrials, int warmupSteps) {
        return new MedianPruning(startupTrials, warmupSteps);
    }

    /**
     * Lets only the best part of the trials reach each further rung: after {@code firstRung}, {@code firstRung x reduction},
     * {@code firstRung x reduction^2}, ... steps a trial goes on only if it is among the best {@code 1 / reduction} of all
     * that came so far, or the best of all while there are fewer than {@code reduction}. The rule of asynchronous successive
     * halving, Li et al. (2020), MLSys, for trials that run one after another.
     *
     * @param firstRung steps before the first comparison, at least 1
     * @param reduction which part goes on, at least 2; 3 or 4 is usual
     * @return the rule
     * @throws IllegalArgumentException if a number is out of its range
     */
    static Pruning successiveHalving(int firstRung, int reduction) {
        return new SuccessiveHalving(firstRung, reduction);
    }
}
