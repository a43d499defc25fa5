package org.ltv4j.core.clean;

import org.ltv4j.core.data.TransactionLog;

/**
 * A log after cleaning.
 *
 * @param log the rows that are left, in one currency
 * @param report what happened to all rows of the source, reading included
 */
public record Cleaned(TransactionLog log, CleaningReport report) {
    /**
     * Checks that no row went missing without being counted.
     *
     * @param log the rows that are left, in one currency
     * @param report what happened to all rows of the source, reading included
     */
    public Cleaned {
        if (report.rowsKept() != log.size()) {
            throw new IllegalArgumentException(
                    "the report keeps " + report.rowsKept() + " rows, the log has " + log.size());
        }
    }
}
