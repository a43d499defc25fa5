package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The reference is java.time. */
class CalendarDaysTest {
    private static final int FIRST =
            -12_000_000; // logs reach back to the year -29719, and 32 centuries further windows
    private static final int LAST = 12_000_000;

    @Property(seed = "20261122")
    void monthsAndYearsAreThoseOfTheCalendar(@ForAll @IntRange(min = FIRST, max = LAST) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        assertThat(CalendarDays.monthIndex(day)).isEqualTo(12 * date.getYear() + date.getMonthValue() - 1);
        assertThat(CalendarDays.month(day)).isEqualTo(date.getMonthValue() - 1);
        assertThat(CalendarDays.weekday(day)).isEqualTo(date.getDayOfWeek().getValue() - 1);
        assertThat(CalendarDays.firstOfMonth(CalendarDays.monthIndex(day)))
                .isEqualTo((int) date.withDayOfMonth(1).toEpochDay());
        assertThat(CalendarDays.partOfYear(day)).isEqualTo((date.getDayOfYear() - 1.0) / date.lengthOfYear());
    }

    @Property(seed = "20261122")
    void earlierMonthsAreThoseOfTheCalendar(
            @ForAll @IntRange(min = FIRST, max = LAST) int day, @ForAll @IntRange(max = 480_000) int months) {
        assertThat(CalendarDays.minusMonths(day, months))
                .isEqualTo((int) LocalDate.ofEpochDay(day).minusMonths(months).toEpochDay());
    }

    @Property(seed = "20261122")
    void fullYearsAreThoseOfTheCalendar(
            @ForAll @IntRange(min = -62_000, max = 84_000) int from, @ForAll @IntRange(max = 84_000) int days) {
        assertThat(CalendarDays.yearsBetween(from, from + days)).isEqualTo((int)
                ChronoUnit.YEARS.between(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(from + days)));
        LocalDate birthday = LocalDate.ofEpochDay(from).plusYears(30);
        int thirty = (int) birthday.toEpochDay();
        assertThat(CalendarDays.yearsBetween(from, thirty))
                .isEqualTo((int) ChronoUnit.YEARS.between(LocalDate.ofEpochDay(from), birthday));
    }
}
