package org.ltv4j.models.baseline;

/** Something to be learnt from a {@link Design} under an elastic-net penalty. */
sealed interface PenalisedProblem permits SquaredProblem, LogisticProblem {
    /** The best level where all coefficients are 0. */
    Point empty();

    /** The largest slope by a coefficient at {@link #empty()}: from this l1 on all of them are 0. */
    double largestSlope();

    /**
     * The best answer.
     *
     * @param l1 at least 0
     * @param l2 at least 0
     * @param start where to begin
     * @param near by how much the conditions of an optimum may be missed, see {@link #violation}; 0 for as little as can be
     */
    Point solve(double l1, double l2, Point start, double near);

    /** By how much the conditions of an optimum are missed at most, as a share of {@link #largestSlope()}. */
    double violation(Point point, double l1, double l2);
}
