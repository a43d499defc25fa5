package org.ltv4j.models.tune;

import java.util.List;

/** One of some values that have an order; neighbours are taken as alike, at equal distances. */
record OrderedParameter(String name, List<Object> values, List<Condition> conditions) implements ScaledParameter {

    @Override
    public double lower() {
        return -0.5;
    }

    @Override
    public double upper() {
        return values.size() - 0.5;
    }

    @Override
    public double coordinate(Object value) {
        return values.indexOf(value);
    }

    @Override
    public Object at(double coordinate) {
        return values.get((int) Math.min(values.size() - 1, Math.max(0, Math.floor(coordinate + 0.5))));
    }

    @Override
    public double cellStart(Object value) {
        return values.indexOf(value) - 0.5;
    }

    @Override
    public double cellEnd(Object value) {
        return values.indexOf(value) + 0.5;
    }

    @Override
    public List<Object> grid(int points) {
        return values;
    }

    @Override
    public boolean contains(Object value) {
        return values.contains(value);
    }

    @Override
    public String range() {
        return "in order " + values;
    }
}
