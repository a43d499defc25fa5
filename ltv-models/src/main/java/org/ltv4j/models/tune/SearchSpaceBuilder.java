package org.ltv4j.models.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Takes the parameters of a {@link SearchSpace} one by one; {@link #build()} checks all and reports every bad one. */
public final class SearchSpaceBuilder {
    private final List<Parameter> parameters;
    private final List<String> problems;
    private final List<Condition> conditions;

    SearchSpaceBuilder() {
        this(new ArrayList<>(), new ArrayList<>(), List.of());
    }

    private SearchSpaceBuilder(List<Parameter> parameters, List<String> problems, List<Condition> conditions) {
        this.parameters = parameters;
        this.problems = problems;
        this.conditions = conditions;
    }

    /**
     * A whole number; each is as likely as any other at first.
     *
     * @param name a name that no other parameter has
     * @param low smallest value
     * @param high largest value, above {@code low}
     * @return this builder
     */
    public SearchSpaceBuilder integer(String name, int low, int high) {
        return integer(name, low, high, false);
    }

    /**
     * A whole number of which ratios matter rather than differences, such as a number of trees from 50 to 5000.
     *
     * @param name a name that no other parameter has
     * @param low smallest value, at least 1
     * @param high largest value, above {@code low}
     * @return this builder
     */
    public SearchSpaceBuilder logInteger(String name, int low, int high) {
        return integer(name, low, high, true);
    }

    private SearchSpaceBuilder integer(String name, int low, int high, boolean log) {
        checkRange(name, low, high, log);
        return add(new IntegerParameter(name, low, high, log, conditions));
    }

    /**
     * A number; uniform on its range at first.
     *
     * @param name a name that no other parameter has
     * @param low smallest value, finite
     * @param high largest value, finite, above {@code low}
     * @return this builder
     */
    public SearchSpaceBuilder real(String name, double low, double high) {
        checkRange(name, low, high, false);
        return add(new RealParameter(name, low, high, false, conditions));
    }

    /**
     * A number of which ratios matter rather than differences, such as a learning rate; its logarithm is uniform at first.
     *
     * @param name a name that no other parameter has
     * @param low smallest value, above 0
     * @param high largest value, finite, above {@code low}
     * @return this builder
     */
    public SearchSpaceBuilder logReal(String name, double low, double high) {
        checkRange(name, low, high, true);
        return add(new RealParameter(name, low, high, true, conditions));
    }

    /**
     * One of some texts without an order.
     *
     * @param name a name that no other parameter has
     * @param values at least two, all different
     * @return this builder
     */
    public SearchSpaceBuilder choice(String name, String... values) {
        return add(new ChoiceParameter(name, different(name, List.of(values)), conditions));
    }

    /**
     * One of the constants of an enum, without an order.
     *
     * @param name a name that no other parameter has
     * @param type an enum of at least two constants
     * @param <E> the enum
     * @return this builder
     */
    public <E extends Enum<E>> SearchSpaceBuilder choice(String name, Class<E> type) {
        return choice(
                name, Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    /**
     * One of some texts that have an order, such as {@code "weak", "medium", "strong"}: what is good for one is likely good
     * for its neighbours.
     *
     * @param name a name that no other parameter has
     * @param values at least two, all different, in their order
     * @return this builder
     */
    public SearchSpaceBuilder ordered(String name, String... values) {
        return add(new OrderedParameter(name, different(name, List.of(values)), conditions));
    }

    /**
     * One of some numbers, such as 0, 0.1, 1, 10; neighbours are taken to be at equal distances.
     *
     * @param name a name that no other parameter has
     * @param values at least two, finite, rising
     * @return this builder
     */
    public SearchSpaceBuilder ordered(String name, double... values) {
        List<Object> list = new ArrayList<>();
        for (double value : values) {
            if (!(Math.abs(value) <= Double.MAX_VALUE)
                    || !list.isEmpty() && !(value > (Double) list.get(list.size() - 1))) {
                problems.add(quoted(name) + " needs finite, rising numbers, got " + Arrays.toString(values));
                break;
            }
            list.add(value + 0.0); // -0 is 0
        }
        return add(new OrderedParameter(name, different(name, list), conditions));
    }

    /**
     * Yes or no.
     *
     * @param name a name that no other parameter has
     * @return this builder
     */
    public SearchSpaceBuilder flag(String name) {
        return add(new ChoiceParameter(name, List.of(false, true), conditions));
    }

    /**
     * Parameters that are in force only where a choice has this value.
     *
     * @param parent a choice, given before
     * @param value one of its values; the name of the constant for an enum
     * @param inner adds the parameters to the builder that it is given
     * @return this builder
     */
    public SearchSpaceBuilder when(String parent, String value, Consumer<SearchSpaceBuilder> inner) {
        return under(parent, value, inner);
    }

    /**
     * Parameters that are in force only where a yes-or-no parameter has this value.
     *
     * @param parent a parameter added by {@link #flag}, given before
     * @param value yes or no
     * @param inner adds the parameters to the builder that it is given
     * @return this builder
     */
    public SearchSpaceBuilder when(String parent, boolean value, Consumer<SearchSpaceBuilder> inner) {
        return under(parent, value, inner);
    }

    private SearchSpaceBuilder under(String parent, Object value, Consumer<SearchSpaceBuilder> inner) {
        Condition condition = new Condition(parent, value);
        if (parameters.stream().noneMatch(p -> p.name().equals(parent) && p.contains(value))) {
            problems.add("a condition needs a choice given before and one of its values, got " + condition);
        }
        List<Condition> all = new ArrayList<>(conditions);
        parameters.stream()
                .filter(p -> p.name().equals(parent))
                .findFirst()
                .ifPresent(p ->
                        p.conditions().stream().filter(c -> !all.contains(c)).forEach(all::add));
        all.add(condition);
        inner.accept(new SearchSpaceBuilder(parameters, problems, List.copyOf(all)));
        return this;
    }

    /**
     * The space of all parameters given so far.
     *
     * @return an immutable space
     * @throws IllegalArgumentException if there is no parameter, or any of them cannot be; the message lists all problems
     */
    public SearchSpace build() {
        List<String> all = new ArrayList<>(problems);
        if (parameters.isEmpty()) {
            all.add("a search space needs at least one parameter");
        }
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (parameter.name().isBlank()) {
                all.add("a parameter needs a name");
            } else if (!names.add(parameter.name())) {
                all.add(quoted(parameter.name()) + " is given twice");
            }
        }
        if (!all.isEmpty()) {
            throw new IllegalArgumentException("this is no search space: " + String.join("; ", all));
        }
        return new SearchSpace(parameters);
    }

    private SearchSpaceBuilder add(Parameter parameter) {
        parameters.add(parameter);
        return this;
    }

    private void checkRange(String name, double low, double high, boolean log) {
        if (!(low < high) || !(high - low <= Double.MAX_VALUE)) {
            problems.add(quoted(name) + " needs a finite range with low < high, got " + low + " to " + high);
        }
        if (log && !(low > 0)) {
            problems.add(quoted(name) + " needs low > 0 on a log scale, got " + low);
        }
    }

    private List<Object> different(String name, List<?> values) {
        if (values.size() < 2 || new HashSet<>(values).size() < values.size()) {
            problems.add(quoted(name) + " needs at least two different values, got " + values);
        }
        return List.copyOf(values);
    }

    private static String quoted(String name) {
        return "'" + name + "'";
    }
}
