package org.ltv4j.core.table;

import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.data.TransactionLog;

/**
 * A source that was read.
 *
 * @param log the usable rows
 * @param report rows read, and rows left out by reason
 * @param format what the source was read as
 */
public record Ingest(TransactionLog log, CleaningReport report, DetectedFormat format) {
    /**
     * Checks that the report speaks of this log.
     *
     * @param log the usable rows
     * @param report rows read, and rows left out by reason
     * @param format what the source was read as
     */
    public Ingest {
        if (report.rowsKept() != log.size()) {
            throw new IllegalArgumentException(
                    "the report keeps " + report.rowsKept() + " rows, the log has " + log.size());
        }
    }
}
