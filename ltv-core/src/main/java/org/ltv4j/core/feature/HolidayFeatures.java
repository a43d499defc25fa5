package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.ltv4j.core.feature.calendar.Holiday;
import org.ltv4j.core.feature.calendar.HolidayCalendar;

/**
 * Purchases on and before holidays, and how far the date is from one: {@code holiday_share} = purchases on a holiday / purchases;
 * {@code before_holiday_share} = purchases on one of the last days before a holiday, itself none / purchases; {@code
 * days_to_holiday}, {@code days_since_holiday} and {@code next_holiday} (a category) as of the date. A holiday on the date is
 * none to come.
 *
 * <p>Purchases on days that the calendar does not know are left out of both parts of a share. The date must be known to it.
 * Holidays after the date are no leak: calendars are made in advance (see {@link HolidayCalendar} for the exceptions).
 */
public final class HolidayFeatures implements FeatureFamily {
    private static final int DAYS_BEFORE = 3;

    private final HolidayCalendar calendar;
    private final int daysBefore;
    private final String prefix;

    private HolidayFeatures(HolidayCalendar calendar, int daysBefore, String prefix) {
        this.calendar = calendar;
        this.daysBefore = daysBefore;
        this.prefix = prefix;
    }

    /**
     * Features of a calendar, with the 3 days before each holiday.
     *
     * @param calendar for example {@code HolidayCalendars.china()}
     * @return the family
     */
    public static HolidayFeatures of(HolidayCalendar calendar) {
        return new HolidayFeatures(calendar, DAYS_BEFORE, "");
    }

    /**
     * Another number of days before each holiday.
     *
     * @param days at least 1
     * @return the family
     * @throws IllegalArgumentException if it is less
     */
    public HolidayFeatures withDaysBefore(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("need at least 1 day before a holiday, got " + days);
        }
        return new HolidayFeatures(calendar, days, prefix);
    }

    /**
     * Another beginning of all names, for a second calendar in one plan.
     *
     * @param beginning for example {@code china_}
     * @return the family
     */
    public HolidayFeatures withPrefix(String beginning) {
        return new HolidayFeatures(calendar, daysBefore, beginning);
    }

    @Override
    public String name() {
        return prefix + "holidays";
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        return new Kernel(this);
    }

    private List<Feature> features() {
        String source = "date, holidays of " + calendar.name();
        String none = "without a purchase on a day that the calendar knows";
        String beyond = "where the calendar knows none until its last day, " + calendar.lastDay();
        return List.of(
                Feature.of(
                                prefix + "holiday_share",
                                FeatureType.NUMBER,
                                "share",
                                "part of the purchases made on a holiday of " + calendar.name(),
                                "purchases on a holiday / purchases",
                                source)
                        .withMissing(none),
                Feature.of(
                                prefix + "before_holiday_share",
                                FeatureType.NUMBER,
                                "share",
                                "part of the purchases made right before a holiday of " + calendar.name(),
                                "purchases on one of the " + daysBefore
                                        + " days before a holiday, itself none / purchases",
                                source)
                        .withMissing(none),
                Feature.of(
                                prefix + "days_to_holiday",
                                FeatureType.COUNT,
                                "days",
                                "days until the next holiday of " + calendar.name(),
                                "day of the next holiday - date",
                                source)
                        .withMissing(beyond),
                Feature.of(
                                prefix + "days_since_holiday",
                                FeatureType.COUNT,
                                "days",
                                "days since the last holiday of " + calendar.name(),
                                "date - day of the last holiday on or before it",
                                source)
                        .withMissing("before the first holiday that the calendar knows"),
                Feature.of(
                                prefix + "next_holiday",
                                FeatureType.CATEGORY,
                                "",
                                "the next holiday of " + calendar.name(),
                                "name of the first holiday after the date",
                                source)
                        .withMissing(beyond));
    }

    @Override
    public String toString() {
        return name() + " of " + calendar.name();
    }

    private static final class Kernel implements FeatureKernel {
        private static final int FEATURES = 5;
        private static final int NAME = 4;

        private final HolidayFeatures family;
        private final List<Feature> features;
        private final List<String> levels;
        private final int firstDay;
        private final int lastDay;
        private final BitSet holidays = new BitSet();
        private final BitSet before = new BitSet();
        private final int[] levelOfDay;

        Kernel(HolidayFeatures family) {
            HolidayCalendar calendar = family.calendar;
            this.family = family;
            this.features = family.features();
            LocalDate first = CalendarDays.within(calendar.firstDay());
            LocalDate last = CalendarDays.within(calendar.lastDay());
            this.firstDay = CalendarDays.of(first);
            this.lastDay = CalendarDays.of(last);
            List<Holiday> all = calendar.holidays(first, last);
            TreeSet<String> names = new TreeSet<>();
            all.forEach(holiday -> names.add(holiday.name()));
            this.levels = List.copyOf(names);
            this.levelOfDay = new int[lastDay - firstDay + 1];
            for (Holiday holiday : all) {
                int place = (int) holiday.day().toEpochDay() - firstDay;
                holidays.set(place);
                before.set(Math.max(0, place - family.daysBefore), place);
                levelOfDay[place] = java.util.Collections.binarySearch(levels, holiday.name());
            }
            before.andNot(holidays);
        }

        @Override
        public List<Feature> features() {
            return features;
        }

        @Override
        public List<String> levels(int place) {
            return place == NAME ? levels : List.of();
        }

        @Override
        public void compute(PurchaseHistory history, double[] out, int at) {
            int today = history.asOfDay() - firstDay;
            if (history.asOfDay() < firstDay || history.asOfDay() > lastDay) {
                // says what the calendar knows and what to do
                family.calendar.on(LocalDate.ofEpochDay(history.asOfDay()));
            }
            java.util.Arrays.fill(out, at, at + FEATURES, Double.NaN);
            shares(history, out, at);
            int next = holidays.nextSetBit(today + 1);
            if (next >= 0) {
                out[at + 2] = next - today;
                out[at + NAME] = levelOfDay[next];
            }
            int last = holidays.previousSetBit(today);
            if (last >= 0) {
                out[at + 3] = today - last;
            }
        }

        private void shares(PurchaseHistory history, double[] out, int at) {
            int known = 0;
            int on = 0;
            int shortlyBefore = 0;
            for (int visit = 0; visit < history.visits(); visit++) {
                int day = history.visitDay(visit);
                if (day >= firstDay && day <= lastDay) {
                    known++;
                    on += holidays.get(day - firstDay) ? 1 : 0;
                    shortlyBefore += before.get(day - firstDay) ? 1 : 0;
                }
            }
            if (known > 0) {
                out[at] = (double) on / known;
                out[at + 1] = (double) shortlyBefore / known;
            }
        }
    }
}
