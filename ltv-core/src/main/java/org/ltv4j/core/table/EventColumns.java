package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.CustomerEventsBuilder;
import org.ltv4j.core.data.EventKind;

/**
 * Which column of a table of events means what. Immutable.
 *
 * <pre>{@code
 * EventColumns.of("customer_id", "at").withKind("type").withKindNamed("登录", EventKind.VISIT).withValue("score").withText("comment");
 * EventColumns.of("customer_id", "answered_on").withKind(EventKind.NPS).withValue("score");     // all of one kind
 * }</pre>
 */
public final class EventColumns {
    private static final EventKind UNSTATED = new EventKind("event");

    private final String customer;
    private final String date;
    private final @Nullable String kindColumn;
    private final EventKind kind;
    private final Map<String, EventKind> named;
    private final @Nullable String value;
    private final @Nullable String text;

    private EventColumns(
            String customer,
            String date,
            @Nullable String kindColumn,
            EventKind kind,
            Map<String, EventKind> named,
            @Nullable String value,
            @Nullable String text) {
        this.customer = customer;
        this.date = date;
        this.kindColumn = kindColumn;
        this.kind = kind;
        this.named = Map.copyOf(named);
        this.value = value;
        this.text = text;
    }

    /**
     * A table whose rows say who and when. Without a kind all are of the kind {@code event}.
     *
     * @param customer column of the customer id
     * @param date column of the date
     * @return the columns
     */
    public static EventColumns of(String customer, String date) {
        return new EventColumns(customer, date, null, UNSTATED, Map.of(), null, null);
    }

    /**
     * Adds the column of the kind. Its texts are read as {@link EventKind#of} says, but for those named by {@link
     * #withKindNamed}.
     *
     * @param name its name in the source
     * @return the columns
     */
    public EventColumns withKind(String name) {
        return new EventColumns(customer, date, name, kind, named, value, text);
    }

    /**
     * States the kind of all rows.
     *
     * @param all their kind
     * @return the columns
     */
    public EventColumns withKind(EventKind all) {
        return new EventColumns(customer, date, null, all, named, value, text);
    }

    /**
     * States what a text in the column of the kind means.
     *
     * @param written the text, without blanks around it
     * @param meant the kind
     * @return the columns
     */
    public EventColumns withKindNamed(String written, EventKind meant) {
        Map<String, EventKind> more = new HashMap<>(named);
        more.put(written.strip(), meant);
        return new EventColumns(customer, date, kindColumn, kind, more, value, text);
    }

    /**
     * Adds the column of the value: a score, stars, minutes.
     *
     * @param name its name in the source
     * @return the columns
     */
    public EventColumns withValue(String name) {
        return new EventColumns(customer, date, kindColumn, kind, named, name, text);
    }

    /**
     * Adds the column of the text.
     *
     * @param name its name in the source
     * @return the columns
     */
    public EventColumns withText(String name) {
        return new EventColumns(customer, date, kindColumn, kind, named, value, name);
    }

    List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.text(customer), TableColumn.date(date)));
        if (kindColumn != null) {
            columns.add(TableColumn.text(kindColumn));
        }
        if (value != null) {
            columns.add(TableColumn.number(value));
        }
        if (text != null) {
            columns.add(TableColumn.text(text));
        }
        return columns;
    }

    CustomerEvents read(TableCells cells) {
        CustomerEventsBuilder builder = CustomerEvents.builder();
        Map<String, EventKind> known = new HashMap<>(named);
        for (int row = 0; row < cells.rows(); row++) {
            try {
                read(cells, row, known, builder);
            } catch (TableCells.BadCell counted) {
                continue; // the report tells of the row
            }
        }
        cells.report(); // says what is wrong with rows before anything else
        return builder.build();
    }

    private void read(TableCells cells, int row, Map<String, EventKind> known, CustomerEventsBuilder builder)
            throws TableCells.BadCell {
        String id = cells.text(0, row);
        if (id == null) {
            throw cells.bad(Reason.MISSING_CUSTOMER, 0, row, "", "is missing");
        }
        long second = cells.second(1, row, true);
        if (second == DateParser.FAILED) {
            throw cells.bad(Reason.MISSING_DATE, 1, row, "", "is missing");
        }
        int column = 2;
        EventKind what = kindColumn == null ? kind : kind(cells, column++, row, known);
        int valueColumn = column;
        double number = value == null ? Double.NaN : cells.number(column++, row, true);
        boolean nps = what.equals(EventKind.NPS);
        if (nps && !CustomerEventsBuilder.isNps(number)) {
            boolean missing = Double.isNaN(number);
            throw cells.bad(
                    missing ? Reason.MISSING_AMOUNT : Reason.UNREADABLE_NUMBER,
                    value == null ? 0 : valueColumn,
                    row,
                    missing ? "" : Double.toString(number),
                    missing ? "is missing: an answer has a score" : "is no NPS score, a whole number from 0 to 10");
        }
        String written = text == null ? null : cells.text(column, row);
        builder.add(id, what, second, cells.line(row));
        if (!Double.isNaN(number)) {
            builder.value(number);
        }
        if (written != null) {
            builder.text(written);
        }
    }

    private static EventKind kind(TableCells cells, int column, int row, Map<String, EventKind> known)
            throws TableCells.BadCell {
        String written = cells.text(column, row);
        if (written == null) {
            throw cells.bad(Reason.MISSING_SUBJECT, column, row, "", "is missing");
        }
        EventKind meant = known.get(written.strip());
        if (meant == null) {
            try {
                meant = EventKind.of(written);
            } catch (IllegalArgumentException e) {
                throw cells.bad(
                        Reason.UNREADABLE_TEXT,
                        column,
                        row,
                        "",
                        "is no name of a kind in letters from a to z: state what it means (withKindNamed)");
            }
            known.put(written.strip(), meant);
        }
        return meant;
    }
}
