package org.ltv4j.core.feature.calendar;

import static org.ltv4j.core.feature.calendar.HolidayRule.easter;
import static org.ltv4j.core.feature.calendar.HolidayRule.fixed;
import static org.ltv4j.core.feature.calendar.HolidayRule.weekday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The laws of some Western countries as rules. */
final class Western {
    static final int LAST_YEAR = 2200;

    private static final String NEW_YEAR = "New Year's Day";
    private static final String GOOD_FRIDAY = "Good Friday";
    private static final String EASTER_MONDAY = "Easter Monday";
    private static final String ASCENSION = "Ascension Day";
    private static final String WHIT_MONDAY = "Whit Monday";
    private static final String CHRISTMAS = "Christmas Day";
    private static final int LAST = -1;

    private Western() {}

    /** 5 U.S.C. 6103; substitutes by Executive Order 11582. From 1971, the year of the Uniform Monday Holiday Act. */
    static HolidayTable unitedStates() {
        List<HolidayRule> rules = List.of(
                fixed(NEW_YEAR, 1, 1),
                weekday("Martin Luther King Day", 1, DayOfWeek.MONDAY, 3).from(1986),
                weekday("Presidents' Day", 2, DayOfWeek.MONDAY, 3),
                weekday("Memorial Day", 5, DayOfWeek.MONDAY, LAST),
                fixed("Juneteenth", 6, 19).from(2021),
                fixed("Independence Day", 7, 4),
                weekday("Labor Day", 9, DayOfWeek.MONDAY, 1),
                weekday("Columbus Day", 10, DayOfWeek.MONDAY, 2),
                weekday("Veterans Day", 10, DayOfWeek.MONDAY, 4).until(1977),
                fixed("Veterans Day", 11, 11).from(1978),
                weekday("Thanksgiving", 11, DayOfWeek.THURSDAY, 4),
                fixed(CHRISTMAS, 12, 25));
        return table("United States", 1971, LAST_YEAR, rules, Map.of(), Substitutes.NEAREST_WEEKDAY);
    }

    /** Banking and Financial Dealings Act 1971 and the proclamations under it. From 1978, the first Early May holiday. */
    static HolidayTable englandAndWales() {
        String early = "Early May bank holiday";
        String spring = "Spring bank holiday";
        List<HolidayRule> rules = List.of(
                fixed(NEW_YEAR, 1, 1),
                easter(GOOD_FRIDAY, -2),
                easter(EASTER_MONDAY, 1),
                new HolidayRule(
                        early,
                        1978,
                        LAST_YEAR,
                        year -> year == 1995 || year == 2020
                                ? LocalDate.of(year, 5, 8)
                                : weekday(early, 5, DayOfWeek.MONDAY, 1).day().apply(year)),
                new HolidayRule(spring, 1978, LAST_YEAR, year -> switch (year) {
                    case 2002, 2012 -> LocalDate.of(year, 6, 4);
                    case 2022 -> LocalDate.of(year, 6, 2);
                    default -> weekday(spring, 5, DayOfWeek.MONDAY, LAST).day().apply(year);
                }),
                weekday("Summer bank holiday", 8, DayOfWeek.MONDAY, LAST),
                fixed(CHRISTMAS, 12, 25),
                fixed("Boxing Day", 12, 26));
        Map<LocalDate, String> proclaimed = Map.of(
                LocalDate.of(1981, 7, 29), "Royal wedding",
                LocalDate.of(1999, 12, 31), "Millennium holiday",
                LocalDate.of(2002, 6, 3), "Golden Jubilee",
                LocalDate.of(2011, 4, 29), "Royal wedding",
                LocalDate.of(2012, 6, 5), "Diamond Jubilee",
                LocalDate.of(2022, 6, 3), "Platinum Jubilee",
                LocalDate.of(2022, 9, 19), "State funeral",
                LocalDate.of(2023, 5, 8), "Coronation");
        return table("England and Wales", 1978, LAST_YEAR, rules, proclaimed, Substitutes.NEXT_FREE_WEEKDAY);
    }

    /** Days that are holidays in all federal states. From 1991, the first year after unification. */
    static HolidayTable germany() {
        List<HolidayRule> rules = List.of(
                fixed(NEW_YEAR, 1, 1),
                easter(GOOD_FRIDAY, -2),
                easter(EASTER_MONDAY, 1),
                fixed("Labour Day", 5, 1),
                easter(ASCENSION, 39),
                easter(WHIT_MONDAY, 50),
                fixed("German Unity Day", 10, 3),
                HolidayRule.of("Repentance Day", Western::wednesdayBefore23November)
                        .until(1994),
                fixed(CHRISTMAS, 12, 25),
                fixed("Second Christmas Day", 12, 26));
        Map<LocalDate, String> once = Map.of(LocalDate.of(2017, 10, 31), "Reformation Day");
        return table("Germany", 1991, LAST_YEAR, rules, once, Substitutes.NONE);
    }

    private static LocalDate wednesdayBefore23November(int year) {
        LocalDate day = LocalDate.of(year, 11, 22);
        while (day.getDayOfWeek() != DayOfWeek.WEDNESDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Code du travail, article L3133-1. From 1982, when the 8th of May became a holiday again. */
    static HolidayTable france() {
        List<HolidayRule> rules = List.of(
                fixed(NEW_YEAR, 1, 1),
                easter(EASTER_MONDAY, 1),
                fixed("Labour Day", 5, 1),
                fixed("Victory Day", 5, 8),
                easter(ASCENSION, 39),
                easter(WHIT_MONDAY, 50),
                fixed("Bastille Day", 7, 14),
                fixed("Assumption Day", 8, 15),
                fixed("All Saints' Day", 11, 1),
                fixed("Armistice Day", 11, 11),
                fixed(CHRISTMAS, 12, 25));
        return table("France", 1982, LAST_YEAR, rules, Map.of(), Substitutes.NONE);
    }

    static HolidayTable table(
            String name,
            int firstYear,
            int lastYear,
            List<HolidayRule> rules,
            Map<LocalDate, String> once,
            Substitutes substitutes) {
        List<Holiday> holidays = new ArrayList<>();
        once.forEach((day, what) -> holidays.add(new Holiday(day, what, false)));
        int until =
                substitutes == Substitutes.NONE ? lastYear : lastYear + 1; // whose 1st January may be observed before
        for (int year = firstYear; year <= until; year++) {
            for (HolidayRule rule : rules) {
                Holiday holiday = rule.in(year);
                if (holiday != null) {
                    holidays.add(holiday);
                }
            }
        }
        LocalDate from = LocalDate.of(firstYear, 1, 1);
        LocalDate to = LocalDate.of(lastYear, 12, 31);
        return new HolidayTable(name, from, to, substitutes.with(holidays), List.of());
    }
}
