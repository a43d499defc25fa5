package org.ltv4j.core.feature.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Western calendars against the dates that their governments published. */
class WesternHolidaysTest {

    /** The weekdays that are holidays, as lists of bank holidays show them. */
    private static String weekdays(HolidayCalendar calendar, int year) {
        return calendar.holidays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .map(Holiday::day)
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({ // U.S. Office of Personnel Management, federal holidays by year
        "2010, 01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "2021, 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "2022, 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
        "2024, 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"
    })
    void unitedStatesAsPublished(int year, String days) {
        assertThat(weekdays(HolidayCalendars.unitedStates(), year)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({ // gov.uk/bank-holidays and its archive
        "1999, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31",
        "2002, 01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26",
        "2011, 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
        "2012, 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"
    })
    void englandAndWalesAsPublished(int year, String days) {
        assertThat(weekdays(HolidayCalendars.englandAndWales(), year)).isEqualTo(days);
    }

    @Test
    void substitutesStandBesideTheDayItself() {
        HolidayCalendar calendar = HolidayCalendars.englandAndWales();
        assertThat(calendar.on(LocalDate.of(2021, 12, 25)))
                .contains(new Holiday(LocalDate.of(2021, 12, 25), "Christmas Day", false));
        assertThat(calendar.on(LocalDate.of(2021, 12, 27)))
                .contains(new Holiday(LocalDate.of(2021, 12, 27), "Christmas Day", true));
        assertThat(calendar.on(LocalDate.of(2021, 12, 28)))
                .contains(new Holiday(LocalDate.of(2021, 12, 28), "Boxing Day", true));
    }

    @ParameterizedTest
    @CsvSource({ // Bundesministerium des Innern; 2017: five hundred years of Reformation; 1994: last Repentance Day
        "1994, 01-01 04-01 04-04 05-01 05-12 05-23 10-03 11-16 12-25 12-26",
        "2017, 01-01 04-14 04-17 05-01 05-25 06-05 10-03 10-31 12-25 12-26",
        "2024, 01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26"
    })
    void germanyAsPublished(int year, String days) {
        assertThat(days(HolidayCalendars.germany(), year)).isEqualTo(days);
    }

    @Test
    void franceAsPublished() { // service-public.fr, jours feries 2024
        assertThat(days(HolidayCalendars.france(), 2024))
                .isEqualTo("01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25");
    }

    private static String days(HolidayCalendar calendar, int year) {
        return calendar.holidays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .map(holiday -> holiday.day().toString().substring(5))
                .collect(Collectors.joining(" "));
    }

    /** U.S. Census Bureau, Easter dates 1600 to 2099; the earliest and the latest day that Easter can have among them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1818-03-22", "1943-04-25", "1997-03-30", "2008-03-23", "2024-03-31", "2025-04-20", "2038-04-25"
            })
    void easterSunday(String day) {
        LocalDate easter = LocalDate.parse(day);
        assertThat(HolidayRule.easterSunday(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void lawsHoldFromTheirYearOn() {
        HolidayCalendar calendar = HolidayCalendars.unitedStates();
        assertThat(calendar.isHoliday(LocalDate.of(2020, 6, 19))).isFalse();
        assertThat(calendar.isHoliday(LocalDate.of(1985, 1, 21))).isFalse();
        assertThat(calendar.isHoliday(LocalDate.of(1986, 1, 20))).isTrue();
        assertThat(calendar.isHoliday(LocalDate.of(1977, 10, 24))).isTrue();
        assertThat(calendar.isHoliday(LocalDate.of(1978, 11, 11))).isTrue();
        assertThat(List.of(calendar.firstDay(), calendar.lastDay()))
                .containsExactly(LocalDate.of(1971, 1, 1), LocalDate.of(2200, 12, 31));
    }
}
