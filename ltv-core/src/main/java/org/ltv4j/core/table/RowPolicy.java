package org.ltv4j.core.table;

/** What to do with a row that cannot be used. */
public enum RowPolicy {
    /** Read the whole source, then fail with one exception that names the bad rows. */
    FAIL,
    /** Leave the row out, count it by reason and keep the first examples for the report. */
    SKIP,
    /**
     * Keep the row with a missing amount, for a cleaning plan to fill or to drop; only for {@link Reason#MISSING_AMOUNT}. Until
     * then nothing adds up the amounts of such a log.
     */
    KEEP
}
