package org.ltv4j.models.tune;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One dimension of a search space. Values are Integer, Double, String or Boolean. */
sealed interface Parameter permits ChoiceParameter, ScaledParameter {
    String name();

    /** All must hold for the parameter to be in force; parents stand earlier in the space. */
    List<Condition> conditions();

    default boolean isInForce(Map<String, Object> settings) {
        return conditions().stream().allMatch(condition -> condition.holds(settings));
    }

    /** A value drawn from the prior: uniform on the scale of the parameter. */
    Object draw(RandomGenerator random);

    /** Values for a grid, in order: at most {@code points} of a range, all of a list. */
    List<Object> grid(int points);

    /** Whether this is one of the parameter's values. */
    boolean contains(Object value);

    /** The range in words, the same for the same range; part of saved studies. */
    String range();

    /** Name, range and conditions in words. */
    default String describe() {
        return name() + ": " + range() + (conditions().isEmpty() ? "" : " when " + conditions());
    }
}
