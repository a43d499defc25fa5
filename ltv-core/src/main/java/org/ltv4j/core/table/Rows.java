package org.ltv4j.core.table;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Reads sales from records that a program already has, such as a stream of its own class or of maps. Which part of a record
 * means what is said by functions; their values may be texts, numbers, dates, times, instants (these need a zone), or null
 * for missing, and are read, checked and reported as those of any other source. Row 1 is the first record. Immutable.
 *
 * <pre>{@code
 * Ingest read = Rows.of(Sale::customer, Sale::soldAt, Sale::paid)
 *     .with(ColumnRole.ORDER, Sale::receipt)
 *     .read(sales.stream());
 * }</pre>
 *
 * @param <T> class of a record
 */
public final class Rows<T> {
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private final EnumMap<ColumnRole, Function<? super T, ? extends @Nullable Object>> parts;

    private Rows(EnumMap<ColumnRole, Function<? super T, ? extends @Nullable Object>> parts) {
        this.parts = parts;
    }

    /**
     * Records that state their amount.
     *
     * @param customer gives the customer id
     * @param date gives the date or time
     * @param amount gives the amount paid
     * @param <T> class of a record
     * @return the reader of these three parts
     */
    public static <T> Rows<T> of(
            Function<? super T, ? extends @Nullable Object> customer,
            Function<? super T, ? extends @Nullable Object> date,
            Function<? super T, ? extends @Nullable Object> amount) {
        return Rows.<T>ofTransactions(customer, date).with(ColumnRole.AMOUNT, amount);
    }

    /**
     * Records that say who bought when; further parts may be added by {@link #with}.
     *
     * @param customer gives the customer id
     * @param date gives the date or time
     * @param <T> class of a record
     * @return the reader of these two parts
     */
    public static <T> Rows<T> ofTransactions(
            Function<? super T, ? extends @Nullable Object> customer,
            Function<? super T, ? extends @Nullable Object> date) {
        return new Rows<T>(new EnumMap<>(ColumnRole.class))
                .with(ColumnRole.CUSTOMER, customer)
                .with(ColumnRole.DATE, date);
    }

    /**
     * Adds a part of the record, or replaces one. Quantity and unit price together make the amount where there is none.
     *
     * @param role what the part means
     * @param part gives it
     * @return a reader of this part too
     */
    public Rows<T> with(ColumnRole role, Function<? super T, ? extends @Nullable Object> part) {
        EnumMap<ColumnRole, Function<? super T, ? extends @Nullable Object>> copy = new EnumMap<>(parts);
        copy.put(role, part);
        return new Rows<>(copy);
    }

    /**
     * Reads all records of a stream, in its order, strictly. The stream is not closed.
     *
     * @param records a record per sale
     * @return the log, the report and the form
     * @throws InvalidDataException if any record cannot be used
     */
    public Ingest read(Stream<? extends T> records) {
        return read(records, ReadOptions.defaults());
    }

    /**
     * Reads all records of a stream, in its order. The stream is not closed.
     *
     * @param records a record per sale
     * @param options how texts in them are written, the zone of instants, what to do with records that cannot be used
     * @return the log, the report and the form
     * @throws InvalidDataException if a record cannot be used that must not be skipped
     * @throws CancellationException if the thread is interrupted
     */
    public Ingest read(Stream<? extends T> records, ReadOptions options) {
        return read(records.sequential().iterator(), options);
    }

    /**
     * Reads the records that are left of an iterator.
     *
     * @param records a record per sale
     * @param options how texts in them are written, the zone of instants, what to do with records that cannot be used
     * @return the log, the report and the form
     * @throws InvalidDataException if a record cannot be used that must not be skipped
     * @throws CancellationException if the thread is interrupted
     */
    public Ingest read(Iterator<? extends T> records, ReadOptions options) {
        Columns columns = Columns.ofTransactions("customer", "date");
        for (ColumnRole role : parts.keySet()) {
            columns = columns.with(role, role.toString());
        }
        ColumnBinding binding = ColumnBinding.of(
                parts.keySet().stream().map(ColumnRole::toString).toList(), columns);
        CellTable cells = new CellTable("records", binding, options);
        EnumMap<ColumnRole, ObjectColumn> targets = new EnumMap<>(ColumnRole.class);
        for (ColumnRole role : parts.keySet()) {
            CellColumn target = cells.column(role);
            if (target != null) {
                targets.put(role, ObjectColumn.of(role, target, options));
            }
        }
        int row = 0;
        while (records.hasNext()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("reading was interrupted");
            }
            if (row == MOST_ROWS) {
                throw new InvalidDataException("there are more than " + MOST_ROWS + " records");
            }
            T record = records.next();
            for (Map.Entry<ColumnRole, ObjectColumn> target : targets.entrySet()) {
                Function<? super T, ? extends @Nullable Object> part = parts.get(target.getKey());
                target.getValue().read(part == null ? null : part.apply(record), row);
            }
            row++;
        }
        return cells.ingest(row);
    }
}
