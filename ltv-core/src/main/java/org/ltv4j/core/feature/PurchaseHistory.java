package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/**
 * What one customer bought up to and with a date: the rows of sales in order of time, the purchases (all sales of one
 * calendar day are one purchase), and apart from them what came back. Rows after the date are not in it.
 *
 * <p>A row of a sale has an amount of at least 0, a row of a return a negative one. On a log whose refunds were netted there are
 * no returns, and the purchases are those of {@link TransactionLog#summaries}. Rows of one moment stand in an order of
 * their own (by amount, quantity, price, discount, product, channel and order), so that nothing depends on the order in which they
 * came. {@code -0.0} does not occur.
 *
 * <p>On a log that states no amounts, a feature of your own sees NaN for each of them, and is missing for every customer of whom it
 * asked for one (or for returns, which amounts tell); families of features see 0, see {@link FeatureContext#hasAmounts}.
 *
 * <p>Within a window it shows the rows of the window only, and {@link #asOfDay()} is the window's last day; it may be empty then.
 * It is reused for customer after customer and must not be kept. It allocates nothing but the texts that are asked for.
 */
public final class PurchaseHistory {
    /** What {@link #fromDay()} gives where nothing was cut off at the start. */
    public static final int UNBOUNDED = Integer.MIN_VALUE;

    static final int SECONDS_PER_DAY = 86_400;

    private final Names names;
    private final Scratch scratch;
    private RowColumns sales;
    private @Nullable RowColumns returned;
    private CustomerKey customer = new CustomerKey();
    private int[] day = new int[64];
    private int[] visitDay = new int[64];
    private double[] visitAmount = new double[64];
    private int[] visitStart = new int[65];
    private int fromDay;
    private int asOfDay;
    private int firstRow;
    private int rows;
    private int firstVisit;
    private int visits;
    private int firstReturn;
    private int returns;
    private @Nullable PurchaseHistory view;
    private boolean amountsHidden;
    private boolean amountsAsked;

    PurchaseHistory(Names names, Scratch scratch, RowColumns sales) {
        this.names = names;
        this.scratch = scratch;
        this.sales = sales;
    }

    /** Shows these rows up to the end of a day. */
    void open(CustomerKey who, RowColumns sold, @Nullable RowColumns back, int lastDay) {
        customer = who;
        sales = sold;
        returned = back;
        fromDay = UNBOUNDED;
        asOfDay = lastDay;
        firstRow = 0;
        firstVisit = 0;
        firstReturn = 0;
        long end = (lastDay + 1L) * SECONDS_PER_DAY;
        rows = sold.firstFrom(end);
        returns = back == null ? 0 : back.firstFrom(end);
        mergeDays();
    }

    private void mergeDays() {
        if (day.length < rows) {
            int capacity = Math.max(rows, 2 * day.length);
            day = new int[capacity];
            visitDay = new int[capacity];
            visitAmount = new double[capacity];
            visitStart = new int[capacity + 1];
        }
        int visit = -1;
        int current = UNBOUNDED;
        long endOfDay = Long.MIN_VALUE;
        double total = 0;
        for (int row = 0; row < rows; row++) {
            long second = sales.second[row];
            if (second >= endOfDay) {
                if (visit >= 0) {
                    visitAmount[visit] = total;
                }
                total = 0;
                current = (int) Math.floorDiv(second, (long) SECONDS_PER_DAY);
                endOfDay = (current + 1L) * SECONDS_PER_DAY;
                visit++;
                visitDay[visit] = current;
                visitStart[visit] = row;
            }
            day[row] = current;
            total += sales.amount[row];
        }
        if (visit >= 0) {
            visitAmount[visit] = total;
        }
        visits = visit + 1;
        visitStart[visits] = rows;
    }

    /** From here on amounts are those that nobody stated: NaN. */
    void hideAmounts() {
        amountsHidden = true;
        amountsAsked = false;
    }

    /** Shows amounts again; true if they were asked for while they were hidden. */
    boolean showAmounts() {
        amountsHidden = false;
        return amountsAsked;
    }

    private double shown(double amount) {
        if (amountsHidden) {
            amountsAsked = true;
            return Double.NaN;
        }
        return amount;
    }

