package org.ltv4j.core.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Sales rows as immutable primitive columns, grouped by customer and in time order within each customer (rows of one
 * moment in the order of the source, or, where it states both, in that of their order and line ids: shorter ids first, those
 * of one length by their bytes, so that it does not matter which of them came first).
 *
 * <p>A row is what the source called a row: a receipt or a line of one. Times are wall-clock seconds of the log's own
 * calendar (seconds since 1970-01-01T00:00 as if that clock were UTC), so that a day is the day on the shop's wall.
 * Customers, orders, lines, products and channels are numbers; their tables give the names.
 *
 * <p>Cost: 28 bytes a row (20 without amounts), plus 4 for each id column and 8 for each number column that is present.
 */
public final class TransactionLog {
    /** Stands for "this row names none" in the columns of order, line, product and channel. */
    public static final int NONE = -1;

    static final int SECONDS_PER_DAY = 86_400;

    final LogColumns columns;
    final IdTable customers;
    final int[] starts;

    TransactionLog(LogColumns columns, IdTable customers, int[] starts) {
        this.columns = columns;
        this.customers = customers;
        this.starts = starts;
    }

    /**
     * A builder for rows in one currency.
     *
     * @param currency ISO code such as {@code EUR}, or the empty text where it is not known; see {@link CurrencyCode}
     * @return an empty builder
     */
    public static TransactionLogBuilder builder(String currency) {
        return new TransactionLogBuilder(currency);
    }

    /**
     * A builder for rows of which only customer and time are known.
     *
     * @return an empty builder whose log has no amounts (see {@link #hasAmounts()})
     */
    public static TransactionLogBuilder builderWithoutAmounts() {
        return new TransactionLogBuilder("").withoutAmounts();
    }

    /**
     * All rows.
     *
     * @return how many rows there are
     */
    public int size() {
        return columns.second.length;
    }

    /**
     * The customers, each with at least one row.
     *
     * @return ids in the order in which the source first named them
     */
    public IdTable customers() {
        return customers;
    }

    /**
     * The first row of a customer. Its rows are {@code start(c)} to {@code start(c + 1) - 1}, in time order.
     *
     * @param customer from 0 to {@code customers().size()}; the last one gives {@link #size()}
     * @return a row number
     */
    public int start(int customer) {
        return starts[customer];
    }

    /**
     * The customer of a row, by binary search; loops run faster over {@link #start}.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the customer's number
     */
    public int customer(int row) {
        int at = Arrays.binarySearch(starts, row);
        if (at < 0) {
            return -at - 2;
        }
        while (starts[at + 1] == row) {
            at++;
        }
        return at;
    }

    /**
     * When the row happened, on the log's wall clock.
     *
     * @param row a row number
     * @return seconds since 1970-01-01T00:00 of that clock; negative before it
     */
    public long second(int row) {
        return columns.second[row];
    }

    /**
     * The calendar day of the row.
     *
     * @param row a row number
     * @return days since 1970-01-01; negative before it
     */
    public int day(int row) {
        return (int) Math.floorDiv(columns.second[row], SECONDS_PER_DAY);
    }

    /**
     * When the row happened.
     *
     * @param row a row number
     * @return date and time of the log's wall clock
     */
    public LocalDateTime time(int row) {
        return LocalDateTime.ofEpochSecond(columns.second[row], 0, ZoneOffset.UTC);
    }

    /**
     * What was paid; a refund is negative.
     *
     * @param row a row number
     * @return a finite amount, in the currency of the row; 0 for every row where the log has no amounts at all (see {@link
     *     #hasAmounts()}); NaN only in a log that {@link #hasMissingAmounts()}
     */
    public double amount(int row) {
        double[] amounts = columns.amount;
        return amounts == null ? 0 : amounts[row];
    }

    /**
     * Whether the source states what was paid. A log without amounts says who bought when: models of purchases are fitted on
     * it, models of spend cannot be.
     *
     * @return false where every {@link #amount} is 0 because none is known
     */
    public boolean hasAmounts() {
        return columns.amount != null;
    }

    /**
     * Whether cleaning filled the amount of the row, which the source did not state.
     *
     * @param row a row number
     * @return false for an amount that was read
     */
    public boolean amountFilled(int row) {
        return columns.filled != null && columns.filled.get(row);
    }

