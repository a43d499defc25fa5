package org.ltv4j.core.feature.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The public holidays of a country, a shop or a trade. Immutable. Only the first five methods need an implementation.
 *
 * <p>A calendar knows the days from {@link #firstDay()} to {@link #lastDay()} and refuses all others: a day of which nothing is
 * known must not pass for a working day.
 *
 * <p>As of a date, holidays after it are taken as known: they follow from laws and are announced beforehand. The exceptions
 * are days proclaimed on short notice, such as the 19th of September 2022 in England, ten days before.
 */
public interface HolidayCalendar {
    /**
     * What the calendar is of, as it stands in data dictionaries and provenance.
     *
     * @return for example {@code China}
     */
    String name();

    /**
     * The first day that the calendar knows.
     *
     * @return a date
     */
    LocalDate firstDay();

    /**
     * The last day that the calendar knows.
     *
     * @return a date
     */
    LocalDate lastDay();

    /**
     * The holidays of a period.
     *
     * @param from first day
     * @param to last day; a period without days has no holidays
     * @return in order of days, at most one a day
     * @throws IllegalArgumentException if the calendar does not know all of these days
     */
    List<Holiday> holidays(LocalDate from, LocalDate to);

    /**
     * Weekend days on which people work in exchange for days off, as China's State Council publishes them.
     *
     * @return the days; empty in most countries
     */
    Set<LocalDate> workingWeekendDays();

    /**
     * The holiday on a day.
     *
     * @param day a day
     * @return the holiday, or empty if it is none
     * @throws IllegalArgumentException if the calendar does not know the day
     */
    default Optional<Holiday> on(LocalDate day) {
        return holidays(day, day).stream().findFirst();
    }

    /**
     * Whether a day is a holiday.
     *
     * @param day a day
     * @return true if it is, as itself or as a substitute
     * @throws IllegalArgumentException if the calendar does not know the day
     */
    default boolean isHoliday(LocalDate day) {
        return on(day).isPresent();
    }

    /**
     * Whether offices work on a day: no holiday, and no Saturday or Sunday but for {@link #workingWeekendDays()}.
     *
     * @param day a day
     * @return true if they work
     * @throws IllegalArgumentException if the calendar does not know the day
     */
    default boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !isHoliday(day) && (!weekend || workingWeekendDays().contains(day));
    }

    /**
     * The first holiday after a day.
     *
     * @param day a day; a holiday on it does not count
     * @return the holiday, or empty if the calendar knows none until its last day
     * @throws IllegalArgumentException if the calendar does not know the day
     */
    default Optional<Holiday> next(LocalDate day) {
        on(day);
        return day.equals(lastDay())
                ? Optional.empty()
                : holidays(day.plusDays(1), lastDay()).stream().findFirst();
    }

    /**
     * The last holiday on or before a day.
     *
     * @param day a day; a holiday on it counts
     * @return the holiday, or empty if the calendar knows none since its first day
     * @throws IllegalArgumentException if the calendar does not know the day
     */
    default Optional<Holiday> last(LocalDate day) {
        List<Holiday> before = holidays(firstDay(), day);
        return before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
    }

    /**
     * This calendar, and from the day after its last one another: the days off published so far, then the days by law.
     *
     * @param later knows the day after {@link #lastDay()}
     * @return a calendar from this one's first day to the other's last day, named as this one
     * @throws IllegalArgumentException if the other does not reach beyond this one, or days in between are unknown to both
     */
    default HolidayCalendar followedBy(HolidayCalendar later) {
        return HolidayTable.chain(this, later);
    }
}
