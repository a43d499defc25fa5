package org.ltv4j.models.boost;

/** Which rows are held back to see when training should stop. A customer is never on both sides. */
public enum ValidationPart {
    /** None: all rounds are trained. */
    NONE,
    /** All rows of some customers. */
    CUSTOMERS,
    /**
     * The rows of the newest date of some customers, learnt from the older dates of the others: the closest to what the model will
     * be used for. Needs a training set with a date whose outcomes were known on the newest one.
     */
    NEWEST_DATE
}
