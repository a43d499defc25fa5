package org.ltv4j.models.explain;

import java.util.List;

/**
 * What features add to the margin of the trees of one stage: {@code base + contributions = margin}, up to 1e-5.
 *
 * @param name {@code prediction}; in models of two stages {@code silent} (a margin that grows with the probability of not spending) and
 *     {@code spends}
 * @param scale what the margin is
 * @param base the margin of a customer of whom nothing is known
 * @param margin the margin of this customer
 * @param contributions what each feature adds to the margin, the largest first, whichever its sign
 */
public record StageExplanation(
        String name, MarginScale scale, double base, double margin, List<Contribution> contributions) {
    /**
     * Copies the list.
     *
     * @param name {@code prediction}; in models of two stages {@code silent} and {@code spends}
     * @param scale what the margin is
     * @param base the margin of a customer of whom nothing is known
     * @param margin the margin of this customer
     * @param contributions what each feature adds to the margin, the largest first, whichever its sign
     */
    public StageExplanation {
        contributions = List.copyOf(contributions);
    }
}
