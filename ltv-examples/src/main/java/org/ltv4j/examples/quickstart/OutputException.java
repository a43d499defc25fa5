package org.ltv4j.examples.quickstart;

/** The outputs cannot be written; the message says where and why. */
final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}
