package org.ltv4j.models.tune;

import java.util.ArrayList;
import java.util.List;

/** Any number of a closed range, on its own scale or on that of its logarithm. */
record RealParameter(String name, double low, double high, boolean log, List<Condition> conditions)
        implements ScaledParameter {

    @Override
    public double lower() {
        return scaled(low);
    }

    @Override
    public double upper() {
        return scaled(high);
    }

    @Override
    public double coordinate(Object value) {
        return scaled((Double) value);
    }

    private double scaled(double value) {
        return log ? StrictMath.log(value) : value;
    }

    @Override
    public Object at(double coordinate) {
        double value = log ? StrictMath.exp(coordinate) : coordinate;
        return Math.min(high, Math.max(low, value)); // exp(log(low)) may be below low by a bit
    }

    @Override
    public double cellStart(Object value) {
        return coordinate(value);
    }

    @Override
    public double cellEnd(Object value) {
        return coordinate(value);
    }

    @Override
    public List<Object> grid(int points) {
        List<Object> values = new ArrayList<>(points);
        values.add(low);
        for (int i = 1; i < points - 1; i++) {
            values.add(at(lower() + (upper() - lower()) * i / (points - 1)));
        }
        values.add(high);
        return values;
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Double number && number >= low && number <= high;
    }

    @Override
    public String range() {
        return (log ? "real on a log scale " : "real ") + low + " to " + high;
    }
}
