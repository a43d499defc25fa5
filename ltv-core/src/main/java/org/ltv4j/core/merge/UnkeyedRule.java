package org.ltv4j.core.merge;

/** What to do with rows that state no key, of which it cannot be known whether they were met before. */
public enum UnkeyedRule {
    /** An error that says how many there are. */
    FAIL,
    /** Each is a sale of its own. Appending the same rows again counts them again. */
    ADD,
    /**
     * A row whose values (customer, time, amount and all others) are those of a row without key in the log is that row. A batch
     * that has a row of the same values more often than the log adds the difference, so that appending it again adds nothing;
     * two sales alike in everything count as one if they come in different batches.
     */
    COMPARE
}
