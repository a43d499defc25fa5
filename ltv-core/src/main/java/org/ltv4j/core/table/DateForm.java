package org.ltv4j.core.table;

/**
 * A way of writing dates that is recognised without being stated; a time of day may follow in each.
 *
 * @param order which part comes first
 * @param separator between the parts; 0 for none
 */
record DateForm(Order order, char separator) {

    /** Order of year, month and day. */
    enum Order {
        YEAR_MONTH_DAY,
        DAY_MONTH_YEAR,
        MONTH_DAY_YEAR,
        /** With the month as an English word of three letters or more. */
        DAY_NAME_YEAR
    }

    /** The form as a pattern that a user may state. */
    String pattern() {
        String s = separator == 0 ? "" : String.valueOf(separator);
        return switch (order) {
            case YEAR_MONTH_DAY -> "yyyy" + s + "MM" + s + "dd";
            case DAY_MONTH_YEAR -> "dd" + s + "MM" + s + "yyyy";
            case MONTH_DAY_YEAR -> "MM" + s + "dd" + s + "yyyy";
            case DAY_NAME_YEAR -> "dd" + s + "MMM" + s + "yyyy";
        };
    }

    /** True when day and month could be read the other way round. */
    boolean exchangeable() {
        return (order == Order.DAY_MONTH_YEAR || order == Order.MONTH_DAY_YEAR) && separator != '.';
    }

    /** The same form with day and month in the stated order. */
    DateForm with(Order other) {
        return new DateForm(other, separator);
    }
}
