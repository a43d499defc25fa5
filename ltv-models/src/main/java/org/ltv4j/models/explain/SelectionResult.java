package org.ltv4j.models.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much each number of features loses.
 *
 * @param steps from all features to the fewest
 */
public record SelectionResult(List<SelectionStep> steps) {
    /**
     * Copies the list.
     *
     * @param steps from all features to the fewest
     */
    public SelectionResult {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a selection has at least one step");
        }
    }

    /**
     * The step of the least mean loss; of equal ones that of fewer features. Being the best of several, its loss flatters a little.
     *
     * @return one of {@link #steps()}
     */
    public SelectionStep best() {
        SelectionStep best = steps.get(0);
        for (SelectionStep step : steps) {
            best = step.loss() <= best.loss() ? step : best;
        }
        return best;
    }

    /**
     * The step of the fewest features whose loss is within one standard error of the best one's (Breiman et al. 1984).
     *
     * @return one of {@link #steps()}
     */
    public SelectionStep chosen() {
        double limit = best().loss() + best().standardError();
        SelectionStep chosen = best();
        for (SelectionStep step : steps) {
            if (step.loss() <= limit
                    && step.features().size() < chosen.features().size()) {
                chosen = step;
            }
        }
        return chosen;
    }

    /**
     * What a step loses against all features, fold by fold.
     *
     * @param step one of {@link #steps()}
     * @return mean difference of the losses, above 0 if the step is worse
     */
    public double cost(SelectionStep step) {
        return SelectionStep.mean(differences(step));
    }

    /**
     * Standard error of {@link #cost}, of differences on the same folds.
     *
     * @param step one of {@link #steps()}
     * @return at least 0
     */
    public double costError(SelectionStep step) {
        return SelectionStep.standardError(differences(step));
    }

    private List<Double> differences(SelectionStep step) {
        List<Double> differences = new ArrayList<>();
        for (int fold = 0; fold < step.losses().size(); fold++) {
            differences.add(step.losses().get(fold) - steps.get(0).losses().get(fold));
        }
        return differences;
    }

    /**
     * The table, a line per step.
     *
     * @return number of features, loss, its standard error and cost; the chosen step is marked
     */
    public String table() {
        StringBuilder table = new StringBuilder("features  loss  standard error  cost  standard error\n");
        for (SelectionStep step : steps) {
            table.append(String.format(
                    Locale.ROOT,
                    "%d  %.5g  %.2g  %+.2g  %.2g%s\n",
                    step.features().size(),
                    step.loss(),
                    step.standardError(),
                    cost(step),
                    costError(step),
                    step.equals(chosen()) ? "  chosen" : ""));
        }
        return table.toString();
    }
}
