package org.ltv4j.models.explain;

import java.util.List;

/**
 * How much features matter to a model over many customers.
 *
 * @param rows how many customers
 * @param outcome all features by falling mean contribution on the scale of the outcome
 * @param stages the stages, each on the scale of its margin
 */
public record GlobalImportance(int rows, List<MeanContribution> outcome, List<StageImportance> stages) {
    /**
     * Copies the lists.
     *
     * @param rows how many customers
     * @param outcome all features by falling mean contribution on the scale of the outcome
     * @param stages the stages, each on the scale of its margin
     */
    public GlobalImportance {
        outcome = List.copyOf(outcome);
        stages = List.copyOf(stages);
    }
}
