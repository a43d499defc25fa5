package org.ltv4j.core.outcome;

/** What is counted of a customer's time ahead. */
public enum OutcomeKind {
    /** The amounts of all rows, times the margin; refunds are negative, so that an outcome may be below 0. */
    SPEND,

    /** Purchases; those of one calendar day count once, and a day on which something was only brought back is none. */
    PURCHASES,

    /** 1 if the customer does not buy at all, else 0. */
    CHURN
}
