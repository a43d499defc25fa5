package org.ltv4j.core.table;

/**
 * A way of writing dates that is recognised without being stated; a time of day may follow in each.
 *
 * @param order which part comes first
 * @param separator between the parts; 0 for none, {@link #YEAR_SIGN} for the Chinese signs of year, month and day
 * @param shortYear true when years have two digits
 */
record DateForm(Order order, char separator, boolean shortYear) {
    /** The Chinese sign of the year, which stands for dates with all three signs. */
    static final char YEAR_SIGN = '\u5e74';

    private static final String CHINESE = "yyyy\u5e74MM\u6708dd\u65e5";

    /** Order of year, month and day. */
    enum Order {
        YEAR_MONTH_DAY("year first"),
        DAY_MONTH_YEAR("day first"),
        MONTH_DAY_YEAR("month first"),
        /** With the month as an English word of three letters or more. */
        DAY_NAME_YEAR("day first"),
        /** As in {@code Dec 9, 2011}; a comma may stand behind the day. */
        NAME_DAY_YEAR("month first");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        /** What comes first, in words. */
        String words() {
            return words;
        }
    }

    /** ISO 8601: what a column without any date is taken for. */
    static final DateForm ISO = new DateForm(Order.YEAR_MONTH_DAY, '-');

    /** A form with years of four digits. */
    DateForm(Order order, char separator) {
        this(order, separator, false);
    }

    /** The form as a pattern that a user may state. */
    String pattern() {
        if (separator == YEAR_SIGN) {
            return CHINESE;
        }
        String s = separator == 0 ? "" : String.valueOf(separator);
        String year = shortYear ? "yy" : "yyyy";
        return switch (order) {
            case YEAR_MONTH_DAY -> year + s + "MM" + s + "dd";
            case DAY_MONTH_YEAR -> "dd" + s + "MM" + s + year;
            case MONTH_DAY_YEAR -> "MM" + s + "dd" + s + year;
            case DAY_NAME_YEAR -> "dd" + s + "MMM" + s + year;
            case NAME_DAY_YEAR -> "MMM dd" + s + " " + year;
        };
    }

    /** True when the three numbers could be in another order. */
    boolean exchangeable() {
        boolean numbers = order != Order.DAY_NAME_YEAR && order != Order.NAME_DAY_YEAR;
        return numbers && (shortYear || (order != Order.YEAR_MONTH_DAY && separator != '.'));
    }

    /**
     * All orders in which the numbers could be meant, though one of them is never taken unasked: a date with points that has the
     * month first contradicts what points mean.
     */
    Order[] conceivable() {
        if (!pointsDayFirst()) {
            return orders();
        }
        return shortYear
                ? new Order[] {Order.DAY_MONTH_YEAR, Order.MONTH_DAY_YEAR, Order.YEAR_MONTH_DAY}
                : new Order[] {Order.DAY_MONTH_YEAR, Order.MONTH_DAY_YEAR};
    }

    /** True for numbers with points of which the year is not known to come first. */
    boolean pointsDayFirst() {
        boolean numbers = order != Order.DAY_NAME_YEAR && order != Order.NAME_DAY_YEAR;
        return separator == '.' && numbers && (shortYear || order != Order.YEAR_MONTH_DAY);
    }

    /** The orders that the numbers may have: with points the day stands before the month. */
    Order[] orders() {
        if (!exchangeable()) {
            return new Order[] {order};
        }
        if (!shortYear) {
            return new Order[] {Order.DAY_MONTH_YEAR, Order.MONTH_DAY_YEAR};
        }
        return separator == '.'
                ? new Order[] {Order.DAY_MONTH_YEAR, Order.YEAR_MONTH_DAY}
                : new Order[] {Order.DAY_MONTH_YEAR, Order.MONTH_DAY_YEAR, Order.YEAR_MONTH_DAY};
    }

    /** The same form with the parts in the stated order. */
    DateForm with(Order other) {
        return new DateForm(other, separator, shortYear);
    }
}
