package org.ltv4j.models.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Which settings a search may try: named parameters with their ranges, some of them in force only where another one has a
 * certain value. Immutable.
 *
 * <pre>{@code
 * SearchSpace space = SearchSpace.builder()
 *     .integer("maxDepth", 2, 8)
 *     .logReal("learningRate", 0.01, 0.3)
 *     .choice("objective", "tweedie", "squaredLog")
 *     .when("objective", "tweedie", tweedie -> tweedie.real("variancePower", 1.1, 1.9))
 *     .build();
 * }</pre>
 */
public final class SearchSpace {
    private final List<Parameter> parameters;

    SearchSpace(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /**
     * Starts a space without parameters.
     *
     * @return takes parameters one by one
     */
    public static SearchSpaceBuilder builder() {
        return new SearchSpaceBuilder();
    }

    /**
     * The names of all parameters, those under a condition included.
     *
     * @return names in the order in which they were given
     */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /**
     * Whether settings belong to this space: a value within its range for each parameter in force, and none besides.
     *
     * @param settings any settings
     * @return true if they could be tried
     */
    public boolean contains(Settings settings) {
        Map<String, Object> values = settings.asMap();
        int inForce = 0;
        for (Parameter parameter : parameters) {
            if (parameter.isInForce(values)) {
                inForce++;
                Object value = values.get(parameter.name());
                if (value == null || !parameter.contains(value)) {
                    return false;
                }
            }
        }
        return values.size() == inForce;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** Settings drawn from the prior. */
    Settings draw(RandomGenerator random) {
        return fill(parameter -> parameter.draw(random));
    }

    /** Settings with a value of {@code chooser} for each parameter in force, asked in the order of the space. */
    Settings fill(Function<Parameter, Object> chooser) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (parameter.isInForce(values)) {
                values.put(parameter.name(), chooser.apply(parameter));
            }
        }
        return new Settings(values);
    }

    /**
     * All combinations; the last parameter moves fastest, and each set of settings stands once.
     *
     * @throws IllegalArgumentException if there are more than {@code limit}
     */
    List<Settings> grid(int points, int limit) {
        List<Map<String, Object>> begun = new ArrayList<>(List.of(Map.of()));
        for (Parameter parameter : parameters) {
            List<Object> values = parameter.grid(points);
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> one : begun) {
                if (!parameter.isInForce(one)) {
                    longer.add(one);
                    continue;
                }
                for (Object value : values) {
                    Map<String, Object> next = new LinkedHashMap<>(one);
                    next.put(parameter.name(), value);
                    longer.add(next);
                }
                if (longer.size() > limit) {
                    throw new IllegalArgumentException("a grid of at most " + limit + " settings can be searched, with "
                            + points + " points per range this one has more: take fewer points or parameters, or"
                            + " search at random");
                }
            }
            begun = longer;
        }
        return begun.stream().map(Settings::new).toList();
    }

    /** All parameters with their ranges, a line each. */
    @Override
    public String toString() {
        return parameters.stream().map(Parameter::describe).collect(Collectors.joining("\n"));
    }
}
