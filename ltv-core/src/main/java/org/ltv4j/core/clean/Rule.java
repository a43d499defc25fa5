package org.ltv4j.core.clean;

/** One rule of a plan. */
interface Rule {
    /** Does to the log what the rule says, and reports it. */
    void apply(Work work);

    /** The rule in a stable short form, for the plan's text and fingerprint; names nobody. */
    String text();

    /** The rule in words, before any data are known. */
    String words();
}
