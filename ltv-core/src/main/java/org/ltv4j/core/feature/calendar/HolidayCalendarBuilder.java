package org.ltv4j.core.feature.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects the days of a calendar of one's own. Not thread-safe. */
public final class HolidayCalendarBuilder {
    private final String name;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<LocalDate> working = new ArrayList<>();

    HolidayCalendarBuilder(String name, LocalDate firstDay, LocalDate lastDay) {
        this.name = new HolidayTable(name, firstDay, lastDay, List.of(), List.of()).name();
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * Adds a holiday of one day.
     *
     * @param day the day
     * @param holiday its name, not blank
     * @return this builder
     * @throws IllegalArgumentException if the day is outside of the calendar or the name is blank
     */
    public HolidayCalendarBuilder holiday(LocalDate day, String holiday) {
        return holiday(day, day, holiday);
    }

    /**
     * Adds a holiday of several days. A day added twice keeps its first name.
     *
     * @param from first day
     * @param to last day
     * @param holiday its name, not blank
     * @return this builder
     * @throws IllegalArgumentException if a day is outside of the calendar, the last before the first or the name blank
     */
    public HolidayCalendarBuilder holiday(LocalDate from, LocalDate to, String holiday) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a holiday ends on or after its first day, got " + from + " to " + to);
        }
        requireInside(from);
        requireInside(to);
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            holidays.add(new Holiday(day, holiday, false));
        }
        return this;
    }

    /**
     * Adds a Saturday or Sunday on which people work.
     *
     * @param day the day
     * @return this builder
     * @throws IllegalArgumentException if the day is outside of the calendar or on no weekend
     */
    public HolidayCalendarBuilder workingWeekendDay(LocalDate day) {
        requireInside(day);
        if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            throw new IllegalArgumentException(day + " is a " + day.getDayOfWeek() + ", not a day of the weekend");
        }
        working.add(day);
        return this;
    }

    /**
     * The finished calendar.
     *
     * @return a calendar of the days added so far
     */
    public HolidayCalendar build() {
        return new HolidayTable(name, firstDay, lastDay, holidays, working);
    }

    private void requireInside(LocalDate day) {
        if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
            throw new IllegalArgumentException(
                    "calendar " + name + " knows " + firstDay + " to " + lastDay + ", not " + day);
        }
    }
}
