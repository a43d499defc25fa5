package org.ltv4j.models.boost;

/** What becomes of a category's level that training has not met. */
public enum UnseenLevel {
    /** It is missing, as it was unknown when the model was fitted. */
    MISSING,
    /** It is an error. */
    ERROR
}
