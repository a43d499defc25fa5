package org.ltv4j.core.table;

import org.jspecify.annotations.Nullable;

/**
 * What dates that are written as one number may be: day numbers of Excel, or seconds or milliseconds since 1970. Taken only
 * where all values leave no other reading; any other number is asked for, never guessed into 1970.
 *
 * <p>Day numbers are those of 1990 to 2049. Five digits could also be {@code yMMdd}, a year that lost its zero, so a fraction or a
 * number that is no month and day must rule that out. Seconds and milliseconds are those of 2001-09-09 to 2029: ten digits from
 * there on read as {@code yyyyMMddHH}.
 */
final class NumberDates {
    private static final int FIRST_DAY = 32_874; // 1990-01-01
    private static final int LAST_DAY = 54_788; // 2049-12-31
    private static final long FIRST_SECOND = 1_000_000_000L; // 2001-09-09
    private static final long LAST_SECOND = 1_893_455_999L; // 2029-12-31
    private static final int MOST_DIGITS = 18;

    private long values;
    private long days;
    private long seconds;
    private long millis;
    private boolean noMonthAndDay;
    private @Nullable String example;
    private long line;

    /** Counts a value; false if it is not a number. */
    boolean count(byte[] b, int from, int to, long at) {
        long whole = 0;
        int i = from;
        while (i < to && i - from < MOST_DIGITS && b[i] >= '0' && b[i] <= '9') {
            whole = whole * 10 + b[i++] - '0';
        }
        int digits = i - from;
        boolean fraction = i < to;
        if (digits == 0 || (fraction && !fraction(b, i, to))) {
            return false;
        }
        values++;
        if (example == null) {
            boolean mayBeShown = looksLikeDate(whole, digits);
            example = mayBeShown ? Utf8.lenient(b, from, to) : "a value of " + digits(b, from, to) + " digits";
            line = at;
        }
        if (whole >= FIRST_DAY && whole <= LAST_DAY && digits == 5) {
            days++;
            noMonthAndDay |= fraction || !monthAndDay((int) (whole % 10_000));
        } else if (whole >= FIRST_SECOND && whole <= LAST_SECOND && digits == 10) {
            seconds++;
        } else if (whole / 1000 >= FIRST_SECOND && whole / 1000 <= LAST_SECOND && !fraction) {
            millis++;
        }
        return true;
    }

    /** Whether a number may be a date, so that a message may show it: a phone number or a card is told by its digits alone. */
    private static boolean looksLikeDate(long whole, int digits) {
        return switch (digits) {
            case 7, 8 -> year(whole / 10_000) || year(whole % 10_000);
            case 10 -> whole >= FIRST_SECOND && whole <= LAST_SECOND;
            case 13 -> whole / 1000 >= FIRST_SECOND && whole / 1000 <= LAST_SECOND;
            default -> digits < 7;
        };
    }

    private static boolean year(long number) {
        return number >= Civil.FIRST_YEAR && number <= Civil.LAST_YEAR;
    }

    private static int digits(byte[] b, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += b[i] >= '0' && b[i] <= '9' ? 1 : 0;
        }
        return count;
    }

    private static boolean fraction(byte[] b, int from, int to) {
        if ((b[from] != '.' && b[from] != ',') || from + 1 == to) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean monthAndDay(int number) {
        return Civil.exists(2000, number / 100, number % 100);
    }

    long values() {
        return values;
    }

    /** True when more values could still decide. */
    boolean open() {
        return days == values && !noMonthAndDay;
    }

    /** The parser of all values, or null where they could be anything. */
    @Nullable
    DateParser parser() {
        if (days == values && noMonthAndDay) {
            return new ExcelDayParser(false);
        }
        if (seconds == values) {
            return DateReader.epoch(DateReader.EPOCH_SECONDS);
        }
        return millis == values ? DateReader.epoch(DateReader.EPOCH_MILLIS) : null;
    }

    /** What to say aloud about the reading. */
    String note(DateParser parser) {
        String kind = days > 0
                ? "a day number of Excel (1900 system; state " + ExcelDayParser.FORM_1904 + " for the other one)"
                : seconds > 0 ? "seconds since 1970" : "milliseconds since 1970";
        return example + " is read as " + kind;
    }

    /** What to ask where there is no parser. */
    String question() {
        return example + " (line " + line
                + ") is a number that could be many things: state the date format (--date-format "
                + ExcelDayParser.FORM + ", " + ExcelDayParser.FORM_1904 + ", " + DateReader.EPOCH_SECONDS + ", "
                + DateReader.EPOCH_MILLIS + ", or a pattern such as yyMMdd or ddMMyyyy), or is this another column?";
    }
}
