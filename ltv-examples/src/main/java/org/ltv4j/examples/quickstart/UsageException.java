package org.ltv4j.examples.quickstart;

/** A mistake on the command line; the message is one line that names the option, the value and what is allowed. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
