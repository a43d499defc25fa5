package org.ltv4j.core.table;

/**
 * Day numbers of spreadsheets. In the system of 1900 day 1 is 1900-01-01, and there is a day 60, 1900-02-29, that never was;
 * in the system of 1904 day 0 is 1904-01-01. The fraction is the time of day. Times are rounded to a millisecond, as
 * spreadsheets do, and then cut to the second, as other readers do.
 */
final class DayNumbers {
    /** 1970-01-01. Numbers below are as likely years or counts, and are not taken for dates unless formatted as such. */
    static final int FIRST_CERTAIN = 25_569;

    /** 2200-12-31. */
    static final int LAST_CERTAIN = 109_939;

    private static final int DAYS_1900_TO_1904 = 1462;
    private static final int NEVER_WAS = 60;
    private static final double MILLIS_A_DAY = 86_400_000.0;

    private DayNumbers() {}

    /** Wall-clock second of a day number, or {@link DateParser#FAILED} where it is none. */
    static long second(double number, boolean date1904) {
        double days = date1904 ? number + DAYS_1900_TO_1904 : number;
        if (!(days >= 0 && days <= LAST_CERTAIN + 1.0) || (!date1904 && Math.floor(days) == NEVER_WAS)) {
            return DateParser.FAILED;
        }
        double since1970 = days - FIRST_CERTAIN + (days < NEVER_WAS ? 1 : 0);
        return Math.floorDiv(Math.round(since1970 * MILLIS_A_DAY), 1000L);
    }

    /** True when a number without a date's format can hardly be anything else in a date column. */
    static boolean certain(double number, boolean date1904) {
        double days = date1904 ? number + DAYS_1900_TO_1904 : number;
        return days >= FIRST_CERTAIN && days <= LAST_CERTAIN;
    }
}
