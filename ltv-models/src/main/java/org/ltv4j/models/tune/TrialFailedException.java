package org.ltv4j.models.tune;

/**
 * Thrown by an objective when its settings do not work: the trial counts as failed and the search goes on. The message is
 * kept in the result and in saved studies, so it must not name a customer.
 */
public class TrialFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Settings that do not work.
     *
     * @param message why
     */
    public TrialFailedException(String message) {
        super(message);
    }

    /**
     * Settings that do not work, with what was thrown below.
     *
     * @param message why
     * @param cause what was thrown below
     */
    public TrialFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
