package org.ltv4j.core.feature.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** China's calendars against the law and the yearly notices of the General Office of the State Council. */
class ChinaHolidaysTest {
    private static final HolidayCalendar LAW = HolidayCalendars.china();
    private static final HolidayCalendar OFF = HolidayCalendars.chinaDaysOff();

    /** Days as runs of one name. */
    private static String runs(HolidayCalendar calendar, int year) {
        StringBuilder out = new StringBuilder();
        Holiday last = null;
        LocalDate start = null;
        for (Holiday holiday : calendar.holidays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))) {
            if (last != null
                    && last.name().equals(holiday.name())
                    && last.day().plusDays(1).equals(holiday.day())) {
                last = holiday;
                continue;
            }
            append(out, start, last);
            start = holiday.day();
            last = holiday;
        }
        append(out, start, last);
        return out.toString();
    }

    private static void append(StringBuilder out, LocalDate start, Holiday last) {
        if (last != null) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(last.name().split(" ")[0])
                    .append(' ')
                    .append(start.toString().substring(5))
                    .append(
                            start.equals(last.day())
                                    ? ""
                                    : "/" + last.day().toString().substring(5));
        }
    }

    private static String working(int year) {
        return OFF.workingWeekendDays().stream()
                .filter(day -> day.getYear() == year)
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" "));
    }

    /**
     * Guobanfa mingdian: of 2007-12-16 (2008), 2012-12-10 (2013), 2019-11-21 and 2020-01-27 (2020), 2023-10-25 (2024),
     * 2024-11-12 (2025), 2025-11-04 (2026). Where weekends merely join, the notices of some years do not name them.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2008 | New 01-01, Spring 02-06/02-12, Qingming 04-04/04-06, Labour 05-01/05-03, Dragon 06-07/06-09, \
            Mid-Autumn 09-13/09-15, National 09-29/10-05 | 02-02 02-03 05-04 09-27 09-28
            2013 | New 01-01/01-03, Spring 02-09/02-15, Qingming 04-04/04-06, Labour 04-29/05-01, Dragon 06-10/06-12, \
            Mid-Autumn 09-19/09-21, National 10-01/10-07 | \
            01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12
            2020 | New 01-01, Spring 01-24/02-02, Qingming 04-04/04-06, Labour 05-01/05-05, Dragon 06-25/06-27, \
            National 10-01/10-08 | 01-19 04-26 05-09 06-28 09-27 10-10
            2024 | New 01-01, Spring 02-10/02-17, Qingming 04-04/04-06, Labour 05-01/05-05, Dragon 06-10, \
            Mid-Autumn 09-15/09-17, National 10-01/10-07 | 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12
            2025 | New 01-01, Spring 01-28/02-04, Qingming 04-04/04-06, Labour 05-01/05-05, Dragon 05-31/06-02, \
            National 10-01/10-05, Mid-Autumn 10-06, National 10-07/10-08 | 01-26 02-08 04-27 09-28 10-11
            2026 | New 01-01/01-03, Spring 02-15/02-23, Qingming 04-04/04-06, Labour 05-01/05-05, Dragon 06-19/06-21, \
            Mid-Autumn 09-25/09-27, National 10-01/10-07 | 01-04 02-14 02-28 05-09 09-20 10-10
            """)
    void daysOffAsPublished(int year, String off, String work) {
        assertThat(runs(OFF, year)).isEqualTo(off);
        assertThat(working(year)).isEqualTo(work);
    }

    /** Festivals by their published dates; their number by the law of the year. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2000 | New 01-01, Spring 02-05/02-07, Labour 05-01/05-03, National 10-01/10-03
            2007 | New 01-01, Spring 02-18/02-20, Labour 05-01/05-03, National 10-01/10-03
            2008 | New 01-01, Spring 02-06/02-08, Qingming 04-04, Labour 05-01, Dragon 06-08, Mid-Autumn 09-14, National 10-01/10-03
            2013 | New 01-01, Spring 02-09/02-11, Qingming 04-04, Labour 05-01, Dragon 06-12, Mid-Autumn 09-19, National 10-01/10-03
            2014 | New 01-01, Spring 01-31/02-02, Qingming 04-05, Labour 05-01, Dragon 06-02, Mid-Autumn 09-08, National 10-01/10-03
            2024 | New 01-01, Spring 02-10/02-12, Qingming 04-04, Labour 05-01, Dragon 06-10, Mid-Autumn 09-17, National 10-01/10-03
            2025 | New 01-01, Spring 01-28/01-31, Qingming 04-04, Labour 05-01/05-02, Dragon 05-31, National 10-01/10-03, Mid-Autumn 10-06
            2026 | New 01-01, Spring 02-16/02-19, Qingming 04-05, Labour 05-01/05-02, Dragon 06-19, Mid-Autumn 09-25, National 10-01/10-03
            """)
    void statutoryDaysByTheLawOfTheYear(int year, String days) {
        assertThat(runs(LAW, year)).isEqualTo(days);
    }

    @Test
    void everyStatutoryDayIsADayOffInTheNotices() {
        for (Holiday holiday : LAW.holidays(OFF.firstDay(), OFF.lastDay())) {
            assertThat(OFF.isHoliday(holiday.day())).as("%s", holiday).isTrue();
        }
    }

    /**
     * The notices only move days: weekdays off = statutory days + weekend days worked, year by year. What differs is known: New
     * Year of 2012 took a Saturday of 2011; National Day and Mid-Autumn shared a day in 2009 and 2020; 3 September 2015 was given
     * once; Spring Festival 2020 became longer by a Friday, and by a Saturday that was to be worked.
     */
    @Test
    void noticesMoveDaysAndGiveNone() {
        Map<Integer, Long> given = new TreeMap<>();
        for (int year = OFF.firstDay().getYear(); year <= OFF.lastDay().getYear(); year++) {
            LocalDate from = LocalDate.of(year, 1, 1);
            LocalDate to = LocalDate.of(year, 12, 31);
            int inYear = year;
            long weekdaysOff = OFF.holidays(from, to).stream()
                    .filter(holiday -> holiday.day().getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                    .count();
            long worked = OFF.workingWeekendDays().stream()
                    .filter(day -> day.getYear() == inYear)
                    .count();
            long moved = weekdaysOff - worked - LAW.holidays(from, to).size();
            if (moved != 0) {
                given.put(year, moved);
            }
        }
        assertThat(given).isEqualTo(Map.of(2009, 1L, 2011, -1L, 2012, 1L, 2015, 1L, 2020, 3L));
    }

    @Test
    void workingWeekendsAreWorkingDays() {
        assertThat(OFF.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue(); // a Saturday
        assertThat(OFF.isWorkingDay(LocalDate.of(2026, 2, 21))).isFalse(); // a Saturday within Spring Festival
        assertThat(OFF.isWorkingDay(LocalDate.of(2026, 3, 7))).isFalse(); // an ordinary Saturday
        assertThat(OFF.isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse(); // a Monday within Spring Festival
        assertThat(OFF.isWorkingDay(LocalDate.of(2026, 3, 9))).isTrue();
        assertThat(OFF.workingWeekendDays()).allMatch(day -> day.getDayOfWeek().getValue() >= 6);
    }
}
