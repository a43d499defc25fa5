package org.ltv4j.models.tune;

import java.util.List;
import java.util.stream.IntStream;

/** A whole number of a closed range; its cell reaches half a unit to both sides, on a log scale too. */
record IntegerParameter(String name, int low, int high, boolean log, List<Condition> conditions)
        implements ScaledParameter {

    @Override
    public double lower() {
        return scaled(low - 0.5);
    }

    @Override
    public double upper() {
        return scaled(high + 0.5);
    }

    @Override
    public double coordinate(Object value) {
        return scaled((Integer) value);
    }

    private double scaled(double value) {
        return log ? StrictMath.log(value) : value;
    }

    @Override
    public Object at(double coordinate) {
        return nearest(log ? StrictMath.exp(coordinate) : coordinate);
    }

    private int nearest(double value) {
        return (int) Math.min(high, Math.max(low, Math.floor(value + 0.5)));
    }

    @Override
    public double cellStart(Object value) {
        return scaled((Integer) value - 0.5);
    }

    @Override
    public double cellEnd(Object value) {
        return scaled((Integer) value + 0.5);
    }

    @Override
    public List<Object> grid(int points) {
        double first = scaled(low);
        double last = scaled(high);
        return (long) high - low < points
                ? IntStream.rangeClosed(low, high).<Object>mapToObj(i -> i).toList()
                : IntStream.range(0, points)
                        .mapToDouble(i -> first + (last - first) * i / (points - 1))
                        .<Object>mapToObj(this::at)
                        .distinct()
                        .toList();
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Integer number && number >= low && number <= high;
    }

    @Override
    public String range() {
        return (log ? "integer on a log scale " : "integer ") + low + " to " + high;
    }
}
