package org.ltv4j.core.store;

/**
 * A saved file that cannot be trusted or read: of another kind, cut short, changed, of a newer version, or encrypted with
 * another key. The message names no customer.
 */
public class SavedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error with a message.
     *
     * @param message what is wrong and what to do
     */
    public SavedFileException(String message) {
        super(message);
    }

    /**
     * An error with a message and a cause.
     *
     * @param message what is wrong and what to do
     * @param cause what led to it
     */
    public SavedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
