package org.ltv4j.core.feature;

/**
 * Month and year of a day number without making a date; after H. Hinnant, "chrono-compatible low-level date algorithms", proleptic
 * ISO calendar as in {@link java.time.LocalDate}.
 */
final class CalendarDays {
    private CalendarDays() {}

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
        int january = monthIndex(epochDay) / 12 * 12;
        int first = firstOfYear(january / 12);
        return (double) (epochDay - first) / (firstOfYear(january / 12 + 1) - first);
    }

    /** Days since 1970-01-01 of 1 January of a year from 1 on. */
    static int firstOfYear(int year) {
        int before = year - 1;
        return 365 * before + before / 4 - before / 100 + before / 400 - 719_162;
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
