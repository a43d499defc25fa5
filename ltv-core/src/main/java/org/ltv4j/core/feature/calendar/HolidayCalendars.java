package org.ltv4j.core.feature.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Calendars that come along, and ways to make others. Making one takes up to a tenth of a second; keep it. */
public final class HolidayCalendars {
    private static final int FIRST_YEARLY = 1970;

    private HolidayCalendars() {}

    /**
     * The federal holidays of the United States (5 U.S.C. 6103). One on a Saturday is also a holiday, as a substitute, on the
     * Friday before; one on a Sunday on the Monday after.
     *
     * @return from 1971 to 2200
     */
    public static HolidayCalendar unitedStates() {
        return Western.unitedStates();
    }

    /**
     * The bank holidays of England and Wales, those proclaimed for single years included (as of 2026). One on a weekend is also
     * a holiday, as a substitute, on the next weekday that is none.
     *
     * @return from 1978 to 2200
     */
    public static HolidayCalendar englandAndWales() {
        return Western.englandAndWales();
    }

    /**
     * The public holidays of all German states; those of single states are left to the caller.
     *
     * @return from 1991 to 2200
     */
    public static HolidayCalendar germany() {
        return Western.germany();
    }

    /**
     * The public holidays of France (Code du travail, L3133-1), without those of Alsace-Moselle and overseas.
     *
     * @return from 1982 to 2200
     */
    public static HolidayCalendar france() {
        return Western.france();
    }

    /**
     * The statutory holidays of mainland China: New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn and
     * National Day, as many days of each as the law of the year gives, the present one from 2025 on. Days off that are moved
     * there from weekends are in {@link #chinaDaysOff()}. Where two fall on one day, the day bears the name of National Day.
     *
     * @return from 2000 to 2100
     */
    public static HolidayCalendar china() {
        return China.statutory();
    }

    /**
     * The days off that China's State Council published, weekends between them included, with the weekend days on which people
     * work in exchange. What is published for a later year is added by {@link HolidayCalendar#followedBy}:
     *
     * <pre>{@code
     * HolidayCalendar next = HolidayCalendars.builder("China 2027", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31))
     *     .holiday(LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 12), "Spring Festival") ... .build();
     * HolidayCalendars.chinaDaysOff().followedBy(next).followedBy(HolidayCalendars.china());
     * }</pre>
     *
     * @return from 2008 to 2026
     */
    public static HolidayCalendar chinaDaysOff() {
        return China.published();
    }

    /**
     * A day of every year, such as the 11th of November, Singles' Day.
     *
     * @param name name of the holiday
     * @param day its day; the 29th of February is the 28th in other than leap years
     * @return from 1970 to 2200
     */
    public static HolidayCalendar yearly(String name, MonthDay day) {
        return Western.table(
                name,
                FIRST_YEARLY,
                Western.LAST_YEAR,
                List.of(HolidayRule.of(name, day::atYear)),
                Map.of(),
                Substitutes.NONE);
    }

    /**
     * A day of every year of the Chinese lunisolar calendar, such as the 7th of the 7th month, Qixi; never one of a leap month.
     *
     * @param name name of the holiday
     * @param month lunar month, 1 to 12
     * @param dayOfMonth its day, 1 to 30; 30 gives the first of the next month where the month has 29 days
     * @return from 1971 to 2100
     * @throws IllegalArgumentException if there is no such month or day
     */
    public static HolidayCalendar lunarYearly(String name, int month, int dayOfMonth) {
        HolidayRule rule = HolidayRule.lunar(name, month, dayOfMonth);
        List<Holiday> days = new ArrayList<>();
        for (int year = LunarYears.FIRST; year <= LunarYears.LAST; year++) {
            days.add(new Holiday(rule.day().apply(year), name, false));
        }
        return new HolidayTable(
                name, LocalDate.of(LunarYears.FIRST + 1, 1, 1), LocalDate.of(LunarYears.LAST, 12, 31), days, List.of());
    }

    /**
     * A calendar of one's own, day by day.
     *
     * @param name what it is of
     * @param firstDay first day that it knows
     * @param lastDay last day that it knows
     * @return a builder without holidays
     * @throws IllegalArgumentException if the name is blank or the last day before the first
     */
    public static HolidayCalendarBuilder builder(String name, LocalDate firstDay, LocalDate lastDay) {
        return new HolidayCalendarBuilder(name, firstDay, lastDay);
    }

    /**
     * The holidays of any of some calendars. On a day that is one in several, the name of the first of them counts.
     *
     * @param calendars at least one
     * @return a calendar of the days that all of them know; a weekend day is worked on if one of them says so and it is a
     *     holiday in none
     * @throws IllegalArgumentException if there is none, or no day that all of them know
     */
    public static HolidayCalendar union(HolidayCalendar... calendars) {
        if (calendars.length == 0) {
            throw new IllegalArgumentException("a union needs at least one calendar, got none");
        }
        LocalDate first = LocalDate.MIN;
        LocalDate last = LocalDate.MAX;
        for (HolidayCalendar calendar : calendars) {
            first = calendar.firstDay().isAfter(first) ? calendar.firstDay() : first;
            last = calendar.lastDay().isBefore(last) ? calendar.lastDay() : last;
        }
        String name = Arrays.stream(calendars).map(HolidayCalendar::name).collect(Collectors.joining(" + "));
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the calendars " + name + " have no day that all of them know");
        }
        List<Holiday> all = new ArrayList<>();
        Set<LocalDate> working = new TreeSet<>();
        for (HolidayCalendar calendar : calendars) {
            all.addAll(calendar.holidays(first, last));
            for (LocalDate day : calendar.workingWeekendDays()) {
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    working.add(day);
                }
            }
        }
        return new HolidayTable(name, first, last, all, working);
    }
}
