package org.ltv4j.core.model;

import org.ltv4j.core.data.InvalidDataException;

/** Data from which nothing can be learnt; the message says what they look like and what to do. */
public class InsufficientDataException extends InvalidDataException {
    private static final long serialVersionUID = 1L;

    /**
     * Nothing to learn.
     *
     * @param message what the data look like and what to do
     */
    public InsufficientDataException(String message) {
        super(message);
    }
}
