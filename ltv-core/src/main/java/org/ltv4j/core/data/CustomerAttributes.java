package org.ltv4j.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What is known of customers besides their purchases: birth date, gender, region, newsletter. Immutable.
 *
 * <p>A value may have a day since which it is known. Whoever asks as of a day gets the latest value known by the end of that
 * day, so that nothing is seen before it was known; values without such a day have always been known.
 *
 * <pre>{@code
 * CustomerAttributes people = CustomerAttributes.builder()
 *     .declare("birth_date", AttributeType.DATE, Sensitivity.SENSITIVE)
 *     .declare("newsletter", AttributeType.FLAG, Sensitivity.PLAIN)
 *     .add("ann").set("birth_date", LocalDate.of(1984, 5, 17))
 *     .add("ann", LocalDate.of(2024, 3, 1)).set("newsletter", true)
 *     .build();
 * }</pre>
 */
public final class CustomerAttributes {
    /** The day since which values are known that have always been known. */
    public static final int ALWAYS = Integer.MIN_VALUE;

    private final List<CustomerAttribute> attributes;
    private final IdTable customers;
    private final List<Values> values;
    private final List<List<String>> levels;

    /** The values of one attribute: those of customer c from {@code starts[c]} on, in the order of the days since when. */
    record Values(int[] starts, int[] since, double[] value) {}

    CustomerAttributes(
            List<CustomerAttribute> attributes, IdTable customers, List<Values> values, List<List<String>> levels) {
        this.attributes = List.copyOf(attributes);
        this.customers = customers;
        this.values = List.copyOf(values);
        this.levels = List.copyOf(levels);
    }

    /**
     * Collects attributes.
     *
     * @return an empty builder
     */
    public static CustomerAttributesBuilder builder() {
        return new CustomerAttributesBuilder();
    }

    /**
     * The attributes.
     *
     * @return in the order in which they were declared
     */
    public List<CustomerAttribute> attributes() {
        return attributes;
    }

    /**
     * The place of an attribute.
     *
     * @param name its name
     * @return from 0
     * @throws IllegalArgumentException if there is no such attribute
     */
    public int index(String name) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no attribute " + name + "; there are "
                + attributes.stream().map(CustomerAttribute::name).toList());
    }

    /**
     * The customers of whom something is known.
     *
     * @return their ids, in the order of the source
     */
    public IdTable customers() {
        return customers;
    }

    /**
     * A value as of a day.
     *
     * @param attribute place of the attribute
     * @param customer number in {@link #customers()}, or {@link TransactionLog#NONE}
     * @param epochDay days since 1970-01-01
     * @return the latest value known by the end of the day, as {@link AttributeType} says; NaN if none is
     */
    public double value(int attribute, int customer, int epochDay) {
        if (customer == TransactionLog.NONE) {
            return Double.NaN;
        }
        Values column = values.get(attribute);
        for (int i = column.starts[customer + 1] - 1; i >= column.starts[customer]; i--) {
            if (column.since[i] <= epochDay) {
                return column.value[i];
            }
        }
        return Double.NaN;
    }

    /**
     * The names of a category's levels.
     *
     * @param attribute place of an attribute
     * @return by value, in the order of the source; empty if it is no category
     */
    public List<String> levels(int attribute) {
        return levels.get(attribute);
    }

    /**
     * The levels of a category that anybody had by the end of a day.
     *
     * @param attribute place of an attribute
     * @param epochDay days since 1970-01-01
     * @return sorted by name
     */
    public List<String> levelsKnown(int attribute, int epochDay) {
        TreeSet<String> known = new TreeSet<>();
        List<String> names = levels.get(attribute);
        if (!names.isEmpty()) {
            Values column = values.get(attribute);
            for (int i = 0; i < column.value.length; i++) {
                if (column.since[i] <= epochDay) {
                    known.add(names.get((int) column.value[i]));
                }
            }
        }
        return new ArrayList<>(known);
    }

    /**
     * The numbers here of customers elsewhere: one look-up for each.
     *
     * @param others for example {@link TransactionLog#customers()}
     * @return a new array: for each of them its number in {@link #customers()}, or {@link TransactionLog#NONE}
     */
    public int[] numbersOf(IdTable others) {
        return numbers(others, customers);
    }

    static int[] numbers(IdTable others, IdTable own) {
        int[] numbers = new int[others.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = own.indexOf(others, i);
        }
        return numbers;
    }

    /**
     * How many customers here are not among others: people of whom something is known but no purchase.
     *
     * @param others for example {@link TransactionLog#customers()}
     * @return a count
     */
    public int countUnknownTo(IdTable others) {
        int count = 0;
        for (int number : numbers(customers, others)) {
            count += number == TransactionLog.NONE ? 1 : 0;
        }
        return count;
    }

    /**
     * The same without one customer, for whoever asks to be forgotten. Copies everything.
     *
     * @param customerId the customer; one that is not here changes nothing
     * @return attributes in which nothing of the customer is left
     */
    public CustomerAttributes without(String customerId) {
        OptionalInt found = customers.indexOf(customerId);
        if (found.isEmpty()) {
            return this;
        }
        int gone = found.getAsInt();
        int[] kept = new int[customers.size() - 1];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = i < gone ? i : i + 1;
        }
        List<Values> left = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        for (Values column : values) {
            int from = column.starts[gone];
            int to = column.starts[gone + 1];
            int[] starts = new int[kept.length + 1];
            for (int i = 0; i <= kept.length; i++) {
                starts[i] = i <= gone ? column.starts[i] : column.starts[i + 1] - (to - from);
            }
            int[] since = Arrays.copyOf(column.since, column.since.length - (to - from));
            System.arraycopy(column.since, to, since, from, column.since.length - to);
            double[] value = Arrays.copyOf(column.value, since.length);
            System.arraycopy(column.value, to, value, from, column.value.length - to);
            names.add(renumber(value, levels.get(left.size())));
            left.add(new Values(starts, since, value));
        }
        return new CustomerAttributes(attributes, customers.subset(kept), left, names);
    }

    /** The levels that are still used, with their new numbers put in place of the old ones. */
    private static List<String> renumber(double[] value, List<String> names) {
        if (names.isEmpty()) {
            return names;
        }
        int[] numbers = new int[names.size()];
        for (double level : value) {
            numbers[(int) level] = 1;
        }
        List<String> used = new ArrayList<>();
        for (int level = 0; level < numbers.length; level++) {
            if (numbers[level] == 1) {
                numbers[level] = used.size();
                used.add(names.get(level));
            }
        }
        for (int i = 0; i < value.length; i++) {
            value[i] = numbers[(int) value[i]];
        }
        return List.copyOf(used);
    }

    /** Number of customers, and the names of the attributes. */
    @Override
    public String toString() {
        return "CustomerAttributes[" + customers.size() + " customers, "
                + attributes.stream().map(CustomerAttribute::name).toList() + "]";
    }
}
