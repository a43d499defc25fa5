package org.ltv4j.core.feature.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A holiday of every year of a span.
 *
 * @param name its name
 * @param firstYear first year in which it is one
 * @param lastYear last year
 * @param day its day in a year
 */
record HolidayRule(String name, int firstYear, int lastYear, IntFunction<LocalDate> day) {
    private static final int ALWAYS = Integer.MIN_VALUE;
    private static final int EVER = Integer.MAX_VALUE;

    static HolidayRule of(String name, IntFunction<LocalDate> day) {
        return new HolidayRule(name, ALWAYS, EVER, day);
    }

    static HolidayRule fixed(String name, int month, int dayOfMonth) {
        return of(name, year -> LocalDate.of(year, month, dayOfMonth));
    }

    /** The first, second, ... of a weekday in a month; -1 for the last. */
    static HolidayRule weekday(String name, int month, DayOfWeek weekday, int ordinal) {
        return of(
                name, year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
    }

    /** So many days after Easter Sunday. */
    static HolidayRule easter(String name, int days) {
        return of(name, year -> easterSunday(year).plusDays(days));
    }

    /** A day of the Chinese lunisolar calendar, in the lunar year that begins in the year. */
    static HolidayRule lunar(String name, int month, int dayOfMonth) {
        return of(name, year -> LunarYears.day(year, month, dayOfMonth));
    }

    HolidayRule from(int year) {
        return new HolidayRule(name, year, lastYear, day);
    }

    HolidayRule until(int year) {
        return new HolidayRule(name, firstYear, year, day);
    }

    /** The holiday of a year, or null if it is none then. */
    @Nullable
    Holiday in(int year) {
        return year < firstYear || year > lastYear ? null : new Holiday(day.apply(year), name, false);
    }

    /**
     * Easter Sunday of the Gregorian calendar, by the algorithm that Nature printed anonymously (20 April 1876, page 487);
     * Meeus, Astronomical Algorithms, chapter 8.
     */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
