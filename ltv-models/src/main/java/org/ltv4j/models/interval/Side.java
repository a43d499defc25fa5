package org.ltv4j.models.interval;

/** Which ends an interval has. */
public enum Side {
    /** Both: from so much to so much. */
    BOTH,
    /** The lower one: at least so much. The upper end is infinite. */
    LOWER,
    /** The upper one: at most so much. The lower end is 0 where outcomes are never below it, else negative infinity. */
    UPPER
}
