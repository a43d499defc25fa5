package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * What a family of features may know of a log before it sees a customer: its currency, which columns it has, the names behind
 * the numbers of products, channels and orders, and which of them were met on or before the date. No rows: what a customer
 * did comes as a {@link PurchaseHistory} only, cut at the date.
 */
public final class FeatureContext {
    private final String currency;
    private final boolean amounts;
    private final Set<SourceColumn> columns;
    private final Set<SourceColumn> stored;
    private final IdTable products;
    private final IdTable channels;
    private final IdTable orders;
    private @Nullable TransactionLog log;
    private final int lastDay;
    private boolean closed;
    private @Nullable List<String> productLevels;
    private @Nullable List<String> channelLevels;

    private FeatureContext(
            String currency,
            boolean amounts,
            Set<SourceColumn> columns,
            Set<SourceColumn> stored,
            IdTable products,
            IdTable channels,
            IdTable orders,
            @Nullable TransactionLog log,
            int lastDay) {
        this.currency = currency;
        this.amounts = amounts;
        this.columns = Collections.unmodifiableSet(columns);
        this.stored = Collections.unmodifiableSet(stored);
        this.products = products;
        this.channels = channels;
        this.orders = orders;
        this.log = log;
        this.lastDay = lastDay;
    }

    static FeatureContext of(TransactionLog log, LocalDate asOf) {
        log.requireAmounts();
        int lastDay = CalendarDays.of(asOf);
        return new FeatureContext(
                log.currency(),
                statesAmounts(log),
                LogColumnsKnown.until(log, lastDay),
                LogColumnsKnown.ever(log),
                log.products(),
                log.channels(),
                log.orders(),
                log,
                lastDay);
    }

    /** What a saved file says. */
    static FeatureContext saved(
            String currency,
            boolean amounts,
            Set<SourceColumn> columns,
            Set<SourceColumn> stored,
            List<String> productLevels,
            List<String> channelLevels,
            IdTable products,
            IdTable channels,
            IdTable orders,
            LocalDate asOf) {
        FeatureContext context = new FeatureContext(
                currency, amounts, columns, stored, products, channels, orders, null, CalendarDays.of(asOf));
        context.productLevels = List.copyOf(productLevels);
        context.channelLevels = List.copyOf(channelLevels);
        return context;
    }

    /** The same without levels of these names; itself if it has none of them. */
    FeatureContext without(Set<String> lostProducts, Set<String> lostChannels) {
        if (Collections.disjoint(settledProducts(), lostProducts)
                && Collections.disjoint(settledChannels(), lostChannels)) {
            return this;
        }
        FeatureContext fewer =
                new FeatureContext(currency, amounts, columns, stored, products, channels, orders, null, lastDay);
        fewer.productLevels = settledProducts().stream()
                .filter(name -> !lostProducts.contains(name))
                .toList();
        fewer.channelLevels = settledChannels().stream()
                .filter(name -> !lostChannels.contains(name))
                .toList();
        return fewer;
    }

    private static boolean statesAmounts(TransactionLog log) {
        return log.size() == 0 || log.hasAmounts();
    }

    /** Refuses the amounts of a log in another currency, or one that states none where this one does. */
    void requireAmountsOf(TransactionLog other) {
        if (!other.currency().equals(currency)) {
            throw new InvalidDataException("the features are in " + amountUnit() + ", the log in "
                    + (other.currency().isEmpty() ? "an unnamed currency" : other.currency())
                    + ": convert its amounts or make the plan for it");
        }
        if (amounts && !statesAmounts(other)) {
            throw new InvalidDataException("the features were made for a log with amounts, which this log does not"
                    + " have: read them, too, or make the plan for this log");
        }
        other.requireAmounts();
    }

    /** Refuses a log that lacks a column which this one has. */
    void requireColumnsOf(TransactionLog other) {
        Set<SourceColumn> others = LogColumnsKnown.ever(other);
        for (SourceColumn column : columns) {
            if (column.isColumn() && !others.contains(column)) {
                throw new InvalidDataException("the features were made for a log with the column " + column.title()
                        + ", which this log does not have: read it, too, or make the plan for this log");
            }
        }
    }

    /** Forgets the rows: what follows works on histories. */
    void close() {
        log = null;
        closed = true;
    }

    /**
     * The currency of all amounts.
     *
     * @return ISO code, or the empty text where it is not known
     */
    public String currency() {
        return currency;
    }

    /**
     * The unit of features that are amounts.
     *
     * @return the currency, or {@code currency} where it is not known
     */
    public String amountUnit() {
        return currency.isEmpty() ? "currency" : currency;
    }

    /**
     * Whether the log states what was paid. Where it does not, all amounts of a history are 0, and every feature whose {@link
     * Feature#source()} names {@code amount} comes out as missing, whatever its kernel writes.
     *
     * @return false for a log of customers and times only
     */
    public boolean hasAmounts() {
        return amounts;
    }

    /**
     * The date that the plan is tied to, for families with data of their own: nothing that was known later may settle levels.
     *
     * @return days since 1970-01-01
     */
    public int asOfDay() {
        return lastDay;
    }

