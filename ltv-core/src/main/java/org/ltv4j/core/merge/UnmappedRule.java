package org.ltv4j.core.merge;

/** What to do with customers of a source that its id mapping does not name. */
public enum UnmappedRule {
    /** An error that says how many there are. */
    FAIL,
    /**
     * Each is a customer of its own, named by its source and its id there, for example {@code web:17}, so that it is never taken
     * for the customer of that id in another source.
     */
    KEEP,
    /** Their rows are left out and counted. */
    DROP
}
