package org.ltv4j.core.data;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time ahead, with its unit.
 *
 * @param length units, finite and at least 0
 * @param scale the unit
 */
public record Horizon(double length, TimeScale scale) {

    private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([dwmy])");

    /**
     * Checks that the length is finite and not negative.
     *
     * @param length units, finite and at least 0
     * @param scale the unit
     */
    public Horizon {
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a horizon is a finite length of at least 0, got " + length);
        }
    }

    /**
     * A horizon of so many units.
     *
     * @param length units, finite and at least 0
     * @param scale the unit
     * @return the horizon
     */
    public static Horizon of(double length, TimeScale scale) {
        return new Horizon(length, scale);
    }

    /**
     * Reads a horizon such as {@code 90d}, {@code 39w}, {@code 12m} or {@code 1.5y}.
     *
     * @param text a number and one of the letters d, w, m, y
     * @return the horizon
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Horizon parse(String text) {
        Matcher m = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (m.matches()) {
            for (TimeScale scale : TimeScale.values()) {
                if (scale.symbol().equals(m.group(2))) {
                    return new Horizon(Double.parseDouble(m.group(1)), scale);
                }
            }
        }
        throw new IllegalArgumentException(
                "a horizon is a number with its unit (90d, 39w, 12m or 1y), got '" + text + "'");
    }

    /**
     * This length in another unit.
     *
     * @param unit the unit wanted
     * @return units of {@code unit}
     */
    public double in(TimeScale unit) {
        return unit == scale ? length : length * scale.days() / unit.days();
    }

    /** The form that {@link #parse} reads, such as {@code 39w}. */
    @Override
    public String toString() {
        String number =
                length == Math.rint(length) && length < 1e15 ? Long.toString((long) length) : Double.toString(length);
        return number + scale.symbol();
    }
}
