package org.ltv4j.core.table;

/**
 * Day numbers of Excel and their fractions as wall-clock seconds. The 1900 system counts 1900-01-01 as 1 and, as Lotus 1-2-3
 * did, has a 29 February 1900 as day 60, which the calendar does not have; the 1904 system counts 1904-01-01 as 0. Source: ECMA-376
 * part 1, 18.17.4.1.
 */
final class ExcelDays {
    /** Stated form of the 1900 system. */
    static final String FORM = "excel-days";

    /** Stated form of the 1904 system. */
    static final String FORM_1904 = "excel-days-1904";

    private static final int NO_SUCH_DAY = 60;
    private static final double LARGEST = 2_958_465; // 9999-12-31
    private static final long BEFORE_BUG = Civil.epochDay(1899, 12, 31);
    private static final long AFTER_BUG = Civil.epochDay(1899, 12, 30);
    private static final long EPOCH_1904 = Civil.epochDay(1904, 1, 1);

    private ExcelDays() {}

    /**
     * The wall-clock second of a day number, to the nearest second.
     *
     * @param days day number; its fraction is the time of day
     * @param from1904 true for the 1904 system
     * @return seconds since 1970-01-01T00:00 of the wall clock, or {@link DateParser#FAILED} if there is no such day
     */
    static long second(double days, boolean from1904) {
        if (!(days >= (from1904 ? 0 : 1) && days <= LARGEST)) {
            return DateParser.FAILED;
        }
        long day = (long) days;
        if (day == NO_SUCH_DAY && !from1904) {
            return DateParser.FAILED;
        }
        long epochDay = day + (from1904 ? EPOCH_1904 : day < NO_SUCH_DAY ? BEFORE_BUG : AFTER_BUG);
        return epochDay * Civil.SECONDS_A_DAY + Math.round((days - day) * Civil.SECONDS_A_DAY);
    }
}
