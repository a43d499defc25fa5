package org.ltv4j.core.table;

/**
 * Day numbers of spreadsheets. In the system of 1900 day 1 is 1900-01-01, and there is a day 60, 1900-02-29, that never was;
 * in the system of 1904 day 0 is 1904-01-01. The fraction is the time of day. Times are rounded to a millisecond, as
 * spreadsheets do, and then cut to the second, as other readers do. ECMA-376 part 1, 18.17.4.1.
 */
final class DayNumbers {
    private static final int DAYS_1900_TO_1970 = 25_569;
    private static final int LAST_DAY = 2_958_465; // 9999-12-31
    private static final int DAYS_1900_TO_1904 = 1462;
    private static final int NEVER_WAS = 60;
    private static final double MILLIS_A_DAY = 86_400_000.0;

    private DayNumbers() {}

    /** Wall-clock second of a day number, or {@link DateParser#FAILED} where it is none. */
    static long second(double number, boolean date1904) {
        double days = date1904 ? number + DAYS_1900_TO_1904 : number;
        if (!(days >= 0 && days <= LAST_DAY + 1.0) || (!date1904 && Math.floor(days) == NEVER_WAS)) {
            return DateParser.FAILED;
        }
        double since1970 = days - DAYS_1900_TO_1970 + (days < NEVER_WAS ? 1 : 0);
        return Math.floorDiv(Math.round(since1970 * MILLIS_A_DAY), 1000L);
    }
}
