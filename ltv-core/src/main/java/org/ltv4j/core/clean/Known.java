package org.ltv4j.core.clean;

import org.ltv4j.core.data.LogColumn;

/** Which values of a column may be learnt from. */
final class Known {
    private Known() {}

    /**
     * True for a known value of a sale: amounts, quantities and prices above 0 (refunds and gifts are others), and discounts
     * of at least 0.
     */
    static boolean is(LogColumn column, double value) {
        return column == LogColumn.DISCOUNT ? value >= 0 : value > 0;
    }

    /** Which values these are, in words. */
    static String words(LogColumn column) {
        return column == LogColumn.DISCOUNT ? "of at least 0" : "above 0";
    }
}
