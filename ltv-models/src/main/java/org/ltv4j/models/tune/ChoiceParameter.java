package org.ltv4j.models.tune;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/** One of some values without an order. */
record ChoiceParameter(String name, List<Object> values, List<Condition> conditions) implements Parameter {

    @Override
    public Object draw(RandomGenerator random) {
        return values.get(Samplers.index(random, values.size()));
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
        return "one of " + values;
    }
}
