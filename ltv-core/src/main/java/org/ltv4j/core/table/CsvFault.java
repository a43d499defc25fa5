package org.ltv4j.core.table;

/** The text cannot be read any further: what is wrong, and the line where it begins. Turned into an error for users. */
final class CsvFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    CsvFault(long line, String problem) {
        super(problem);
        this.line = line;
    }

    long line() {
        return line;
    }
}
