package org.ltv4j.core.model;

/** An optimiser that truly failed. A maximum at an edge is no failure. Carries the best point that was reached. */
public class ConvergenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FitReport best;

    /**
     * A failed fit.
     *
     * @param message what happened and what to do
     * @param best the best point that was reached
     */
    public ConvergenceException(String message, FitReport best) {
        super(message);
        this.best = best;
    }

    /**
     * The best point that was reached.
     *
     * @return its report
     */
    public FitReport best() {
        return best;
    }
}
