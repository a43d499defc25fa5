package org.ltv4j.models.interval;

/** Which rows set the width of intervals. The model sees none of their outcomes. */
public enum CalibrationPart {
    /**
     * Some customers, of whom the model sees no row of any date. Of each the newest row counts, so that every customer counts once.
     */
    CUSTOMERS,
    /**
     * All customers as of the newest date: the closest to what the model will be used for. The model is fitted on rows whose outcome was
     * known by that date; others are left out. It may know the same customers from before.
     */
    NEWEST_DATE
}
