package org.ltv4j.core.table;

/** Calendar arithmetic on plain ints, as in the proleptic ISO calendar. */
final class Civil {
    static final int SECONDS_A_DAY = 86_400;
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2200;

    /** First second of {@link #FIRST_YEAR}. */
    static final long EARLIEST = epochDay(FIRST_YEAR, 1, 1) * SECONDS_A_DAY;

    /** First second after {@link #LAST_YEAR}. */
    static final long AFTER_LATEST = epochDay(LAST_YEAR + 1, 1, 1) * SECONDS_A_DAY;

    private static final int[] MONTH_LENGTHS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Civil() {}

    /** True when the calendar has such a day. */
    static boolean exists(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        return day <= MONTH_LENGTHS[month] || (month == 2 && day == 29 && leap(year));
    }

    static boolean leap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Days since 1970-01-01 of an existing date; after H. Hinnant, "chrono-compatible low-level date algorithms". */
    static long epochDay(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
