package org.ltv4j.core.feature.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What becomes of holidays on weekends. */
enum Substitutes {
    /** Nothing. */
    NONE,
    /** A Saturday's is observed on the Friday before, a Sunday's on the Monday after. */
    NEAREST_WEEKDAY,
    /** Observed on the next weekday that is no holiday. */
    NEXT_FREE_WEEKDAY;

    /** The holidays of one or more years in order of days, and their substitutes. */
    List<Holiday> with(List<Holiday> holidays) {
        List<Holiday> all = new ArrayList<>(holidays);
        if (this != NONE) {
            Set<LocalDate> taken = new HashSet<>();
            holidays.forEach(holiday -> taken.add(holiday.day()));
            for (Holiday holiday : holidays) {
                LocalDate day = holiday.day();
                if (weekend(day)) {
                    LocalDate observed = this == NEAREST_WEEKDAY ? nearest(day) : nextFree(day, taken);
                    taken.add(observed);
                    all.add(new Holiday(observed, holiday.name(), true));
                }
            }
        }
        return all;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate nearest(LocalDate day) {
        return day.plusDays(day.getDayOfWeek() == DayOfWeek.SATURDAY ? -1 : 1);
    }

    private static LocalDate nextFree(LocalDate day, Set<LocalDate> taken) {
        LocalDate next = day.plusDays(1);
        while (weekend(next) || taken.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
