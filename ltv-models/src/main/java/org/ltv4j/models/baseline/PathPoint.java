package org.ltv4j.models.baseline;

/**
 * One penalty of a cross-validated path.
 *
 * @param lambda the penalty
 * @param loss mean loss per row of customers that were not learnt from: squared error on the scale of the target, or twice the
 *     negative log-likelihood
 * @param standardError of the loss, from its spread over the folds
 * @param nonzero coefficients of all rows' model that are not 0
 */
public record PathPoint(double lambda, double loss, double standardError, int nonzero) {
    /**
     * Checks the numbers.
     *
     * @param lambda the penalty
     * @param loss mean loss per row of customers that were not learnt from: squared error on the scale of the target, or twice the
     *     negative log-likelihood
     * @param standardError of the loss, from its spread over the folds
     * @param nonzero coefficients of all rows' model that are not 0
     */
    public PathPoint {
        if (!(lambda > 0 && loss >= 0 && standardError >= 0 && nonzero >= 0)) {
            throw new IllegalArgumentException(
                    "a point of a path has lambda > 0, loss, standard error and count >= 0, got " + lambda + ", " + loss
                            + ", " + standardError + " and " + nonzero);
        }
    }
}
