package org.ltv4j.models.explain;

import java.util.List;
import org.ltv4j.core.outcome.Outcome;

/**
 * Why a model foretells what it does of one customer, who is not named in it. On the scale of the outcome
 * {@code base + contributions = prediction}; these are shared out as said in the package. The exact ones are those of the stages.
 *
 * @param outcome what is foretold
 * @param base what the model would foretell of a customer of whom nothing is known
 * @param prediction what it foretells of this one
 * @param contributions what each feature adds, in the unit of the outcome, the largest first, whichever its sign
 * @param stages the stages of the model, each on the scale of its margin: one, or two of a hurdle
 */
public record Explanation(
        Outcome outcome,
        double base,
        double prediction,
        List<Contribution> contributions,
        List<StageExplanation> stages) {
    /**
     * Copies the lists.
     *
     * @param outcome what is foretold
     * @param base what the model would foretell of a customer of whom nothing is known
     * @param prediction what it foretells of this one
     * @param contributions what each feature adds, in the unit of the outcome, the largest first, whichever its sign
     * @param stages the stages of the model, each on the scale of its margin: one, or two of a hurdle
     */
    public Explanation {
        contributions = List.copyOf(contributions);
        stages = List.copyOf(stages);
    }

    /** The prediction without values of features, which may tell of a person. */
    @Override
    public String toString() {
        return "Explanation[" + outcome + ": " + prediction + " from " + base + " by " + contributions.size()
                + " features]";
    }
}
