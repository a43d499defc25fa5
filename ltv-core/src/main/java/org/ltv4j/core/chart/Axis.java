package org.ltv4j.core.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis with round ticks: steps of 1, 2 or 5 times a power of ten.
 *
 * @param low value at its start
 * @param high value at its end, above {@code low}
 * @param ticks values to label, rising, all between the two
 */
public record Axis(double low, double high, List<Double> ticks) {
    private static final double SLACK = 1e-9;

    /**
     * Checks the order of the ends.
     *
     * @param low value at its start
     * @param high value at its end, above {@code low}
     * @param ticks values to label, rising, all between the two
     */
    public Axis {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("an axis needs finite low < high, got " + low + " and " + high);
        }
        ticks = List.copyOf(ticks);
    }

    /**
     * An axis that begins at 0 and ends at the first tick at or above the largest value.
     *
     * @param largest largest value to show; 0 or less gives an axis to 1
     * @param about about how many steps are wanted, at least 1
     * @param whole whether ticks must be whole numbers, as for counts
     * @return the axis
     */
    public static Axis upTo(double largest, int about, boolean whole) {
        double top = largest > 0 ? largest : 1;
        double step = step(top, about, whole);
        double high = Math.ceil(top / step - SLACK) * step;
        return new Axis(0, high, ticks(0, high, step));
    }

    /**
     * An axis with round ends that holds all values and 0.
     *
     * @param smallest smallest value to show; at 0 or above the axis begins at 0
     * @param largest largest value to show, at least {@code smallest}
     * @param about about how many steps are wanted, at least 1
     * @param whole whether ticks must be whole numbers, as for counts
     * @return the axis
     */
    public static Axis around(double smallest, double largest, int about, boolean whole) {
        if (!(smallest < 0)) {
            return upTo(largest, about, whole);
        }
        double top = Math.max(0, largest);
        double step = step(top - smallest, about, whole);
        double low = Math.floor(smallest / step + SLACK) * step;
        double high = Math.ceil(top / step - SLACK) * step + 0.0; // no minus zero
        return new Axis(low, high, ticks(low, high, step));
    }

    /**
     * An axis that ends where the data end; its last tick may lie before the end.
     *
     * @param low first value
     * @param high last value, above {@code low}
     * @param about about how many steps are wanted, at least 1
     * @param whole whether ticks must be whole numbers
     * @return the axis
     */
    public static Axis exactly(double low, double high, int about, boolean whole) {
        double step = step(high - low, about, whole);
        return new Axis(low, high, ticks(Math.ceil(low / step - SLACK) * step, high, step));
    }

    private static double step(double span, int about, boolean whole) {
        double rough = span / Math.max(1, about);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double fraction = rough / power;
        double step = power * (fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10);
        return whole ? Math.max(1, Math.rint(step)) : step;
    }

    private static List<Double> ticks(double first, double high, double step) {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; first + i * step <= high + SLACK * step; i++) {
            ticks.add(Math.min(high, first + i * step));
        }
        return ticks;
    }

    /**
     * Where a value lies.
     *
     * @param value a value
     * @return 0 at the start, 1 at the end, outside of that beyond the ends
     */
    public double position(double value) {
        return (value - low) / (high - low);
    }
}
