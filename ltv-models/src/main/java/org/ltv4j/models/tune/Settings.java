package org.ltv4j.models.tune;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One value for each parameter that is in force: what a trial tries. Immutable; equal if names and values are.
 *
 * <pre>{@code
 * int depth = settings.integer("maxDepth");
 * double rate = settings.real("learningRate");
 * Objective objective = settings.choice("objective", Objective.class);
 * }</pre>
 */
public final class Settings {
    private final Map<String, Object> values;

    Settings(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Whether a parameter is in force here. One that stands under a condition is in force only where the condition holds.
     *
     * @param name name of a parameter
     * @return true if it has a value
     */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The value of an integer parameter.
     *
     * @param name name of the parameter
     * @return a whole number of its range
     * @throws IllegalArgumentException if there is no such value here, or it is of another type
     */
    public int integer(String name) {
        return value(name, Integer.class, "a whole number");
    }

    /**
     * The value of a real parameter or of numbers in order; a whole number is given as a double.
     *
     * @param name name of the parameter
     * @return a number of its range
     * @throws IllegalArgumentException if there is no such value here, or it is of another type
     */
    public double real(String name) {
        return value(name, Number.class, "a number").doubleValue();
    }

    /**
     * The value of a choice.
     *
     * @param name name of the parameter
     * @return one of its texts
     * @throws IllegalArgumentException if there is no such value here, or it is of another type
     */
    public String choice(String name) {
        return value(name, String.class, "a text");
    }

    /**
     * The value of a choice among the constants of an enum.
     *
     * @param name name of the parameter
     * @param type the enum
     * @param <E> the enum
     * @return one of its constants
     * @throws IllegalArgumentException if there is no such value here, or it is no constant of this enum
     */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, choice(name));
    }

    /**
     * The value of a yes-or-no parameter.
     *
     * @param name name of the parameter
     * @return yes or no
     * @throws IllegalArgumentException if there is no such value here, or it is of another type
     */
    public boolean flag(String name) {
        return value(name, Boolean.class, "true or false");
    }

    /**
     * All values, in the order of the space.
     *
     * @return name to Integer, Double, String or Boolean; unmodifiable
     */
    public Map<String, Object> asMap() {
        return values;
    }

    private <T> T value(String name, Class<T> type, String what) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no setting '" + name + "' here, only " + values.keySet()
                    + "; ask has() first for one under a condition");
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("setting '" + name + "' is not " + what + " but " + value);
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings settings && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The values in the order of the space, such as {@code maxDepth=4, learningRate=0.1}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
