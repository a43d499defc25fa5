package org.ltv4j.core.feature.calendar;

import java.time.LocalDate;

/**
 * The Chinese lunisolar calendar (GB/T 33661-2017) of the lunar years 1970 to 2100, as a table.
 *
 * <p>A table and no astronomy, since whole days hang on minutes: a new moon near midnight in Beijing moves a month. The values
 * are those of modern ephemerides and of the conversion tables of the Hong Kong Observatory, which gives Spring Festival
 * 2027 as the 6th of February; ICU4J 74 computes more coarsely and says the 7th. The observatory warns that the new moons of
 * 28 September 2057, 4 September 2089 and 7 August 2097 are too near to midnight to be sure today.
 */
final class LunarYears {
    static final int FIRST = 1970;
    static final int LAST = 2100;

    private static final LocalDate FIRST_NEW_YEAR = LocalDate.of(1970, 2, 6);
    private static final int MONTHS = 12;
    private static final int SHORT_MONTH = 29;

    /**
     * A number per year: bit i is set if the month in place i, leap month counted, has 30 days and not 29; bits 13 to 16
     * are the month that a leap month repeats, 0 for none; bit 17 is set if Qingming is on the 4th of April and not on the 5th.
     */
    private static final int[] YEARS = {
        0x00b69, 0x0b752, 0x00b52, 0x00b25, 0x0964b, 0x00a4b, 0x314ab, 0x002ad, 0x0056d, 0x0cb69, // 1970
        0x20da9, 0x00d92, 0x09d25, 0x00d25, 0x35a4d, 0x00a56, 0x002b6, 0x0c5b5, 0x206d5, 0x00ea9, // 1980
        0x0be92, 0x00e92, 0x20d26, 0x06a56, 0x00a57, 0x114d6, 0x2035a, 0x006d5, 0x0b6c9, 0x00749, // 1990
        0x20693, 0x0952b, 0x0052b, 0x00a5b, 0x2555a, 0x0056a, 0x0fb55, 0x00ba4, 0x20b49, 0x2ba93, // 2000
        0x00a95, 0x0052d, 0x28aad, 0x20ab5, 0x135aa, 0x005d2, 0x20da5, 0x2dd4a, 0x00d4a, 0x00c95, // 2010
        0x2952e, 0x20556, 0x00ab5, 0x055b2, 0x206d2, 0x2cea5, 0x00725, 0x0064b, 0x2ac97, 0x20cab, // 2020
        0x0055a, 0x06ad6, 0x20b69, 0x37752, 0x00b52, 0x00b25, 0x2da4b, 0x20a4b, 0x004ab, 0x0a55b, // 2030
        0x205ad, 0x20b6a, 0x25b52, 0x00d92, 0x2fd25, 0x20d25, 0x20a55, 0x0b4ad, 0x204b6, 0x205b5, // 2040
        0x26daa, 0x00ec9, 0x31e92, 0x20e92, 0x20d26, 0x0ca56, 0x20a57, 0x204d6, 0x286d5, 0x00755, // 2050
        0x20749, 0x26e93, 0x20693, 0x0f52b, 0x2052b, 0x20a5b, 0x2b55a, 0x0056a, 0x20b65, 0x2974a, // 2060
        0x20b4a, 0x11a95, 0x20a95, 0x2052d, 0x2caad, 0x20ab5, 0x205aa, 0x28ba5, 0x20da5, 0x20d4a, // 2070
        0x27c95, 0x20c96, 0x2f94e, 0x20556, 0x20ab5, 0x2b5b2, 0x206d2, 0x20ea5, 0x28e4a, 0x2068b, // 2080
        0x30c97, 0x204ab, 0x2055b, 0x2cad6, 0x20b6a, 0x20752, 0x29725, 0x20b45, 0x20a8b, 0x2549b, // 2090
        0x004ab, // 2100
    };

    private static final int LEAP_SHIFT = 13;
    private static final int LEAP_MASK = 0xf;
    private static final int EARLY_QINGMING = 1 << 17;
    private static final int[] NEW_YEARS = newYears();

    private LunarYears() {}

    private static int[] newYears() {
        int[] days = new int[YEARS.length];
        int day = (int) FIRST_NEW_YEAR.toEpochDay();
        for (int i = 0; i < YEARS.length; i++) {
            days[i] = day;
            int months = leapMonth(YEARS[i]) == 0 ? MONTHS : MONTHS + 1;
            day += daysBefore(YEARS[i], months);
        }
        return days;
    }

    /**
     * A day of a lunar year; the month is the ordinary one where there is a leap month too.
     *
     * @param year the year in which the lunar year begins
     * @param month 1 to 12
     * @param dayOfMonth 1 to 30; 30 in a month of 29 days gives the first of the next
     */
    static LocalDate day(int year, int month, int dayOfMonth) {
        if (month < 1 || month > MONTHS || dayOfMonth < 1 || dayOfMonth > SHORT_MONTH + 1) {
            throw new IllegalArgumentException(
                    "a lunar month is 1 to 12 and its days 1 to 30, got month " + month + ", day " + dayOfMonth);
        }
        int code = code(year);
        int leap = leapMonth(code);
        int place = leap > 0 && month > leap ? month : month - 1;
        return LocalDate.ofEpochDay(NEW_YEARS[year - FIRST] + daysBefore(code, place) + dayOfMonth - 1L);
    }

    /** The solar term Qingming of a year, "clear and bright", when the sun is at a longitude of 15 degrees. */
    static LocalDate qingming(int year) {
        return LocalDate.of(year, 4, (code(year) & EARLY_QINGMING) != 0 ? 4 : 5);
    }

    private static int code(int year) {
        if (year < FIRST || year > LAST) {
            throw new IllegalArgumentException(
                    "the lunisolar calendar is known from " + FIRST + " to " + LAST + ", not in " + year);
        }
        return YEARS[year - FIRST];
    }

    private static int leapMonth(int code) {
        return (code >> LEAP_SHIFT) & LEAP_MASK;
    }

    private static int daysBefore(int code, int months) {
        return months * SHORT_MONTH + Integer.bitCount(code & ((1 << months) - 1));
    }
}
