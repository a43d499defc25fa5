package org.ltv4j.core.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * When the cafe is busy. Turns weeks of business into clock times: a process with a steady rate per week becomes one that
 * follows opening hours and weekdays, and every whole week stays a whole week.
 */
final class CafeHours {
    private static final int HOURS = 24 * 7;
    private static final int SECONDS = 3600;
    private static final int FIRST_HOUR = 8;
    // customers per hour from 8:00 on: the way to work, lunch, the cake after it
    private static final int[] WEEKDAY = {30, 34, 22, 15, 21, 19, 10, 14, 16, 9};
    private static final int[] SATURDAY = {0, 20, 34, 36, 28, 22, 24, 26, 20, 0};
    private static final int FRIDAY_EXTRA = 6;

    private final long startSecond;
    private final int[] until = new int[HOURS + 1];

    CafeHours(LocalDate start) {
        startSecond = start.toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);
        for (int hour = 0; hour < HOURS; hour++) {
            DayOfWeek day = start.plusDays(hour / 24).getDayOfWeek();
            until[hour + 1] = until[hour] + busyness(day, hour % 24 - FIRST_HOUR);
        }
    }

    private static int busyness(DayOfWeek day, int hour) {
        if (day == DayOfWeek.SUNDAY || hour < 0 || hour >= WEEKDAY.length) {
            return 0;
        }
        if (day == DayOfWeek.SATURDAY) {
            return SATURDAY[hour];
        }
        return WEEKDAY[hour] + (day == DayOfWeek.FRIDAY ? FRIDAY_EXTRA : 0);
    }

    /** The wall-clock second at which so many weeks of business have passed. */
    long second(double weeks) {
        long week = (long) Math.floor(weeks);
        double busy = (weeks - week) * until[HOURS];
        int hour = 0;
        while (hour < HOURS - 1 && until[hour + 1] <= busy) {
            hour++;
        }
        double within = (busy - until[hour]) / Math.max(1, until[hour + 1] - until[hour]);
        return startSecond + (week * HOURS + hour) * SECONDS + Math.min(SECONDS - 1, (long) (within * SECONDS));
    }
}
