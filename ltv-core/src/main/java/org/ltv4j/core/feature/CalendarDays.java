package org.ltv4j.core.feature;

import java.time.LocalDate;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.WallClock;

/**
 * Month and year of a day number without making a date; after H. Hinnant, "chrono-compatible low-level date algorithms", proleptic
 * ISO calendar as in {@link java.time.LocalDate}.
 */
final class CalendarDays {
    private static final LocalDate FIRST = WallClock.FIRST_DAY;
    private static final LocalDate LAST = WallClock.LAST_DAY;

    private CalendarDays() {}

    /**
     * The day number of a date as of which features are asked for.
     *
     * @throws InvalidDataException if it is beyond what calendars and windows can count with
     */
    static int of(LocalDate asOf) {
        if (!within(asOf).equals(asOf)) {
            throw new InvalidDataException("features are computed as of a date of the years 1 to 9999, got " + asOf);
        }
        return (int) asOf.toEpochDay();
    }

    /** The date itself, or the nearest as of which features can be asked for. */
    static LocalDate within(LocalDate date) {
        return date.isBefore(FIRST) ? FIRST : date.isAfter(LAST) ? LAST : date;
    }

    /** Months since January of the year 0. */
    static int monthIndex(int epochDay) {
        int shifted = epochDay + 719_468;
        int era = Math.floorDiv(shifted, 146_097);
        int dayOfEra = shifted - era * 146_097;
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayFromMarch + 2) / 153;
        return 12 * (yearOfEra + era * 400) + monthFromMarch + 2;
    }

    /** 0 for January to 11 for December. */
    static int month(int epochDay) {
        return Math.floorMod(monthIndex(epochDay), 12);
    }

    /** How far through its year a day is: 0 for 1 January, close to 1 for 31 December. */
    static double partOfYear(int epochDay) {
        int january = Math.floorDiv(monthIndex(epochDay), 12) * 12;
        int first = firstOfMonth(january);
        return (double) (epochDay - first) / (firstOfMonth(january + 12) - first);
    }

    /** Days since 1970-01-01 of the first day of a month, counted as {@link #monthIndex} does. */
    static int firstOfMonth(int monthIndex) {
        int year = Math.floorDiv(monthIndex - 2, 12); // years and months from March on
        int month = Math.floorMod(monthIndex - 2, 12);
        int era = Math.floorDiv(year, 400);
        int yearOfEra = year - era * 400;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * month + 2) / 5;
        return era * 146_097 + dayOfEra - 719_468;
    }

    /** The same day of an earlier month, or the last one of that month if it is shorter. */
    static int minusMonths(int epochDay, int months) {
        int index = monthIndex(epochDay);
        int first = firstOfMonth(index - months);
        int last = firstOfMonth(index - months + 1) - 1;
        return Math.min(last, first + epochDay - firstOfMonth(index));
    }

    /** Full years from a day to one that is not before it. */
    static int yearsBetween(int from, int to) {
        int start = monthIndex(from);
        int end = monthIndex(to);
        boolean full = to - firstOfMonth(end) >= from - firstOfMonth(start);
        return (end - start - (full ? 0 : 1)) / 12;
    }

    /** 0 for Monday to 6 for Sunday. */
    static int weekday(int epochDay) {
        return Math.floorMod(epochDay + 3, 7);
    }

    /** Weeks from Monday to Sunday, counted from that of 1970-01-01. */
    static int weekIndex(int epochDay) {
        return Math.floorDiv(epochDay + 3, 7);
    }
}