    /** The columns of the log, those included that only rows after the date state: later dates may ask for them. */
    Set<SourceColumn> stored() {
        return stored;
    }

    /**
     * The optional columns that the log had on the date: what only later rows state was not known then.
     *
     * @return columns
     */
    public Set<SourceColumn> columns() {
        return columns;
    }

    /**
     * Whether the log had an optional column on the date.
     *
     * @param column the column
     * @return true if any row on or before the date states it
     */
    public boolean has(SourceColumn column) {
        return columns.contains(column);
    }

    /**
     * Demands an optional column.
     *
     * @param column the column
     * @param family who needs it, for the message
     * @throws InvalidDataException if the log does not have it
     */
    public void require(SourceColumn column, String family) {
        require(EnumSet.of(column), family);
    }

    /** Demands columns and names all that are not there. */
    void require(Set<SourceColumn> needed, String family) {
        List<SourceColumn> absent = Arrays.stream(SourceColumn.values())
                .filter(column -> needed.contains(column) && !has(column))
                .toList();
        if (!absent.isEmpty()) {
            String remedy = absent.contains(SourceColumn.RETURNS)
                    ? "take the log before refunds were netted or dropped"
                    : "name what is missing when reading";
            throw new InvalidDataException("the features " + family + " need "
                    + String.join(
                            " and ", absent.stream().map(SourceColumn::title).toList())
                    + ", which the log does not have in its rows up to " + LocalDate.ofEpochDay(lastDay)
                    + " (it has: customer, date" + (amounts ? ", amount" : "")
                    + columns.stream().map(column -> ", " + column.title()).reduce("", String::concat) + "): " + remedy
                    + ", or leave " + family + " out of the plan");
        }
    }

    /**
     * The products by number. A history may show numbers beyond this table: products that the log did not know, met by a
     * state or in another log; {@link PurchaseHistory#productId} names them all.
     *
     * @return their table, empty where the log has none
     */
    public IdTable products() {
        return products;
    }

    /**
     * The channels by number; see {@link #products()}.
     *
     * @return their table, empty where the log has none
     */
    public IdTable channels() {
        return channels;
    }

    /**
     * The orders by number; see {@link #products()}.
     *
     * @return their table, empty where the log has none
     */
    public IdTable orders() {
        return orders;
    }

    /**
     * The products that were sold on or before the date.
     *
     * @return their names in order of the alphabet, so that nothing later and no order of rows can move them
     * @throws IllegalStateException if asked after a family was bound
     */
    public List<String> productLevels() {
        List<String> known = productLevels;
        if (known == null) {
            TransactionLog rows = openLog();
            known = rows == null || !has(SourceColumn.PRODUCT) ? List.of() : levels(rows, products, rows::product);
            productLevels = known;
        }
        return known;
    }

    /**
     * The channels that sold on or before the date.
     *
     * @return their names in order of the alphabet
     * @throws IllegalStateException if asked after a family was bound
     */
    public List<String> channelLevels() {
        List<String> known = channelLevels;
        if (known == null) {
            TransactionLog rows = openLog();
            known = rows == null || !has(SourceColumn.CHANNEL) ? List.of() : levels(rows, channels, rows::channel);
            channelLevels = known;
        }
        return known;
    }

    private @Nullable TransactionLog openLog() {
        if (closed) {
            throw new IllegalStateException(
                    "levels are settled while a family is bound: ask for them there and keep them");
        }
        return log;
    }

    /** The levels that a family asked for; empty if none did. */
    List<String> settledProducts() {
        List<String> known = productLevels;
        return known == null ? List.of() : known;
    }

    List<String> settledChannels() {
        List<String> known = channelLevels;
        return known == null ? List.of() : known;
    }

    private List<String> levels(TransactionLog rows, IdTable names, IntUnaryOperator number) {
        BitSet met = new BitSet(names.size());
        for (int row = 0; row < rows.size(); row++) {
            int id = number.applyAsInt(row);
            if (id != TransactionLog.NONE && rows.amount(row) >= 0 && rows.day(row) <= lastDay) {
                met.set(id);
            }
        }
        List<String> levels = new ArrayList<>();
        met.stream().forEach(id -> levels.add(names.id(id)));
        Collections.sort(levels);
        return List.copyOf(levels);
    }

    /**
     * The level of each number of a table.
     *
     * @param names the table, for example {@link #products()}
     * @param levels names in order, for example {@link #productLevels()}
     * @return by number the place of its name in the levels, -1 if it is none of them
     */
    public static int[] levelOf(IdTable names, List<String> levels) {
        int[] level = new int[names.size()];
        Arrays.fill(level, -1);
        for (int i = 0; i < levels.size(); i++) {
            int place = i;
            names.indexOf(levels.get(i)).ifPresent(number -> level[number] = place);
        }
        return level;
    }

    @Override
    public String toString() {
        return "FeatureContext[" + amountUnit() + ", " + columns + "]";
    }
}
