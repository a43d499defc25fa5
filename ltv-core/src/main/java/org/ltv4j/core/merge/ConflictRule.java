package org.ltv4j.core.merge;

/** What to do with two rows of one key whose content differs. */
public enum ConflictRule {
    /** An error that names the rows. */
    FAIL,
    /** The row that was known first stays; the other is left out and counted. */
    KEEP_FIRST,
    /** The row that came last takes the place of the other, which is counted: sources that send corrections. */
    TAKE_NEWER
}
