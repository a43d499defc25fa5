package org.ltv4j.core.feature.calendar;

import java.time.LocalDate;

/**
 * One day of a holiday.
 *
 * @param day the day
 * @param name its name in English; days of a longer holiday share one
 * @param substitute true if the day stands in for a holiday that falls on another day, such as a Monday after a Sunday
 */
public record Holiday(LocalDate day, String name, boolean substitute) {
    /**
     * Checks the name.
     *
     * @param day the day
     * @param name its name in English; not blank
     * @param substitute true if the day stands in for a holiday that falls on another day
     */
    public Holiday {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the holiday on " + day + " needs a name, got a blank one");
        }
    }
}