    /**
     * Whether any amount is missing: a log of such rows is for cleaning only. Cost: one pass over the amounts.
     *
     * @return true if a reader was asked to keep rows without amount and they were neither filled nor dropped yet
     */
    public boolean hasMissingAmounts() {
        return LogParts.hasMissing(columns.amount);
    }

    /**
     * Refuses missing amounts: everything that adds amounts up asks this first.
     *
     * @throws InvalidDataException if any is missing
     */
    public void requireAmounts() {
        if (hasMissingAmounts()) {
            throw LogEdit.amountsMissing(this);
        }
    }

    /**
     * The row of the source that this row was, for messages: the line of a file (the header is line 1), the row of a table.
     *
     * @param row a row number
     * @return counted from 1; 0 where the source did not say
     */
    public int sourceRow(int row) {
        return columns.sourceRow[row];
    }

    /**
     * The order or receipt of the row.
     *
     * @param row a row number
     * @return a number in {@link #orders()}, or {@link #NONE}
     */
    public int order(int row) {
        return columns.order == null ? NONE : columns.order[row];
    }

    /**
     * The line of its order that the row is: what tells two rows of one order apart.
     *
     * @param row a row number
     * @return a number in {@link #lines()}, or {@link #NONE}
     */
    public int line(int row) {
        return columns.line == null ? NONE : columns.line[row];
    }

    /**
     * The product of the row.
     *
     * @param row a row number
     * @return a number in {@link #products()}, or {@link #NONE}
     */
    public int product(int row) {
        return columns.product == null ? NONE : columns.product[row];
    }

    /**
     * The channel or store of the row.
     *
     * @param row a row number
     * @return a number in {@link #channels()}, or {@link #NONE}
     */
    public int channel(int row) {
        return columns.channel == null ? NONE : columns.channel[row];
    }

    /**
     * Pieces sold; a return is negative.
     *
     * @param row a row number
     * @return the quantity, or NaN where the source does not state one (see {@link #hasQuantity()})
     */
    public double quantity(int row) {
        return columns.quantity == null ? Double.NaN : columns.quantity[row];
    }

    /**
     * Price of one piece.
     *
     * @param row a row number
     * @return the price, or NaN where the source does not state one
     */
    public double unitPrice(int row) {
        return columns.unitPrice == null ? Double.NaN : columns.unitPrice[row];
    }

    /**
     * Discount granted on the row, already contained in the amount.
     *
     * @param row a row number
     * @return the discount, or NaN where the source does not state one
     */
    public double discount(int row) {
        return columns.discount == null ? Double.NaN : columns.discount[row];
    }

    /**
     * The currency of the row.
     *
     * @param row a row number
     * @return the code, the empty text where it is not known
     */
    public String currency(int row) {
        return columns.currencies.get(columns.currency == null ? 0 : columns.currency[row]);
    }

    /**
     * The currencies in which rows may stand. Amounts of different currencies are never added up: everything that adds
     * amounts refuses a log with more than one.
     *
     * @return at least one code; the empty text stands for "not known"
     */
    public List<String> currencies() {
        return columns.currencies;
    }

    /**
     * The one currency of this log.
     *
     * @return its code, or the empty text where it is not known
     * @throws InvalidDataException if there is more than one
     */
    public String currency() {
        if (columns.currencies.size() > 1) {
            throw new InvalidDataException("amounts in " + columns.currencies.size() + " currencies "
                    + columns.currencies + " cannot be added up: keep one of them or convert them first");
        }
        return columns.currencies.get(0);
    }

    /**
     * Order ids.
     *
     * @return their table, empty where the source has none
     */
    public IdTable orders() {
        return columns.orders;
    }

    /**
     * Line ids.
     *
     * @return their table, empty where the source has none
     */
    public IdTable lines() {
        return columns.lines;
    }

    /**
     * Product ids.
     *
     * @return their table, empty where the source has none
     */
    public IdTable products() {
        return columns.products;
    }

    /**
     * Channels or stores.
     *
     * @return their table, empty where the source has none
     */
    public IdTable channels() {
        return columns.channels;
    }

    /**
     * Whether the source states orders.
     *
     * @return true if any row has one
     */
    public boolean hasOrders() {
        return columns.order != null;
    }