    /** The part of this history between two days, both included; the view is reused by the next call. */
    PurchaseHistory between(int from, int to) {
        PurchaseHistory part = view;
        if (part == null) {
            part = new PurchaseHistory(names, scratch, sales);
            view = part;
        }
        part.customer = customer;
        part.sales = sales;
        part.returned = returned;
        part.day = day;
        part.visitDay = visitDay;
        part.visitAmount = visitAmount;
        part.visitStart = visitStart;
        part.fromDay = Math.max(from, fromDay);
        part.asOfDay = Math.min(to, asOfDay);
        part.firstVisit = firstVisit + visitsBefore(from);
        int endVisit = firstVisit + visitsBefore(to + 1);
        part.visits = Math.max(0, endVisit - part.firstVisit);
        part.firstRow = visitStart[part.firstVisit];
        part.rows = visitStart[part.firstVisit + part.visits] - part.firstRow;
        part.narrowReturns(this, from, to);
        return part;
    }

    private void narrowReturns(PurchaseHistory whole, int from, int to) {
        firstReturn = whole.firstReturn;
        int end = whole.firstReturn + whole.returns;
        RowColumns back = returned;
        if (back != null) {
            long start = (long) from * SECONDS_PER_DAY;
            firstReturn = Math.min(end, Math.max(firstReturn, back.firstFrom(start)));
            end = Math.max(firstReturn, Math.min(end, back.firstFrom((to + 1L) * SECONDS_PER_DAY)));
        }
        returns = end - firstReturn;
    }

