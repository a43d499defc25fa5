package org.ltv4j.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows of one log among those of another. Nothing is compared here: {@code org.ltv4j.core.merge.AppendPlan} finds out
 * which rows are new.
 */
public final class LogSplice {
    private static final int MAX_ROWS = Integer.MAX_VALUE - 8;

    // a row is spoken of by its place in both logs laid end to end
    private final LogColumns base;
    private final LogColumns more;
    private final int baseSize;
    private final IdTable customers;
    private final int[] customerNumbers;
    private final IdTable orders;
    private final int[] orderNumbers;
    private final IdTable lines;
    private final int[] lineNumbers;
    private final IdTable products;
    private final int[] productNumbers;
    private final IdTable channels;
    private final int[] channelNumbers;

    private LogSplice(TransactionLog log, TransactionLog other, BitSet added) {
        this.base = log.columns;
        this.more = other.columns;
        this.baseSize = log.size();
        BitSet buyers = new BitSet(other.customers().size());
        for (int c = 0; c < other.customers().size(); c++) {
            int row = added.nextSetBit(other.start(c));
            buyers.set(c, row >= 0 && row < other.start(c + 1));
        }
        this.customerNumbers = new int[other.customers().size()];
        this.customers = log.customers().plus(other.customers(), buyers, customerNumbers);
        this.orderNumbers = new int[more.orders.size()];
        this.orders = base.orders.plus(more.orders, used(more.order, added, more.orders), orderNumbers);
        this.lineNumbers = new int[more.lines.size()];
        this.lines = base.lines.plus(more.lines, used(more.line, added, more.lines), lineNumbers);
        this.productNumbers = new int[more.products.size()];
        this.products = base.products.plus(more.products, used(more.product, added, more.products), productNumbers);
        this.channelNumbers = new int[more.channels.size()];
        this.channels = base.channels.plus(more.channels, used(more.channel, added, more.channels), channelNumbers);
    }

    /**
     * A log with rows of another: late ones find their place in time.
     *
     * <p>Cost: one pass over each column. A table of ids of which none is new is shared, else copied.
     *
     * @param log the log
     * @param left rows of it to leave out
     * @param other the other log
     * @param added rows of it to take over
     * @return a log of all these rows: customers, orders, lines, products and channels of the same id are the same; new ones
     *     have the numbers after those of the log
     * @throws InvalidDataException if there would be more than 2,147,483,639 rows or 127 currencies, or only one of the two
     *     logs has amounts
     */
    public static TransactionLog of(TransactionLog log, BitSet left, TransactionLog other, BitSet added) {
        long size = (long) log.size() - left.cardinality() + added.cardinality();
        if (size > MAX_ROWS) {
            throw new InvalidDataException(
                    "a log holds at most " + MAX_ROWS + " rows, together there are " + size + ": summarise first");
        }
        boolean amounts = log.size() == 0 ? other.hasAmounts() : log.hasAmounts();
        if (!added.isEmpty() && amounts != other.hasAmounts()) {
            throw new InvalidDataException(
                    "one of the two logs states amounts and the other none: they cannot be joined");
        }
        LogSplice splice = new LogSplice(log, other, added);
        int[] starts = new int[splice.customers.size() + 1];
        int[] rows = splice.rows(log, left, other, added, starts, (int) size);
        return LogParts.withoutEmptyCustomers(splice.columns(rows), splice.customers, starts);
    }

