package org.ltv4j.core.privacy;

import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.data.TransactionLog;

/**
 * A log some customers of which were left out, for {@code CleaningPlan.apply(log, report)} to go on with.
 *
 * @param log the rows of the others
 * @param report what happened to all rows so far, this step included
 */
public record Screened(TransactionLog log, CleaningReport report) {
    /**
     * Checks that no row went missing without being counted.
     *
     * @param log the rows of the others
     * @param report what happened to all rows so far, this step included
     */
    public Screened {
        if (report.rowsKept() != log.size()) {
            throw new IllegalArgumentException(
                    "the report keeps " + report.rowsKept() + " rows, the log has " + log.size());
        }
    }
}
