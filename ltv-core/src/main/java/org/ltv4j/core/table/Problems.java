package org.ltv4j.core.table;

/** Wording that the readers share. */
final class Problems {
    private static final int LONGEST_VALUE = 40;

    /** A quantity and a price whose product is too large. */
    static final String TOO_LARGE_PRODUCT =
            "times the unit price is larger than 1e15, the largest amount that is accepted";

    /** A date that is typed, but not of our times. */
    static final String OUTSIDE_YEARS =
            "is outside the years " + Civil.FIRST_YEAR + " to " + Civil.LAST_YEAR + ": is this another column?";

    /** A cell of the currency column, which is not shown: it may be an id or a name. */
    static final String NO_CURRENCY =
            "is no currency code: three letters such as EUR or a sign such as \u20ac are; is this another column?";

    private Problems() {}

    /** That a date has its parts in another order than those before, of which no policy knows which is right. */
    static String otherOrder(String column, String value, String form) {
        return "column " + column + ": " + value + " contradicts earlier rows, which were read as " + form
                + ": state the date format (--date-format " + form + "); rows that do not fit it are then reported";
    }

    /**
     * A value that should be a date or a number, for a message: shortened, and not at all where it looks like neither and might
     * name a person.
     */
    static String shown(String value) {
        return ShownValues.isDateOrNumber(value) ? shortened(value) : "";
    }

    /** A value for a message: at most 40 characters, control characters made visible. */
    static String shortened(String value) {
        StringBuilder out = new StringBuilder();
        int end = value.offsetByCodePoints(0, Math.min(value.codePointCount(0, value.length()), LONGEST_VALUE));
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            out.append(Character.isISOControl(c) ? '\u00b7' : c);
        }
        return end < value.length() ? out.append('\u2026').toString() : out.toString();
    }
}
