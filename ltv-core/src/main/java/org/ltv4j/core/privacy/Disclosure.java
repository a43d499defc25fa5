package org.ltv4j.core.privacy;

/** What a reader gets to see of a value. */
public enum Disclosure {
    /** The value itself. */
    SHOW,
    /** A part of it, see {@link Mask}; of a number nothing. */
    MASK,
    /** Its pseudonym, see {@link Pseudonymizer}: the same for the same value, so that rows can be joined. */
    PSEUDONYM,
    /** Nothing: the column should be left out. */
    HIDE
}
