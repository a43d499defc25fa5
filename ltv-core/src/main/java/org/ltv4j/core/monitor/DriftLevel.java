package org.ltv4j.core.monitor;

/** How far a column has moved. */
public enum DriftLevel {
    /** Not beyond what chance or convention allows. */
    NONE,
    /** Beyond chance and the lower threshold. */
    MODERATE,
    /** Beyond chance and the higher threshold. */
    STRONG,
    /** Too few rows to say. */
    TOO_FEW_ROWS;

    /**
     * Whether the column has moved.
     *
     * @return true for moderate and strong shifts
     */
    public boolean isShift() {
        return this == MODERATE || this == STRONG;
    }
}
