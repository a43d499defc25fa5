package org.ltv4j.core.feature.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all calendars do, and calendars of one's own. */
class HolidayCalendarTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    private static HolidayCalendar festival() {
        return HolidayCalendars.builder("Town", FIRST, LAST)
                .holiday(LocalDate.of(2024, 6, 21), LocalDate.of(2024, 6, 23), "Fair")
                .holiday(LocalDate.of(2024, 3, 4), "Founder's Day")
                .holiday(LocalDate.of(2024, 6, 22), "Second name")
                .workingWeekendDay(LocalDate.of(2024, 6, 15))
                .build();
    }

    @Test
    void nextIsAfterTheDayAndLastIsOnOrBefore() {
        HolidayCalendar calendar = festival();
        LocalDate fair = LocalDate.of(2024, 6, 21);
        assertThat(calendar.next(LocalDate.of(2024, 6, 20)).map(Holiday::day)).contains(fair);
        assertThat(calendar.next(fair).map(Holiday::day)).contains(fair.plusDays(1));
        assertThat(calendar.next(LocalDate.of(2024, 6, 23))).isEmpty();
        assertThat(calendar.next(LAST)).isEmpty();
        assertThat(calendar.last(fair).map(Holiday::day)).contains(fair);
        assertThat(calendar.last(LocalDate.of(2024, 6, 20)).map(Holiday::name)).contains("Founder's Day");
        assertThat(calendar.last(FIRST)).isEmpty();
    }

    @Test
    void aDayHasOneHolidayTheFirstGiven() {
        assertThat(festival().holidays(FIRST, LAST))
                .extracting(Holiday::name)
                .containsExactly("Founder's Day", "Fair", "Fair", "Fair");
    }

    @Test
    void unknownDaysAreRefusedAndNotTakenForWorkingDays() {
        HolidayCalendar calendar = festival();
        LocalDate unknown = LAST.plusDays(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.isHoliday(unknown))
                .withMessageContaining("calendar Town knows 2024-01-01 to 2024-12-31, not 2025-01-01");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.isWorkingDay(unknown));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.next(unknown));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.last(FIRST.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.holidays(FIRST.minusDays(1), LAST));
        assertThat(calendar.holidays(LAST, FIRST)).isEmpty();
    }

    @Test
    void unionHasTheDaysOfAllAndKnowsWhatAllKnow() {
        HolidayCalendar both = HolidayCalendars.union(festival(), HolidayCalendars.france());
        assertThat(both.name()).isEqualTo("Town + France");
        assertThat(both.firstDay()).isEqualTo(FIRST);
        assertThat(both.lastDay()).isEqualTo(LAST);
        assertThat(both.isHoliday(LocalDate.of(2024, 6, 22))).isTrue();
        assertThat(both.isHoliday(LocalDate.of(2024, 7, 14))).isTrue();
        assertThat(both.isWorkingDay(LocalDate.of(2024, 6, 15))).isTrue();
        assertThat(both.holidays(FIRST, LAST)).hasSize(4 + 11);
    }

    @Test
    void whereTwoMeetTheFirstNamesTheDayUnlessItIsASubstitute() {
        HolidayCalendar own = HolidayCalendars.yearly("Shop's birthday", MonthDay.of(12, 25));
        LocalDate christmas = LocalDate.of(2024, 12, 25);
        assertThat(HolidayCalendars.union(own, HolidayCalendars.france())
                        .on(christmas)
                        .map(Holiday::name))
                .contains("Shop's birthday");
        HolidayCalendar uk = HolidayCalendars.englandAndWales();
        HolidayCalendar singular = HolidayCalendars.yearly("Inventory", MonthDay.of(12, 27));
        assertThat(HolidayCalendars.union(uk, singular)
                        .on(LocalDate.of(2021, 12, 27))
                        .map(Holiday::name))
                .contains("Inventory");
    }

    @Test
    void followedByGoesOnWhereTheFirstEnds() {
        HolidayCalendar calendar = HolidayCalendars.chinaDaysOff().followedBy(HolidayCalendars.china());
        assertThat(calendar.isHoliday(LocalDate.of(2026, 10, 7))).isTrue(); // a day off, not statutory
        assertThat(calendar.isHoliday(LocalDate.of(2027, 10, 7))).isFalse();
        assertThat(calendar.next(LocalDate.of(2026, 12, 31)).map(Holiday::day)).contains(LocalDate.of(2027, 1, 1));
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        festival().followedBy(HolidayCalendars.chinaDaysOff().followedBy(festival())))
                .withMessageContaining("must know the day after");
    }

    @Test
    void yearlyDaysOfTheSunAndOfTheMoon() {
        HolidayCalendar singles = HolidayCalendars.yearly("Singles' Day", MonthDay.of(11, 11));
        assertThat(singles.next(LocalDate.of(2024, 11, 11)).map(Holiday::day)).contains(LocalDate.of(2025, 11, 11));
        HolidayCalendar qixi = HolidayCalendars.lunarYearly("Qixi", 7, 7);
        assertThat(qixi.isHoliday(LocalDate.of(2024, 8, 10))).isTrue(); // Hong Kong Observatory's table
    }

    @Test
    void badCalendarsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HolidayCalendars.builder(" ", FIRST, LAST));
        assertThatIllegalArgumentException().isThrownBy(() -> HolidayCalendars.builder("x", LAST, FIRST));
        HolidayCalendarBuilder builder = HolidayCalendars.builder("x", FIRST, LAST);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.holiday(LAST.plusDays(1), "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.holiday(LAST, FIRST, "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.holiday(LAST, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.workingWeekendDay(LocalDate.of(2024, 6, 14)))
                .withMessageContaining("FRIDAY");
        assertThatIllegalArgumentException().isThrownBy(HolidayCalendars::union);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayCalendars.union(
                        festival(),
                        HolidayCalendars.builder("later", LAST.plusDays(1), LAST.plusDays(9))
                                .build()))
                .withMessageContaining("no day that all of them know");
    }

    /** A calendar over another library needs five methods only. */
    @Test
    void aForeignCalendarNeedsNoSearch() {
        Holiday may = new Holiday(LocalDate.of(2024, 5, 1), "May Day", false);
        HolidayCalendar foreign = new HolidayCalendar() {
            @Override
            public String name() {
                return "foreign";
            }

            @Override
            public LocalDate firstDay() {
                return FIRST;
            }

            @Override
            public LocalDate lastDay() {
                return LAST;
            }

            @Override
            public List<Holiday> holidays(LocalDate from, LocalDate to) {
                return may.day().isBefore(from) || may.day().isAfter(to) ? List.of() : List.of(may);
            }

            @Override
            public Set<LocalDate> workingWeekendDays() {
                return Set.of();
            }
        };
        assertThat(foreign.last(LAST)).contains(may);
        assertThat(foreign.last(may.day().minusDays(1))).isEqualTo(Optional.empty());
        assertThat(foreign.next(FIRST)).contains(may);
        assertThat(HolidayCalendars.union(foreign, festival()).isHoliday(may.day()))
                .isTrue();
    }
}
