package org.ltv4j.models.boost;

import java.util.List;
import org.ltv4j.core.model.Provenance;

/**
 * How boosted trees were trained.
 *
 * @param rows rows of the training set
 * @param customers customers they are of
 * @param heldBack rows that were held back to see when to stop; 0 if none
 * @param rounds rounds of boosting that the model has
 * @param lossName what {@code curve} shows, in words
 * @param curve the loss after each round that was tried, from the first
 * @param findings what a user must know, in plain sentences; empty when all is as usual
 * @param provenance what was fitted with which options and which XGBoost
 */
public record BoostReport(
        int rows,
        int customers,
        int heldBack,
        int rounds,
        String lossName,
        List<RoundLoss> curve,
        List<String> findings,
        Provenance provenance) {
    /**
     * Copies the lists.
     *
     * @param rows rows of the training set
     * @param customers customers they are of
     * @param heldBack rows that were held back to see when to stop; 0 if none
     * @param rounds rounds of boosting that the model has
     * @param lossName what {@code curve} shows, in words
     * @param curve the loss after each round that was tried, from the first
     * @param findings what a user must know, in plain sentences; empty when all is as usual
     * @param provenance what was fitted with which options and which XGBoost
     */
    public BoostReport {
        curve = List.copyOf(curve);
        findings = List.copyOf(findings);
    }

    /**
     * How many rounds were tried.
     *
     * @return at least {@link #rounds()}
     */
    public int roundsTried() {
        return curve.size();
    }

    /**
     * The losses after the round that the model keeps.
     *
     * @return of the rows trained on and of those held back
     */
    public RoundLoss best() {
        return curve.get(rounds - 1);
    }
}