    private static BitSet used(int @Nullable [] column, BitSet rows, IdTable table) {
        BitSet used = new BitSet(table.size());
        if (column != null) {
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                if (column[row] >= 0) {
                    used.set(column[row]);
                }
            }
        }
        return used;
    }

    /** The places of all rows in their new order: for each customer the rows of both logs, merged by time. */
    private int[] rows(TransactionLog log, BitSet left, TransactionLog other, BitSet added, int[] starts, int size) {
        int[] otherCustomer = new int[customers.size()];
        Arrays.fill(otherCustomer, TransactionLog.NONE);
        for (int c = 0; c < customerNumbers.length; c++) {
            int row = added.nextSetBit(other.start(c));
            if (row >= 0 && row < other.start(c + 1)) {
                otherCustomer[customerNumbers[c]] = c;
            }
        }
        TieOrder ties = new TieOrder(this::order, this::line, orders, lines);
        int[] rows = new int[size];
        int at = 0;
        for (int c = 0; c < customers.size(); c++) {
            int row = c < log.customers().size() ? left.nextClearBit(log.start(c)) : baseSize;
            int end = c < log.customers().size() ? log.start(c + 1) : baseSize;
            int from = otherCustomer[c];
            if (from != TransactionLog.NONE) {
                int last = other.start(from + 1);
                for (int next = added.nextSetBit(other.start(from)); next >= 0 && next < last; ) {
                    int place = baseSize + next;
                    for (; row < end && comesFirst(row, next, place, ties); row = left.nextClearBit(row + 1)) {
                        rows[at++] = row;
                    }
                    rows[at++] = place;
                    next = added.nextSetBit(next + 1);
                }
            }
            for (; row < end; row = left.nextClearBit(row + 1)) {
                rows[at++] = row;
            }
            starts[c + 1] = at;
        }
        return rows;
    }

    private boolean comesFirst(int row, int next, int place, TieOrder ties) {
        int byTime = Long.compare(base.second[row], more.second[next]);
        return byTime != 0 ? byTime < 0 : ties.applyAsInt(row, place) <= 0;
    }

    private int order(int place) {
        return number(base.order, more.order, orderNumbers, place);
    }

    private int line(int place) {
        return number(base.line, more.line, lineNumbers, place);
    }

    private int number(int @Nullable [] first, int @Nullable [] second, int[] numbers, int place) {
        if (place < baseSize) {
            return first == null ? TransactionLog.NONE : first[place];
        }
        int number = second == null ? TransactionLog.NONE : second[place - baseSize];
        return number < 0 ? number : numbers[number];
    }

    private LogColumns columns(int[] rows) {
        LogColumns.Draft draft =
                new LogColumns.Draft(seconds(rows), optional(base.amount, more.amount, rows), sourceRows(rows));
        draft.order = ids(base.order, more.order, orderNumbers, rows);
        draft.line = ids(base.line, more.line, lineNumbers, rows);
        draft.product = ids(base.product, more.product, productNumbers, rows);
        draft.channel = ids(base.channel, more.channel, channelNumbers, rows);
        draft.quantity = optional(base.quantity, more.quantity, rows);
        draft.unitPrice = optional(base.unitPrice, more.unitPrice, rows);
        draft.discount = optional(base.discount, more.discount, rows);
        draft.filled = filled(rows);
        draft.orders = orders;
        draft.lines = lines;
        draft.products = products;
        draft.channels = channels;
        currency(rows, draft);
        return new LogColumns(draft);
    }

    private long[] seconds(int[] rows) {
        long[] out = new long[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = rows[i] < baseSize ? base.second[rows[i]] : more.second[rows[i] - baseSize];
        }
        return out;
    }

    private int[] sourceRows(int[] rows) {
        int[] out = new int[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = rows[i] < baseSize ? base.sourceRow[rows[i]] : more.sourceRow[rows[i] - baseSize];
        }
        return out;
    }

    private double @Nullable [] optional(double @Nullable [] first, double @Nullable [] second, int[] rows) {
        if (first == null && second == null) {
            return null;
        }
        double[] out = new double[rows.length];
        for (int i = 0; i < out.length; i++) {
            boolean old = rows[i] < baseSize;
            double[] column = old ? first : second;
            out[i] = column == null ? Double.NaN : column[old ? rows[i] : rows[i] - baseSize];
        }
        return out;
    }

    private int @Nullable [] ids(int @Nullable [] first, int @Nullable [] second, int[] numbers, int[] rows) {
        if (first == null && second == null) {
            return null;
        }
        int[] out = new int[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = number(first, second, numbers, rows[i]);
        }
        return out;
    }

    private @Nullable BitSet filled(int[] rows) {
        if (base.filled == null && more.filled == null) {
            return null;
        }
        BitSet out = new BitSet(rows.length);
        for (int i = 0; i < rows.length; i++) {
            boolean old = rows[i] < baseSize;
            BitSet marks = old ? base.filled : more.filled;
            out.set(i, marks != null && marks.get(old ? rows[i] : rows[i] - baseSize));
        }
        return out;
    }

    private void currency(int[] rows, LogColumns.Draft draft) {
        List<String> all = new ArrayList<>(base.currencies);
        more.currencies.stream().filter(code -> !all.contains(code)).forEach(all::add);
        if (all.size() > LogColumns.MAX_CURRENCIES) {
            throw new InvalidDataException(
                    "together there are more than " + LogColumns.MAX_CURRENCIES + " currencies: convert them first");
        }
        byte[] moreNumbers = new byte[more.currencies.size()];
        for (int i = 0; i < moreNumbers.length; i++) {
            moreNumbers[i] = (byte) all.indexOf(more.currencies.get(i));
        }
        byte[] out = new byte[rows.length];
        for (int i = 0; i < out.length; i++) {
            boolean old = rows[i] < baseSize;
            byte[] column = old ? base.currency : more.currency;
            int number = column == null ? 0 : column[old ? rows[i] : rows[i] - baseSize];
            out[i] = old ? (byte) number : moreNumbers[number];
        }
        draft.currency(out, all);
    }
}
