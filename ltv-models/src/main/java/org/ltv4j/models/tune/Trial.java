package org.ltv4j.models.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** One trial while it runs: what it tries, and where it reports how it gets on. Used by the thread of the search only. */
public final class Trial {
    private final int number;
    private final Settings settings;
    private final Pruning pruning;
    private final List<TrialResult> earlier;
    private final List<Double> losses = new ArrayList<>();
    private @Nullable RuntimeException end;

    Trial(int number, Settings settings, Pruning pruning, List<TrialResult> earlier) {
        this.number = number;
        this.settings = settings;
        this.pruning = pruning;
        this.earlier = earlier;
    }

    /**
     * The trial's place in the study.
     *
     * @return a number from 0
     */
    public int number() {
        return number;
    }

    /**
     * What is to be tried.
     *
     * @return a value for each parameter in force
     */
    public Settings settings() {
        return settings;
    }

    /**
     * Reports the loss of the next step, such as a fold or some boosting rounds; the lower, the better. The search may give
     * the trial up now, by an exception that the objective must let pass.
     *
     * @param loss of this step alone, not a running mean
     * @throws TrialFailedException if the loss is not finite: the trial has failed
     */
    public void report(double loss) {
        if (end != null) {
            throw end;
        }
        if (!Double.isFinite(loss)) {
            end = new TrialFailedException("the loss of step " + (losses.size() + 1) + " is " + loss);
            throw end;
        }
        losses.add(loss);
        if (pruning.isHopeless(List.copyOf(losses), earlier)) {
            end = new TrialPruned(number, losses.size());
            throw end;
        }
    }

    /**
     * The mean loss over some steps, each reported when it is done.
     *
     * @param steps such as folds, at least one, in the same order in each trial
     * @param loss of one step
     * @param <T> what a step is
     * @return the mean
     * @throws TrialFailedException if a loss is not finite
     * @throws IllegalArgumentException if there are no steps
     */
    public <T> double meanOf(List<T> steps, ToDoubleFunction<T> loss) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one step");
        }
        int before = losses.size();
        for (T step : steps) {
            report(loss.applyAsDouble(step));
        }
        return Means.of(losses.subList(before, losses.size()), steps.size());
    }

    List<Double> losses() {
        return losses;
    }

    /** Why the trial ended before its end, or null. */
    @Nullable
    RuntimeException end() {
        return end;
    }
}