    /**
     * Whether the source states lines of orders.
     *
     * @return true if any row has one
     */
    public boolean hasLines() {
        return columns.line != null;
    }

    /**
     * Whether the source states products.
     *
     * @return true if any row has one
     */
    public boolean hasProducts() {
        return columns.product != null;
    }

    /**
     * Whether the source states quantities.
     *
     * @return true if any row has one
     */
    public boolean hasQuantity() {
        return columns.quantity != null;
    }

    /**
     * Whether the source states channels or stores.
     *
     * @return true if any row has one
     */
    public boolean hasChannels() {
        return columns.channel != null;
    }

    /**
     * Whether the source states prices of single pieces.
     *
     * @return true if any row has one
     */
    public boolean hasUnitPrice() {
        return columns.unitPrice != null;
    }

    /**
     * Whether the source states discounts.
     *
     * @return true if any row has one
     */
    public boolean hasDiscount() {
        return columns.discount != null;
    }

    /**
     * The day of the earliest row.
     *
     * @return a date
     * @throws InvalidDataException if the log is empty
     */
    public LocalDate firstDay() {
        return LocalDate.ofEpochDay(Math.floorDiv(LogParts.extreme(this, false), SECONDS_PER_DAY));
    }

    /**
     * The day of the latest row.
     *
     * @return a date
     * @throws InvalidDataException if the log is empty
     */
    public LocalDate lastDay() {
        return LocalDate.ofEpochDay(Math.floorDiv(LogParts.extreme(this, true), SECONDS_PER_DAY));
    }

    /**
     * Cuts the log: histories up to and with a day, outcomes after it.
     *
     * @param end last day of the calibration; purchases on it belong to the calibration
     * @param scale unit of the histories
     * @return histories of all customers whose first purchase is on or before that day, and what they did afterwards
     * @throws InvalidDataException if the day is before the first row, not before the last one, or amounts stand in
     *     several currencies
     */
    public CalibrationHoldout calibrateUntil(LocalDate end, TimeScale scale) {
        return CalibrationHoldout.cut(this, end, scale);
    }

    /**
     * The histories of all customers up to and with a day.
     *
     * @param end last day that is observed; customers whose first purchase is later are left out
     * @param scale unit of the histories
     * @return a history per customer
     * @throws InvalidDataException if no row is on or before the day, or amounts stand in several currencies
     */
    public CustomerSummaries summaries(LocalDate end, TimeScale scale) {
        return SummaryBuilder.summarise(this, end, scale);
    }

    /**
     * The rows up to and with a day.
     *
     * @param end last day kept
     * @return a log of those rows and their customers
     */
    public TransactionLog until(LocalDate end) {
        BitSet keep = new BitSet(size());
        for (int row = 0; row < size(); row++) {
            if (day(row) <= end.toEpochDay()) {
                keep.set(row);
            }
        }
        return keep(keep);
    }

    /**
     * Some of the rows; customers without any row left are left out.
     *
     * @param rows the rows to keep
     * @return a log of those rows; the tables of orders, lines, products and channels stay as they are, see
     *     {@link LogEdit#withoutUnusedIds}
     */
    public TransactionLog keep(BitSet rows) {
        return rows.cardinality() == size() ? this : LogParts.keep(rows, columns, customers, starts);
    }

    /**
     * The same rows with other amounts, for example after refunds were netted.
     *
     * @param amounts one finite amount per row; NaN is allowed where this log's amount is missing
     * @return a log with those amounts
     * @throws InvalidDataException if another amount is not finite
     */
    public TransactionLog withAmounts(double[] amounts) {
        return LogEdit.of(this).amounts(amounts).log();
    }

    /**
     * The same rows in one named currency, for example after those of others were left out.
     *
     * @param currency ISO code
     * @return a log in that currency
     * @throws InvalidDataException if it is no currency ({@link CurrencyCode}), or a row stands in another one
     */
    public TransactionLog inCurrency(String currency) {
        return LogEdit.of(this).inCurrency(currency).log();
    }

    /** Rows, customers and days, but no data: safe to print. */
    @Override
    public String toString() {
        return size() == 0
                ? "TransactionLog[no rows]"
                : "TransactionLog[" + size() + " rows, " + customers.size() + " customers, " + firstDay() + " to "
                        + lastDay() + "]";
    }
}
