package org.ltv4j.core.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log with other values in some columns: what cleaning steps do to a log. The log edited stays as it is; columns that
 * are not set are shared with it. Rows stand in the same order unless times or customers are set.
 *
 * <pre>{@code
 * TransactionLog rounded = LogEdit.of(log).amounts(cents).log();
 * }</pre>
 */
public final class LogEdit {
    private static final int MOST_NAMED = 20;

    private final TransactionLog log;
    private final LogColumns.Draft draft;
    private boolean times;
    private int @Nullable [] customerOf;
    private @Nullable IdTable customers;

    private LogEdit(TransactionLog log) {
        this.log = log;
        this.draft = new LogColumns.Draft(log.columns);
    }

    /**
     * An edit that changes nothing yet.
     *
     * @param log what to edit
     * @return the edit
     */
    public static LogEdit of(TransactionLog log) {
        return new LogEdit(log);
    }

    /**
     * An edit of a log of columns that stand in their order already: the way of readers of saved logs. The arrays are taken
     * over and must not be changed any more.
     *
     * @param customers the customers, each with rows
     * @param starts first row of each customer and the end, as {@link TransactionLog#start} gives them
     * @param seconds wall-clock seconds, never falling within a customer
     * @param amounts finite, or NaN where missing; null if no row has one
     * @param sourceRows line or row of the source, or 0
     * @return the edit
     * @throws InvalidDataException if the columns are no log
     */
    public static LogEdit ofColumns(
            IdTable customers, int[] starts, long[] seconds, double @Nullable [] amounts, int[] sourceRows) {
        LogParts.requireOrdered(customers, starts, seconds, amounts, sourceRows);
        LogColumns columns = new LogColumns(new LogColumns.Draft(seconds, amounts, sourceRows));
        return new LogEdit(new TransactionLog(columns, customers, starts));
    }

    static InvalidDataException amountsMissing(TransactionLog log) {
        List<BadValue> bad = new ArrayList<>();
        int missing = 0;
        for (int row = 0; row < log.size(); row++) {
            if (Double.isNaN(log.amount(row))) {
                missing++;
                if (bad.size() < MOST_NAMED) {
                    bad.add(new BadValue(log.sourceRow(row), "amount", "", "is missing")
                            .ofCustomer(log.customers().id(log.customer(row))));
                }
            }
        }
        return new InvalidDataException(
                missing + " of " + log.size() + " rows have no amount, the first of them " + bad.get(0)
                        + ": fill or drop them first (CleaningPlan.withMissing), or skip them when reading",
                bad);
    }

    /**
     * Other amounts. A log without amounts stays one where all of them are 0.
     *
     * @param amounts one finite amount per row; NaN is allowed where the log's amount is missing
     * @return this edit
     * @throws InvalidDataException if another amount is not finite
     */
    public LogEdit amounts(double[] amounts) {
        requireSize(amounts.length, "amounts");
        boolean any = log.hasAmounts();
        for (int row = 0; row < amounts.length; row++) {
            boolean stillMissing = Double.isNaN(amounts[row]) && Double.isNaN(log.amount(row));
            any |= amounts[row] != 0;
            if (!Double.isFinite(amounts[row]) && !stillMissing) {
                throw new InvalidDataException("row " + row + " needs a finite amount, got " + amounts[row]);
            }
        }
        draft.amount = any ? amounts.clone() : null;
        return this;
    }

    /**
     * Amounts where the source had none; these rows stay recognisable, see {@link TransactionLog#amountFilled}.
     *
     * @param amounts one amount per row, as for {@link #amounts}
     * @param rows the rows that were filled; rows filled before stay marked
     * @return this edit
     * @throws InvalidDataException if an amount is not finite that is not still missing
     */
    public LogEdit filledAmounts(double[] amounts, BitSet rows) {
        amounts(amounts);
        BitSet all = (BitSet) rows.clone();
        if (draft.filled != null) {
            all.or(draft.filled);
        }
        draft.filled = all.isEmpty() ? null : all;
        return this;
    }

    /**
     * Marks rows whose amount was filled, and no others.
     *
     * @param rows the rows
     * @return this edit
     */
    public LogEdit filled(BitSet rows) {
        if (rows.length() > log.size()) {
            throw new IllegalArgumentException("row " + (rows.length() - 1) + " is none of " + log.size());
        }
        draft.filled = rows.isEmpty() ? null : (BitSet) rows.clone();
        return this;
    }

    /**
     * Other quantities.
     *
     * @param quantities one per row; NaN where not stated
     * @return this edit
     */
    public LogEdit quantities(double[] quantities) {
        draft.quantity = numbers(quantities, "quantities");
        return this;
    }

    /**
     * Other prices of one piece.
     *
     * @param prices one per row; NaN where not stated
     * @return this edit
     */
    public LogEdit unitPrices(double[] prices) {
        draft.unitPrice = numbers(prices, "unit prices");
        return this;
    }

    /**
     * Other discounts.
     *
     * @param discounts one per row; NaN where not stated
     * @return this edit
     */
    public LogEdit discounts(double[] discounts) {
        draft.discount = numbers(discounts, "discounts");
        return this;
    }

    /**
     * Other orders.
     *
     * @param numbers one number of the table per row, or {@link TransactionLog#NONE}
     * @param ids the table
     * @return this edit
     */
    public LogEdit orders(int[] numbers, IdTable ids) {
        draft.order = numbers(numbers, ids, "orders");
        draft.orders = ids;
        return this;
    }

