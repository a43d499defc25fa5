package org.ltv4j.core.table;

import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times of one written form. Strict: 2023-02-29 is no date, and nothing is completed or guessed. Gives
 * the written wall-clock second and, where one is written, the offset from UTC. Keeps state of the last value; not
 * thread-safe.
 */
abstract class DateParser {
    /** Stands for a date that could not be read; {@link #problem()} says why. */
    static final long FAILED = Long.MIN_VALUE;

    /** The value has no offset. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    /** Offset of the last value read, in seconds east of UTC, or {@link #NO_OFFSET}. */
    int offset = NO_OFFSET;

    private @Nullable String problem;

    /** Seconds since 1970-01-01T00:00 of the written wall clock, or {@link #FAILED}. */
    abstract long parse(byte[] bytes, int from, int to);

    /** The form in words or letters, as it may be stated by a user, for reports and messages. */
    abstract String form();

    /** What was wrong with the last value that could not be read. */
    final String problem() {
        return problem == null ? "does not fit the date format " + form() : problem;
    }

    final long fail() {
        problem = null;
        return FAILED;
    }

    final long fail(String why) {
        problem = why;
        return FAILED;
    }

    /** The year of a hundred years that ends with two digits. */
    static int fullYear(int twoDigits, int firstYear) {
        return firstYear + Math.floorMod(twoDigits - firstYear, 100);
    }

    /** The second of a date and time of day, checked against the calendar. */
    final long secondOf(int year, int month, int day, int secondOfDay) {
        if (Civil.exists(year, month, day)) {
            return Civil.epochDay(year, month, day) * Civil.SECONDS_A_DAY + secondOfDay;
        }
        return fail(
                month < 1 || month > 12
                        ? "has no such month in the date format " + form() + " (month " + month + ")"
                        : "is no date of the calendar (year " + year + ", month " + month + ", day " + day + ")");
    }
}
