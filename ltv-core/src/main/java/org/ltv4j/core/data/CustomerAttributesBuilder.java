package org.ltv4j.core.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what is known of customers. {@link #declare} names the attributes first; {@link #add} opens a row of a customer; the
 * setters after it speak of that row. Not thread-safe.
 */
public final class CustomerAttributesBuilder {
    private static final LocalDate FIRST_DATE = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2200, 12, 31);

    private final IdTable.Builder customers = new IdTable.Builder();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int rows;
    private int openCustomer = TransactionLog.NONE;
    private int openSince = CustomerAttributes.ALWAYS;

    /** The values of one attribute in the order in which they came. */
    private static final class Column {
        final CustomerAttribute attribute;
        final Map<String, Integer> levels = new LinkedHashMap<>();
        int size;
        int[] customer = new int[64];
        int[] since = new int[64];
        double[] value = new double[64];
        int[] row = new int[64];

        Column(CustomerAttribute attribute) {
            this.attribute = attribute;
        }

        void add(int who, int knownSince, double what, int where) {
            if (size == value.length) {
                int capacity = size * 2;
                customer = Arrays.copyOf(customer, capacity);
                since = Arrays.copyOf(since, capacity);
                value = Arrays.copyOf(value, capacity);
                row = Arrays.copyOf(row, capacity);
            }
            customer[size] = who;
            since[size] = knownSince;
            value[size] = what;
            row[size++] = where;
        }
    }

    CustomerAttributesBuilder() {}

    /**
     * Declares an attribute.
     *
     * @param name its name; not blank
     * @param type what its values are
     * @param sensitivity how closely it points at a person
     * @return this builder
     * @throws IllegalArgumentException if the name is blank or was declared before
     */
    public CustomerAttributesBuilder declare(String name, AttributeType type, Sensitivity sensitivity) {
        if (columns.putIfAbsent(name, new Column(new CustomerAttribute(name, type, sensitivity))) != null) {
            throw new IllegalArgumentException("attribute " + name + " is declared twice");
        }
        return this;
    }

    /**
     * Opens a row whose values have always been known.
     *
     * @param customerId the customer, not blank
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode
     */
    public CustomerAttributesBuilder add(String customerId) {
        return open(customerId, CustomerAttributes.ALWAYS);
    }

    /**
     * Opens a row whose values are known from a day on.
     *
     * @param customerId the customer, not blank
     * @param knownSince first day at whose end they were known
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode, or the day is not of {@link WallClock}'s years
     */
    public CustomerAttributesBuilder add(String customerId, LocalDate knownSince) {
        if (!WallClock.holds(knownSince)) {
            throw WallClock.outside("row " + (rows + 1), knownSince.toString());
        }
        return open(customerId, (int) knownSince.toEpochDay());
    }

    private CustomerAttributesBuilder open(String customerId, int since) {
        rows++;
        if (Blanks.isBlank(customerId)) {
            throw new InvalidDataException("row " + rows + " needs a customer id, got a blank one");
        }
        openCustomer = customers.index(customerId);
        openSince = since;
        return this;
    }

    /**
     * A number of the open row.
     *
     * @param attribute an attribute declared as {@link AttributeType#NUMBER}
     * @param value finite
     * @return this builder
     * @throws InvalidDataException if it is not finite
     */
    public CustomerAttributesBuilder set(String attribute, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidDataException("row " + rows + ", attribute " + attribute + " needs a finite number, got "
                    + value + ": leave out what is not known");
        }
        return put(column(attribute, AttributeType.NUMBER), value);
    }

    /**
     * A yes or no of the open row.
     *
     * @param attribute an attribute declared as {@link AttributeType#FLAG}
     * @param value true for yes
     * @return this builder
     */
    public CustomerAttributesBuilder set(String attribute, boolean value) {
        return put(column(attribute, AttributeType.FLAG), value ? 1 : 0);
    }

    /**
     * A name out of several, of the open row.
     *
     * @param attribute an attribute declared as {@link AttributeType#CATEGORY}
     * @param value the name, not blank; kept without blanks around it
     * @return this builder
     * @throws InvalidDataException if it is blank
     */
    public CustomerAttributesBuilder set(String attribute, String value) {
        if (value.isBlank()) {
            throw new InvalidDataException(
                    "row " + rows + ", attribute " + attribute + " is blank: leave out what is not known");
        }
        Column column = column(attribute, AttributeType.CATEGORY);
        return put(column, column.levels.computeIfAbsent(value.strip(), name -> column.levels.size()));
    }

    /**
     * A day of the open row, such as a birth date.
     *
     * @param attribute an attribute declared as {@link AttributeType#DATE}
     * @param value from 1800 to 2200
     * @return this builder
     * @throws InvalidDataException if it is outside of these years
     */
    public CustomerAttributesBuilder set(String attribute, LocalDate value) {
        if (value.isBefore(FIRST_DATE) || value.isAfter(LAST_DATE)) {
            throw new InvalidDataException("row " + rows + ", attribute " + attribute
                    + " needs a date of the years 1800 to 2200, got " + value);
        }
        return put(column(attribute, AttributeType.DATE), value.toEpochDay());
    }

    private Column column(String name, AttributeType type) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "attribute " + name + " is not declared; declared are " + columns.keySet());
        }
        if (column.attribute.type() != type) {
            throw new IllegalArgumentException(
                    "attribute " + name + " is declared as " + column.attribute.type() + ", not as " + type);
        }
        return column;
    }

    private CustomerAttributesBuilder put(Column column, double value) {
        if (openCustomer == TransactionLog.NONE) {
            throw new IllegalStateException("open a row by add before values are set");
        }
        column.add(openCustomer, openSince, value, rows);
        return this;
    }

    /**
     * The finished attributes; the builder must not be used afterwards.
     *
     * @return all values
     * @throws InvalidDataException if a customer has two values of one attribute known since the same day
     */
    public CustomerAttributes build() {
        IdTable ids = customers.build();
        List<CustomerAttribute> attributes = new ArrayList<>();
        List<CustomerAttributes.Values> values = new ArrayList<>();
        List<List<String>> levels = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (Column column : columns.values()) {
            attributes.add(column.attribute);
            values.add(values(column, ids.size(), conflicts));
            levels.add(List.copyOf(column.levels.keySet()));
        }
        if (!conflicts.isEmpty()) {
            throw new InvalidDataException(conflicts.size()
                    + " values contradict another one of the same customer that is known since the same day (first: "
                    + conflicts.get(0) + "): keep one, or state since when each is known");
        }
        return new CustomerAttributes(attributes, ids, values, levels);
    }

    private static CustomerAttributes.Values values(Column column, int customers, List<String> conflicts) {
        long[] since = new long[column.size];
        for (int i = 0; i < since.length; i++) {
            since[i] = column.since[i];
        }
        RowOrder order = RowOrder.of(column.customer, since, column.size, 0, customers);
        int[] rows = order.rows();
        int[] starts = new int[customers + 1];
        int[] days = new int[rows.length];
        double[] values = new double[rows.length];
        int n = 0;
        for (int customer = 0; customer < customers; customer++) {
            for (int place = order.starts()[customer]; place < order.starts()[customer + 1]; place++) {
                int row = rows[place];
                boolean again = n > starts[customer] && days[n - 1] == column.since[row];
                if (again && values[n - 1] != column.value[row]) {
                    conflicts.add("row " + column.row[row] + ", attribute " + column.attribute.name());
                } else if (!again) {
                    days[n] = column.since[row];
                    values[n++] = column.value[row];
                }
            }
            starts[customer + 1] = n;
        }
        return new CustomerAttributes.Values(starts, Arrays.copyOf(days, n), Arrays.copyOf(values, n));
    }
}
