package org.ltv4j.core.feature.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A calendar as a sorted list of days, found by binary search. */
final class HolidayTable implements HolidayCalendar {
    private final String name;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final List<Holiday> holidays;
    private final Set<LocalDate> working;

    /**
     * A calendar of these holidays; days outside of the period are left out, and of several on one day the first that is no
     * substitute is kept.
     */
    HolidayTable(
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            Collection<Holiday> holidays,
            Collection<LocalDate> working) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a calendar needs a name, got a blank one");
        }
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "calendar " + name + " needs a last day on or after the first, got " + firstDay + " to " + lastDay);
        }
        this.name = name;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        Map<LocalDate, Holiday> byDay = new TreeMap<>();
        for (Holiday holiday : holidays) {
            if (!holiday.day().isBefore(firstDay) && !holiday.day().isAfter(lastDay)) {
                byDay.merge(holiday.day(), holiday, HolidayTable::nearer);
            }
        }
        this.holidays = List.copyOf(byDay.values());
        Set<LocalDate> days = new TreeSet<>(working);
        days.removeAll(byDay.keySet());
        this.working = java.util.Collections.unmodifiableSet(days);
    }

    private static Holiday nearer(Holiday first, Holiday second) {
        return first.substitute() && !second.substitute() ? second : first;
    }

    /** One calendar after the other. */
    static HolidayTable chain(HolidayCalendar earlier, HolidayCalendar later) {
        LocalDate from = earlier.lastDay().plusDays(1);
        if (later.firstDay().isAfter(from) || later.lastDay().isBefore(from)) {
            throw new IllegalArgumentException("calendar " + earlier.name() + " ends on " + earlier.lastDay()
                    + ": what follows must know the day after, but " + later.name() + " knows " + later.firstDay()
                    + " to " + later.lastDay());
        }
        List<Holiday> all = new ArrayList<>(earlier.holidays(earlier.firstDay(), earlier.lastDay()));
        all.addAll(later.holidays(from, later.lastDay()));
        Set<LocalDate> working = new TreeSet<>(earlier.workingWeekendDays());
        later.workingWeekendDays().stream().filter(day -> !day.isBefore(from)).forEach(working::add);
        return new HolidayTable(earlier.name(), earlier.firstDay(), later.lastDay(), all, working);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LocalDate firstDay() {
        return firstDay;
    }

    @Override
    public LocalDate lastDay() {
        return lastDay;
    }

    @Override
    public List<Holiday> holidays(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return List.of();
        }
        requireKnown(from);
        requireKnown(to);
        return holidays.subList(placeAtOrAfter(from), placeAtOrAfter(to.plusDays(1)));
    }

    @Override
    public Set<LocalDate> workingWeekendDays() {
        return working;
    }

    @Override
    public Optional<Holiday> last(LocalDate day) {
        requireKnown(day);
        int place = placeAtOrAfter(day.plusDays(1));
        return place == 0 ? Optional.empty() : Optional.of(holidays.get(place - 1));
    }

    private void requireKnown(LocalDate day) {
        if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
            throw new IllegalArgumentException("calendar " + name + " knows " + firstDay + " to " + lastDay + ", not "
                    + day + ": extend it by followedBy, or choose another one");
        }
    }

    private int placeAtOrAfter(LocalDate day) {
        int low = 0;
        int high = holidays.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holidays.get(middle).day().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Name and period. */
    @Override
    public String toString() {
        return "HolidayCalendar[" + name + ", " + firstDay + " to " + lastDay + ", " + holidays.size() + " holidays]";
    }
}