    /**
     * Other lines of orders.
     *
     * @param numbers one number of the table per row, or {@link TransactionLog#NONE}
     * @param ids the table
     * @return this edit
     */
    public LogEdit lines(int[] numbers, IdTable ids) {
        draft.line = numbers(numbers, ids, "lines");
        draft.lines = ids;
        return this;
    }

    /**
     * Other products.
     *
     * @param numbers one number of the table per row, or {@link TransactionLog#NONE}
     * @param ids the table
     * @return this edit
     */
    public LogEdit products(int[] numbers, IdTable ids) {
        draft.product = numbers(numbers, ids, "products");
        draft.products = ids;
        return this;
    }

    /**
     * Other channels.
     *
     * @param numbers one number of the table per row, or {@link TransactionLog#NONE}
     * @param ids the table
     * @return this edit
     */
    public LogEdit channels(int[] numbers, IdTable ids) {
        draft.channel = numbers(numbers, ids, "channels");
        draft.channels = ids;
        return this;
    }

    /**
     * No order, line, product or channel that no row names: what {@link TransactionLog#keep} left behind of rows that must
     * be forgotten. Ids in use are renumbered in their old order.
     *
     * @return this edit
     */
    public LogEdit withoutUnusedIds() {
        LogParts.removeUnusedIds(draft);
        return this;
    }

    /**
     * All amounts in one named currency, for example after rows of others were left out.
     *
     * @param currency ISO code
     * @return this edit
     * @throws InvalidDataException if it is no currency ({@link CurrencyCode}), or a row stands in another one
     */
    public LogEdit inCurrency(String currency) {
        String code = CurrencyCode.of(currency);
        for (int row = 0; row < log.size(); row++) {
            if (!log.currency(row).equals(code)) {
                throw new InvalidDataException(
                        "row " + log.sourceRow(row) + " is in " + log.currency(row) + ", not in " + code);
            }
        }
        draft.currency = null;
        draft.currencies = List.of(code);
        return this;
    }

    /**
     * Other currencies. Amounts stay as they are: {@link CurrencyRates} converts them.
     *
     * @param numbers the place of the currency of each row in the list
     * @param codes ISO codes, at most 127; those of no row are left out
     * @return this edit
     * @throws InvalidDataException if one is no currency ({@link CurrencyCode})
     */
    public LogEdit currencies(byte[] numbers, List<String> codes) {
        requireSize(numbers.length, "currencies");
        if (codes.isEmpty() || codes.size() > LogColumns.MAX_CURRENCIES) {
            throw new IllegalArgumentException(
                    "need 1 to " + LogColumns.MAX_CURRENCIES + " currencies, got " + codes.size());
        }
        for (byte number : numbers) {
            if (number < 0 || number >= codes.size()) {
                throw new IllegalArgumentException(
                        "the numbers of currencies must be below " + codes.size() + ", got " + number);
            }
        }
        List<String> read = codes.stream().map(CurrencyCode::of).toList();
        byte[] merged = numbers.clone();
        for (int row = 0; row < merged.length; row++) {
            merged[row] = (byte) read.indexOf(read.get(merged[row])); // eur and EUR are one
        }
        draft.currency(merged, read);
        return this;
    }

    /**
     * Other times; rows of a customer are put into their order, those of one moment as {@link TransactionLog} says.
     *
     * @param seconds one per row: seconds since 1970-01-01T00:00 of the wall clock
     * @return this edit
     */
    public LogEdit times(long[] seconds) {
        requireSize(seconds.length, "times");
        draft.second = seconds.clone();
        times = true;
        return this;
    }

    /**
     * Other names for the customers. Customers of one new name become one, whose rows stand in time order.
     *
     * @param numbers for each customer of the log its number in the new table; each number is used
     * @param ids the new table
     * @return this edit
     */
    public LogEdit customers(int[] numbers, IdTable ids) {
        if (numbers.length != log.customers().size()) {
            throw new IllegalArgumentException(
                    "need a number for each of " + log.customers().size() + " customers, got " + numbers.length);
        }
        BitSet used = new BitSet(ids.size());
        for (int number : numbers) {
            used.set(requireNumber(number, ids, "customers"));
        }
        if (used.cardinality() != ids.size()) {
            throw new IllegalArgumentException("only " + used.cardinality() + " of " + ids.size() + " ids are used");
        }
        customerOf = numbers.clone();
        customers = ids;
        return this;
    }

    /**
     * The edited log.
     *
     * @return a new log; cost: {@code O(n)} where rows have to be put into another order, else next to nothing
     */
    public TransactionLog log() {
        LogColumns columns = new LogColumns(draft);
        return times || customers != null
                ? Regrouping.of(log, columns, customerOf, customers)
                : new TransactionLog(columns, log.customers, log.starts);
    }

    private double[] numbers(double[] values, String what) {
        requireSize(values.length, what);
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                throw new InvalidDataException("row " + row + " of the " + what + " must be finite or NaN");
            }
        }
        return values.clone();
    }

    private int[] numbers(int[] values, IdTable ids, String what) {
        requireSize(values.length, what);
        for (int value : values) {
            if (value != TransactionLog.NONE) {
                requireNumber(value, ids, what);
            }
        }
        return values.clone();
    }

    private static int requireNumber(int number, IdTable ids, String what) {
        if (number < 0 || number >= ids.size()) {
            throw new IllegalArgumentException(
                    "the numbers of " + what + " must be below " + ids.size() + ", got " + number);
        }
        return number;
    }

    private void requireSize(int length, String what) {
        if (length != log.size()) {
            throw new IllegalArgumentException("need " + log.size() + " " + what + ", got " + length);
        }
    }
}
