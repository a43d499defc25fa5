package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.Locale;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;

/**
 * A stretch of calendar days before the date. {@code last(90, DAY)} is the 90 days up to and with the date: with the date d it
 * is d - 89 to d. {@code last(90, DAY).lag(90, DAY)} is the 90 days before those: d - 179 to d - 90. Weeks are 7 days; months
 * and years are those of the calendar: {@code last(3, MONTH)} as of 31 May is 1 March to 31 May, and as of 15 May 16
 * February to 15 May. Where a month lacks the day, its last day is taken.
 *
 * @param length units, at least 1
 * @param scale their unit
 * @param lag units between the window's last day and the date, at least 0
 * @param lagScale their unit
 */
public record Window(int length, TimeScale scale, int lag, TimeScale lagScale) {
    /**
     * Checks lengths.
     *
     * @param length units, at least 1
     * @param scale their unit
     * @param lag units between the window's last day and the date, at least 0
     * @param lagScale their unit
     */
    public Window {
        if (length < 1 || lag < 0 || length > 40_000 || lag > 40_000) {
            throw new InvalidDataException(
                    "a window has a length from 1 to 40000 and a lag from 0 on, got " + length + " and " + lag);
        }
    }

    /**
     * The last so many days, weeks, months or years, the date included.
     *
     * @param length units, at least 1
     * @param scale their unit
     * @return the window
     */
    public static Window last(int length, TimeScale scale) {
        return new Window(length, scale, 0, scale);
    }

    /**
     * The same window further back.
     *
     * @param by how far its last day lies before the date
     * @param unit unit of that
     * @return the window
     */
    public Window lag(int by, TimeScale unit) {
        return new Window(length, scale, by, unit);
    }

    /**
     * Its first day.
     *
     * @param asOf the date, of the years 1 to 9999
     * @return the first day in it
     * @throws InvalidDataException if the date is of no such year
     */
    public LocalDate firstDay(LocalDate asOf) {
        return LocalDate.ofEpochDay(firstDay(CalendarDays.of(asOf)));
    }

    /**
     * Its last day.
     *
     * @param asOf the date, of the years 1 to 9999
     * @return the last day in it
     * @throws InvalidDataException if the date is of no such year
     */
    public LocalDate lastDay(LocalDate asOf) {
        return LocalDate.ofEpochDay(lastDay(CalendarDays.of(asOf)));
    }

    /** As {@link #firstDay(LocalDate)} in days since 1970-01-01. */
    int firstDay(int asOfDay) {
        return back(lastDay(asOfDay), length, scale) + 1;
    }

    int lastDay(int asOfDay) {
        return lag == 0 ? asOfDay : back(asOfDay, lag, lagScale);
    }

    private static int back(int day, int units, TimeScale unit) {
        return switch (unit) {
            case DAY -> day - units;
            case WEEK -> day - 7 * units;
            case MONTH -> CalendarDays.minusMonths(day, units);
            case YEAR -> CalendarDays.minusMonths(day, 12 * units);
        };
    }

    /**
     * What the names of its features start with.
     *
     * @return for example {@code last_90_days_} or {@code last_90_days_lag_90_days_}
     */
    public String prefix() {
        return "last_" + words(length, scale, "_") + "_" + (lag == 0 ? "" : "lag_" + words(lag, lagScale, "_") + "_");
    }

    /**
     * What of the source is used, for data dictionaries.
     *
     * @return the window in words
     */
    public String description() {
        String days = words(length, scale, " ");
        return lag == 0
                ? "rows of the " + days + " up to and with the date"
                : "rows of the " + days + " that end " + words(lag, lagScale, " ") + " before the date";
    }

    private static String words(int units, TimeScale unit, String gap) {
        return units + gap + unit.name().toLowerCase(Locale.ROOT) + (units == 1 ? "" : "s");
    }
}
