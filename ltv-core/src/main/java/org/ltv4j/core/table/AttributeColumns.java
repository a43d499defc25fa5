package org.ltv4j.core.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.CustomerAttribute;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerAttributesBuilder;
import org.ltv4j.core.data.Sensitivity;

/**
 * Which column of a table of customers means what. Blank cells are not known. Yes is {@code yes, y, true, t, 1, x} or {@code 是}, no
 * is {@code no, n, false, f, 0} or {@code 否}, in any case. Immutable.
 *
 * <pre>{@code
 * AttributeColumns.of("customer_id")
 *     .with("birth_date", AttributeType.DATE, Sensitivity.SENSITIVE)
 *     .with("newsletter", AttributeType.FLAG, Sensitivity.PLAIN)
 *     .withKnownSince("updated_on");
 * }</pre>
 */
public final class AttributeColumns {
    private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1", "x", "是");
    private static final Set<String> NO = Set.of("no", "n", "false", "f", "0", "否");

    private final String customer;
    private final Map<String, CustomerAttribute> attributes;
    private final @Nullable String since;

    private AttributeColumns(String customer, Map<String, CustomerAttribute> attributes, @Nullable String since) {
        this.customer = customer;
        this.attributes = attributes;
        this.since = since;
    }

    /**
     * A table whose rows name a customer.
     *
     * @param customer column of the customer id
     * @return the column
     */
    public static AttributeColumns of(String customer) {
        return new AttributeColumns(customer, Map.of(), null);
    }

    /**
     * Adds a column that is an attribute, which is named after it.
     *
     * @param name its name in the source
     * @param type what its values are
     * @param sensitivity how closely it points at a person
     * @return the columns
     */
    public AttributeColumns with(String name, AttributeType type, Sensitivity sensitivity) {
        return with(name, new CustomerAttribute(name, type, sensitivity));
    }

    /**
     * Adds a column that is an attribute.
     *
     * @param name its name in the source
     * @param attribute what it becomes
     * @return the columns
     */
    public AttributeColumns with(String name, CustomerAttribute attribute) {
        Map<String, CustomerAttribute> more = new LinkedHashMap<>(attributes);
        more.put(name, attribute);
        return new AttributeColumns(customer, more, since);
    }

    /**
     * Adds the column of the day since which the values of a row are known. Where it is blank they have always been.
     *
     * @param name its name in the source
     * @return the columns
     */
    public AttributeColumns withKnownSince(String name) {
        return new AttributeColumns(customer, attributes, name);
    }

    List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.text(customer)));
        attributes.forEach((name, attribute) -> columns.add(
                switch (attribute.type()) {
                    case NUMBER -> TableColumn.number(name);
                    case DATE -> TableColumn.date(name);
                    case FLAG, CATEGORY -> TableColumn.text(name);
                }));
        if (since != null) {
            columns.add(TableColumn.date(since));
        }
        return columns;
    }

    CustomerAttributes read(TableCells cells) {
        CustomerAttributesBuilder builder = CustomerAttributes.builder();
        List<CustomerAttribute> all = new ArrayList<>(attributes.values());
        all.forEach(attribute -> builder.declare(attribute.name(), attribute.type(), attribute.sensitivity()));
        for (int row = 0; row < cells.rows(); row++) {
            try {
                read(cells, row, all, builder);
            } catch (TableCells.BadCell counted) {
                continue; // the report tells of the row
            }
        }
        cells.report(); // says what is wrong with rows before what is wrong between them
        return builder.build();
    }

    private void read(TableCells cells, int row, List<CustomerAttribute> all, CustomerAttributesBuilder builder)
            throws TableCells.BadCell {
        String id = cells.text(0, row);
        if (id == null) {
            throw cells.bad(Reason.MISSING_CUSTOMER, 0, row, "", "is missing");
        }
        List<@Nullable Object> values = new ArrayList<>(); // all of a row or none
        for (int i = 0; i < all.size(); i++) {
            values.add(value(cells, all.get(i), i + 1, row));
        }
        long known = since == null ? DateParser.FAILED : cells.second(all.size() + 1, row, true);
        if (known == DateParser.FAILED) {
            builder.add(id);
        } else {
            builder.add(id, day(known));
        }
        for (int i = 0; i < values.size(); i++) {
            String name = all.get(i).name();
            Object value = values.get(i);
            if (value instanceof Double number) {
                builder.set(name, number);
            } else if (value instanceof Boolean flag) {
                builder.set(name, flag);
            } else if (value instanceof LocalDate date) {
                builder.set(name, date);
            } else if (value instanceof String text) {
                builder.set(name, text);
            }
        }
    }

    private static @Nullable Object value(TableCells cells, CustomerAttribute attribute, int column, int row)
            throws TableCells.BadCell {
        boolean shown = attribute.sensitivity() == Sensitivity.PLAIN;
        switch (attribute.type()) {
            case NUMBER -> {
                double number = cells.number(column, row, shown);
                return Double.isNaN(number) ? null : number;
            }
            case DATE -> {
                long second = cells.second(column, row, shown);
                return second == DateParser.FAILED ? null : day(second);
            }
            case CATEGORY -> {
                return cells.text(column, row);
            }
            case FLAG -> {
                String text = cells.text(column, row);
                if (text == null) {
                    return null;
                }
                String word = text.strip().toLowerCase(Locale.ROOT);
                if (!YES.contains(word) && !NO.contains(word)) {
                    throw cells.bad(
                            Reason.UNREADABLE_TEXT,
                            column,
                            row,
                            "",
                            "is no yes and no no (yes, no, true, false, 1, 0)");
                }
                return YES.contains(word);
            }
        }
        throw new IllegalStateException("attribute of the type " + attribute.type());
    }

    private static LocalDate day(long second) {
        return LocalDate.ofEpochDay(Math.floorDiv(second, Civil.SECONDS_A_DAY));
    }
}
