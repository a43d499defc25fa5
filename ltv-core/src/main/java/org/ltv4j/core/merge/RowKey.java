package org.ltv4j.core.merge;

/** By what a row is known, so that the same row met again is a repeat and not another sale. */
public enum RowKey {
    /** Order and line of the order together. */
    ORDER_AND_LINE("order and line"),
    /** The order alone: a source in which each order, invoice or receipt is one row. */
    ORDER("order"),
    /** The line alone: a source whose line ids are never used twice. */
    LINE("line");

    private final String words;

    RowKey(String words) {
        this.words = words;
    }

    /** In words, for example {@code order and line}. */
    @Override
    public String toString() {
        return words;
    }
}
