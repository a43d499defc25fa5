package org.ltv4j.core.io;

/**
 * A saved model that cannot be used: no model document at all, cut short, edited, of a newer version, or with a value that
 * no model has. The message says where in the document, what stands there and what is allowed.
 */
public class ModelFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A document that cannot be used.
     *
     * @param message where, what value, what is allowed, what to do
     */
    public ModelFormatException(String message) {
        super(message);
    }

    /**
     * A document that cannot be used, with what was thrown below.
     *
     * @param message where, what value, what is allowed, what to do
     * @param cause what was thrown below
     */
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