    private int visitsBefore(int limit) {
        int low = firstVisit;
        int high = firstVisit + visits;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (visitDay[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - firstVisit;
    }

    /**
     * The customer's id, for families that look something up beside the sales. An identifier: keep it out of messages.
     *
     * @return the id
     */
    public String customerId() {
        return customer.id();
    }

    /**
     * The customer's number in a table of ids, for families that look something up beside the sales. Looked up once for each of
     * the first 8 tables, whoever asks.
     *
     * @param ids the table
     * @return its number there, or {@link TransactionLog#NONE} if the customer is not in it
     */
    public int numberIn(IdTable ids) {
        return customer.numberIn(ids);
    }

    /**
     * The last day that is seen.
     *
     * @return days since 1970-01-01 of the date, or of the window's last day
     */
    public int asOfDay() {
        return asOfDay;
    }

    /**
     * The last day that is seen.
     *
     * @return the date, or the window's last day
     */
    public LocalDate asOf() {
        return LocalDate.ofEpochDay(asOfDay);
    }

    /**
     * The first day that is seen.
     *
     * @return days since 1970-01-01 of the window's first day, or {@link #UNBOUNDED}
     */
    public int fromDay() {
        return fromDay;
    }

    /**
     * Working space of the thread that computes.
     *
     * @return arrays to use within one call
     */
    public Scratch scratch() {
        return scratch;
    }

    /**
     * Rows of sales.
     *
     * @return how many there are; at least 1 outside windows
     */
    public int rows() {
        return rows;
    }

    /**
     * When a row happened.
     *
     * @param row from 0, in order of time
     * @return seconds since 1970-01-01T00:00 of the shop's wall clock
     */
    public long second(int row) {
        return sales.second[at(row)];
    }

    /**
     * The calendar day of a row.
     *
     * @param row from 0, in order of time
     * @return days since 1970-01-01
     */
    public int day(int row) {
        return day[at(row)];
    }

    /**
     * What was paid.
     *
     * @param row from 0, in order of time
     * @return at least 0, in the currency of the log
     */
    public double amount(int row) {
        return shown(sales.amount[at(row)]);
    }

    /**
     * Pieces sold.
     *
     * @param row from 0, in order of time
     * @return the quantity; NaN where not stated
     */
    public double quantity(int row) {
        return sales.quantity(at(row));
    }

    /**
     * Price of one piece.
     *
     * @param row from 0, in order of time
     * @return the price; NaN where not stated
     */
    public double unitPrice(int row) {
        return sales.unitPrice(at(row));
    }

    /**
     * Discount granted on the row, already taken off the amount.
     *
     * @param row from 0, in order of time
     * @return the discount; NaN where not stated
     */
    public double discount(int row) {
        return sales.discount(at(row));
    }

    /**
     * The product.
     *
     * @param row from 0, in order of time
     * @return a number of {@link FeatureContext#products()} or one beyond it; {@link TransactionLog#NONE} where not stated
     */
    public int product(int row) {
        return sales.product(at(row));
    }

    /**
     * The channel or store.
     *
     * @param row from 0, in order of time
     * @return a number of {@link FeatureContext#channels()} or one beyond it; {@link TransactionLog#NONE} where not stated
     */
    public int channel(int row) {
        return sales.channel(at(row));
    }

    /**
     * The order or receipt.
     *
     * @param row from 0, in order of time
     * @return equal for rows of one order; {@link TransactionLog#NONE} where not stated
     */
    public int order(int row) {
        return sales.order(at(row));
    }

    /**
     * The name of a product.
     *
     * @param number what {@link #product} gave, not {@link TransactionLog#NONE}
     * @return its id
     */
    public String productId(int number) {
        return names.products.name(number);
    }

    /**
     * The name of a channel.
     *
     * @param number what {@link #channel} gave, not {@link TransactionLog#NONE}
     * @return its id
     */
    public String channelId(int number) {
        return names.channels.name(number);
    }

    /**
     * Purchases: calendar days with a sale.
     *
     * @return how many there are; at least 1 outside windows
     */
    public int visits() {
        return visits;
    }

    /**
     * The day of a purchase.
     *
     * @param visit from 0, in order of time
     * @return days since 1970-01-01
     */
    public int visitDay(int visit) {
        return visitDay[firstVisit + Objects.checkIndex(visit, visits)];
    }

    /**
     * What was paid on the day of a purchase.
     *
     * @param visit from 0, in order of time
     * @return sum of the sales of that day
     */
    public double visitAmount(int visit) {
        return shown(visitAmount[firstVisit + Objects.checkIndex(visit, visits)]);
    }

    /**
     * The first row of a purchase. Its rows are {@code visitStart(v)} to {@code visitStart(v + 1) - 1}.
     *
     * @param visit from 0 to {@link #visits()}; the last one gives {@link #rows()}
     * @return a row
     */
    public int visitStart(int visit) {
        return visitStart[firstVisit + Objects.checkIndex(visit, visits + 1)] - firstRow;
    }

    /**
     * The sum of all sales.
     *
     * @return sum of {@link #visitAmount} in order; 0 if there are none
     */
    public double totalSpend() {
        double total = 0;
        for (int visit = firstVisit; visit < firstVisit + visits; visit++) {
            total += visitAmount[visit];
        }
        return shown(total);
    }

    /**
     * Rows of returns, those with a negative amount.
     *
     * @return how many there are
     */
    public int returns() {
        amountsAsked = true; // what came back is told by its amount
        return returns;
    }

    /** Rows beyond the cut may stand in the columns of a state: they must not be reached. */
    private int at(int row) {
        return firstRow + Objects.checkIndex(row, rows);
    }

    private int backAt(int row) {
        return firstReturn + Objects.checkIndex(row, returns);
    }

    private RowColumns returnedRows() {
        RowColumns rowsBack = returned;
        if (rowsBack == null) {
            throw new IndexOutOfBoundsException("there are no returns");
        }
        return rowsBack;
    }

    /**
     * The day of a return.
     *
     * @param row from 0 to {@code returns() - 1}, in order of time
     * @return days since 1970-01-01
     */
    public int returnDay(int row) {
        return (int) Math.floorDiv(returnedRows().second[backAt(row)], (long) SECONDS_PER_DAY);
    }

    /**
     * What was given back.
     *
     * @param row from 0 to {@code returns() - 1}, in order of time
     * @return below 0
     */
    public double returnAmount(int row) {
        return shown(returnedRows().amount[backAt(row)]);
    }

    /**
     * Pieces of a return as the log states them.
     *
     * @param row from 0 to {@code returns() - 1}, in order of time
     * @return the quantity, in most logs negative; NaN where not stated
     */
    public double returnQuantity(int row) {
        return returnedRows().quantity(backAt(row));
    }

    /**
     * The product of a return.
     *
     * @param row from 0 to {@code returns() - 1}, in order of time
     * @return a number, see {@link #product}
     */
    public int returnProduct(int row) {
        return returnedRows().product(backAt(row));
    }

    /** Counts only: a history names a person. */
    @Override
    public String toString() {
        return "PurchaseHistory[" + rows + " rows, " + visits + " purchases, " + returns + " returns, as of " + asOf()
                + "]";
    }
}
