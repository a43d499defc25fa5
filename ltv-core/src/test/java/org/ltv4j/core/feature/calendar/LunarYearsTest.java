package org.ltv4j.core.feature.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarYearsTest {

    /** Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Table; on 2013 and 2030 also its blog of 3 May 2013. */
    @ParameterizedTest
    @CsvSource({
        "1970, 1, 1, 1970-02-06",
        "1996, 8, 15, 1996-09-27",
        "2000, 1, 1, 2000-02-05",
        "2013, 5, 5, 2013-06-12",
        "2020, 5, 5, 2020-06-25", // after the leap 4th month
        "2020, 8, 15, 2020-10-01",
        "2024, 1, 1, 2024-02-10",
        "2025, 7, 7, 2025-08-29", // after the leap 6th month
        "2027, 1, 1, 2027-02-06",
        "2030, 1, 1, 2030-02-03",
        "2033, 8, 15, 2033-09-08",
        "2034, 1, 1, 2034-02-19", // after the leap 11th month
        "2100, 1, 1, 2100-02-09"
    })
    void asPublished(int year, int month, int day, LocalDate expected) {
        assertThat(LunarYears.day(year, month, day)).isEqualTo(expected);
    }

    /** GB/T 33661-2017 by the observatory's tables: the 4th or the 5th. */
    @ParameterizedTest
    @CsvSource({"2000, 4", "2019, 5", "2020, 4", "2023, 5", "2024, 4", "2025, 4", "2026, 5", "2027, 5", "2028, 4"})
    void qingmingAsPublished(int year, int day) {
        assertThat(LunarYears.qingming(year)).isEqualTo(LocalDate.of(year, 4, day));
    }

    /**
     * ICU4J computes the calendar from coarser astronomy. It puts the new moons of six years that are minutes from
     * midnight in Beijing on the other day, and the leap month of 1987 one later; all other months agree.
     */
    @Test
    void agreesWithAnotherComputationWhereNoNewMoonIsNearMidnight() {
        Set<Integer> differing = new TreeSet<>();
        for (int year = LunarYears.FIRST; year <= LunarYears.LAST; year++) {
            for (int month = 1; month <= 12; month++) {
                LocalDate first = LunarYears.day(year, month, 1);
                ChineseCalendar icu = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
                icu.setTimeInMillis((first.toEpochDay() * 24 + 12) * 3_600_000);
                boolean same = icu.get(Calendar.MONTH) + 1 == month
                        && icu.get(Calendar.DATE) == 1
                        && icu.get(ChineseCalendar.IS_LEAP_MONTH) == 0;
                if (!same) {
                    differing.add(year);
                }
            }
        }
        assertThat(differing).containsExactly(1987, 1998, 2012, 2018, 2027, 2030, 2070);
    }

    @Test
    void newYearFallsBetween21JanuaryAnd21February() {
        for (int year = LunarYears.FIRST; year <= LunarYears.LAST; year++) {
            LocalDate day = LunarYears.day(year, 1, 1);
            assertThat(day).isBetween(LocalDate.of(year, 1, 21), LocalDate.of(year, 2, 21));
        }
    }

    @Test
    void refusesWhatIsNoDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LunarYears.day(2101, 1, 1))
                .withMessageContaining("1970 to 2100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayCalendars.lunarYearly("Nothing", 13, 1))
                .withMessageContaining("got month 13, day 1");
        assertThatIllegalArgumentException().isThrownBy(() -> HolidayCalendars.lunarYearly("Nothing", 1, 31));
    }
}
