package org.ltv4j.core.data;

import java.util.List;

/**
 * Data that cannot be used, with every bad place that was found. The message names lines, columns, dates and numbers, never a
 * customer, so that it may be logged; whose row it was is told by {@link BadValue#customer()} of {@link #badValues()}.
 */
public class InvalidDataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<BadValue> badValues;

    /**
     * One problem of the data as a whole.
     *
     * @param message where, what, what is allowed, what to do
     */
    public InvalidDataException(String message) {
        this(message, List.of());
    }

    /**
     * A problem with its cause.
     *
     * @param message where, what, what is allowed, what to do
     * @param cause what was thrown below
     */
    public InvalidDataException(String message, Throwable cause) {
        super(message, cause);
        this.badValues = List.of();
    }

    /**
     * Problems of single values.
     *
     * @param message the summary, first examples included
     * @param badValues the first bad values found, in the order of the source
     */
    public InvalidDataException(String message, List<BadValue> badValues) {
        super(message);
        this.badValues = List.copyOf(badValues);
    }

    /**
     * The bad values found; a long list is cut and the message tells the full count.
     *
     * @return first bad values in the order of the source; empty where the problem is of the data as a whole
     */
    public List<BadValue> badValues() {
        return badValues == null ? List.of() : badValues;
    }
}
