package org.ltv4j.models.explain;

/**
 * How to leave features out.
 *
 * @param folds of customers, at least 2
 * @param dropShare part of the features that is left out at each step, in (0, 1); at least one, and all that no tree asks
 * @param least features to stop at, at least 1
 * @param seed of the folds
 */
public record SelectionOptions(int folds, double dropShare, int least, long seed) {
    /** 5 folds, a fifth of the features at each step, down to 1, seed 42. */
    public static final SelectionOptions DEFAULT = new SelectionOptions(5, 0.2, 1, 42);

    /**
     * Checks the numbers.
     *
     * @param folds of customers, at least 2
     * @param dropShare part of the features that is left out at each step, in (0, 1); at least one, and all that no tree asks
     * @param least features to stop at, at least 1
     * @param seed of the folds
     */
    public SelectionOptions {
        if (folds < 2 || !(dropShare > 0 && dropShare < 1) || least < 1) {
            throw new IllegalArgumentException(
                    "selection needs 2 folds or more, a share to drop in (0, 1) and at least 1" + " feature left, got "
                            + folds + ", " + dropShare + " and " + least);
        }
    }
}
