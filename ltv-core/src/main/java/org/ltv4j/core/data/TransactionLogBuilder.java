package org.ltv4j.core.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows for a {@link TransactionLog}, one at a time and in any order. {@link #add} opens a row; the setters
 * after it speak of that row and, before the first one, throw {@link IllegalStateException}. Not thread-safe; {@link #build()}
 * ends it.
 *
 * <pre>{@code
 * TransactionLog log = TransactionLog.builder("EUR")
 *     .add("ann", LocalDateTime.of(2025, 3, 1, 9, 30), 4.50).order("R-17").product("espresso").quantity(1)
 *     .add("bob", LocalDateTime.of(2025, 3, 1, 9, 31), 3.20)
 *     .build();
 * }</pre>
 */
public final class TransactionLogBuilder {
    private static final int MAX_ROWS = Integer.MAX_VALUE - 8;

    private final IdTable.Builder customers = new IdTable.Builder();
    private final IdTable.Builder orders = new IdTable.Builder();
    private final IdTable.Builder lines = new IdTable.Builder();
    private final IdTable.Builder products = new IdTable.Builder();
    private final IdTable.Builder channels = new IdTable.Builder();
    private final List<String> currencies = new ArrayList<>();

    private boolean amounts = true;
    private int size;
    private int leftOut;
    private int[] customer = new int[1024];
    private long[] second = new long[1024];
    private double[] amount = new double[1024];
    private final SourceRows sourceRows = new SourceRows();
    private int @Nullable [] order;
    private int @Nullable [] line;
    private int @Nullable [] product;
    private int @Nullable [] channel;
    private double @Nullable [] quantity;
    private double @Nullable [] unitPrice;
    private double @Nullable [] discount;
    private byte @Nullable [] currency;

    TransactionLogBuilder(String currency) {
        currencies.add(CurrencyCode.of(currency));
    }

    TransactionLogBuilder withoutAmounts() {
        amounts = false;
        return this;
    }

    /**
     * Opens a row of a log without amounts.
     *
     * @param customerId the customer, not blank
     * @param time when, on the wall clock of the shop
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode, or the time is not of {@link WallClock}'s years
     * @throws IllegalStateException if the log has amounts: see {@link TransactionLog#builderWithoutAmounts()}
     */
    public TransactionLogBuilder add(String customerId, LocalDateTime time) {
        if (amounts) {
            throw new IllegalStateException("rows of this log need an amount: add it, or take"
                    + " TransactionLog.builderWithoutAmounts() where none is known");
        }
        return add(customerId, time, 0);
    }

    /**
     * Opens a row of a log without amounts of which only the day is known.
     *
     * @param customerId the customer, not blank
     * @param day when
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode, or the time is not of {@link WallClock}'s years
     * @throws IllegalStateException if the log has amounts: see {@link TransactionLog#builderWithoutAmounts()}
     */
    public TransactionLogBuilder add(String customerId, LocalDate day) {
        return add(customerId, day.atStartOfDay());
    }

    /**
     * Opens a row.
     *
     * @param customerId the customer, not blank
     * @param time when, on the wall clock of the shop
     * @param paid finite amount; a refund is negative
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode, the amount is not finite, or the time is not of {@link
     *     WallClock}'s years
     */
    public TransactionLogBuilder add(String customerId, LocalDateTime time, double paid) {
        if (Blanks.isBlank(customerId)) {
            throw new InvalidDataException("row " + (size + 1) + " needs a customer id, got a blank one");
        }
        return add(customers.index(customerId), time.toEpochSecond(ZoneOffset.UTC), paid, size + 1);
    }

    /**
     * Opens a row of which only the day is known.
     *
     * @param customerId the customer, not blank
     * @param day when
     * @param paid finite amount; a refund is negative
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode, the amount is not finite, or the time is not of {@link
     *     WallClock}'s years
     */
    public TransactionLogBuilder add(String customerId, LocalDate day, double paid) {
        return add(customerId, day.atStartOfDay(), paid);
    }

    /**
     * Opens a row whose customer is already a number of {@link #customers()}: the way of readers that meet bytes.
     *
     * @param customerIndex a number given by {@link #customers()}
     * @param localSecond seconds since 1970-01-01T00:00 of the shop's wall clock
     * @param paid finite amount; a refund is negative
     * @param source line of the file or row of the table, counted from 1; 0 if there is none
     * @return this builder
     * @throws InvalidDataException if the amount is not finite, the number unknown, or the time not of {@link WallClock}'s years
     */
    public TransactionLogBuilder add(int customerIndex, long localSecond, double paid, int source) {
        RowChecks.requireFinite(paid, source);
        return open(customerIndex, localSecond, paid, source);
    }

    /**
     * Opens a row whose amount the source does not state. Such a log is for cleaning only: nothing adds its amounts up until
     * they are filled or their rows dropped, see {@link TransactionLog#hasMissingAmounts()}.
     *
     * @param customerIndex a number given by {@link #customers()}
     * @param localSecond seconds since 1970-01-01T00:00 of the shop's wall clock
     * @param source line of the file or row of the table, counted from 1; 0 if there is none
     * @return this builder
     * @throws InvalidDataException if the number is unknown, or the time not of {@link WallClock}'s years
     */
    public TransactionLogBuilder addWithoutAmount(int customerIndex, long localSecond, int source) {
        return open(customerIndex, localSecond, Double.NaN, source);
    }

    private TransactionLogBuilder open(int customerIndex, long localSecond, double paid, int source) {
        if (!amounts && paid != 0) {
            throw new InvalidDataException("row " + source + " has an amount, but the log was begun without amounts");
        }
        RowChecks.requireCustomer(customerIndex, customers, source);
        WallClock.require(localSecond, "row", source);
        if (size == second.length) {
            grow();
        }
        customer[size] = customerIndex;
        second[size] = localSecond;
        amount[size] = paid;
        sourceRows.add(source);
        size++;
        return this;
    }

    /**
     * Adds whole columns without optional ones: the way of readers of tables. An empty builder takes the arrays over instead of
     * copying them; they must not be changed before {@link #build()}, and no log ever shares them.
     *
     * @param customerIndexes numbers given by {@link #customers()}; a row with {@link TransactionLog#NONE} is left out
     * @param localSeconds seconds since 1970-01-01T00:00 of the shop's wall clock
     * @param paid finite amounts; refunds are negative
     * @param count how many rows of the arrays count; they are rows 1, 2, 3 and so on of the source
     * @return this builder
     * @throws InvalidDataException if an amount is not finite, a number unknown or a time not of {@link WallClock}'s years; an
     *     empty builder then stays empty
     */
    public TransactionLogBuilder addAll(int[] customerIndexes, long[] localSeconds, double[] paid, int count) {
        boolean empty = size == 0
                && count > 0
                && amounts
                && customerIndexes.length == localSeconds.length
                && paid.length == localSeconds.length;
        if (!empty) {
            for (int i = 0; i < count; i++) {
                if (customerIndexes[i] != TransactionLog.NONE) {
                    add(customerIndexes[i], localSeconds[i], paid[i], i + 1);
                }
            }
            return this;
        }
        leftOut = RowChecks.requireColumns(customerIndexes, localSeconds, paid, count, customers);
        sourceRows.addFirst(count);
        customer = customerIndexes;
        second = localSeconds;
        amount = paid;
        size = count;
        return this;
    }

    /** The place of the open row. */
    private int row() {
        if (size == 0) {
            throw new IllegalStateException("open a row by add before its columns are set");
        }
        return size - 1;
    }

    private int code(IdTable.Builder ids, String id) {
        row(); // before the id gets a number
        return Blanks.isBlank(id) ? TransactionLog.NONE : ids.index(id);
    }

    /**
     * The order or receipt of the open row.
     *
     * @param id the order; a blank one is none
     * @return this builder
     * @throws InvalidDataException if the id is no Unicode
     */
    public TransactionLogBuilder order(String id) {
        return order(code(orders, id));
    }

    /**
     * The order of the open row as a number of {@link #orders()}.
     *
     * @param index a number, or {@link TransactionLog#NONE}
     * @return this builder
     * @throws InvalidDataException if the number is unknown
     */
    public TransactionLogBuilder order(int index) {
        order = LogColumns.set(order, second.length, row(), RowChecks.known(index, orders, "order", size));
        return this;
    }

    /**
     * The line of its order that the open row is. Lines of different orders may bear the same id.
     *
     * @param id the line; a blank one is none
     * @return this builder
     * @throws InvalidDataException if the id is no Unicode
     */
    public TransactionLogBuilder line(String id) {
        return line(code(lines, id));
    }

    /**
     * The line of the open row as a number of {@link #lines()}.
     *
     * @param index a number, or {@link TransactionLog#NONE}
     * @return this builder
     * @throws InvalidDataException if the number is unknown
     */
    public TransactionLogBuilder line(int index) {
        line = LogColumns.set(line, second.length, row(), RowChecks.known(index, lines, "line", size));
        return this;
    }

    /**
     * The product of the open row.
     *
     * @param id the product; a blank one is none
     * @return this builder
     * @throws InvalidDataException if the id is no Unicode
     */
    public TransactionLogBuilder product(String id) {
        return product(code(products, id));
    }

    /**
     * The product of the open row as a number of {@link #products()}.
     *
     * @param index a number, or {@link TransactionLog#NONE}
     * @return this builder
     * @throws InvalidDataException if the number is unknown
     */
    public TransactionLogBuilder product(int index) {
        product = LogColumns.set(product, second.length, row(), RowChecks.known(index, products, "product", size));
        return this;
    }

    /**
     * The channel or store of the open row.
     *
     * @param id the channel; a blank one is none
     * @return this builder
     * @throws InvalidDataException if the id is no Unicode
     */
    public TransactionLogBuilder channel(String id) {
        return channel(code(channels, id));
    }

    /**
     * The channel of the open row as a number of {@link #channels()}.
     *
     * @param index a number, or {@link TransactionLog#NONE}
     * @return this builder
     * @throws InvalidDataException if the number is unknown
     */
    public TransactionLogBuilder channel(int index) {
        channel = LogColumns.set(channel, second.length, row(), RowChecks.known(index, channels, "channel", size));
        return this;
    }

    /**
     * Pieces sold in the open row; a return is negative.
     *
     * @param pieces finite, or NaN where not stated
     * @return this builder
     * @throws InvalidDataException if it is infinite
     */
    public TransactionLogBuilder quantity(double pieces) {
        quantity = LogColumns.set(quantity, second.length, row(), RowChecks.notInfinite(pieces, "quantity", size));
        return this;
    }

    /**
     * Price of one piece in the open row.
     *
     * @param price finite, or NaN where not stated
     * @return this builder
     * @throws InvalidDataException if it is infinite
     */
    public TransactionLogBuilder unitPrice(double price) {
        unitPrice = LogColumns.set(unitPrice, second.length, row(), RowChecks.notInfinite(price, "unit price", size));
        return this;
    }

    /**
     * Discount on the open row, already contained in its amount.
     *
     * @param granted finite, or NaN where not stated
     * @return this builder
     * @throws InvalidDataException if it is infinite
     */
    public TransactionLogBuilder discount(double granted) {
        discount = LogColumns.set(discount, second.length, row(), RowChecks.notInfinite(granted, "discount", size));
        return this;
    }

    /**
     * The currency of the open row, where it is not the builder's.
     *
     * @param code ISO code, sign or empty text, see {@link CurrencyCode}
     * @return this builder
     * @throws InvalidDataException if it is no currency, or there would be more than 127 different ones
     */
    public TransactionLogBuilder currency(String code) {
        int row = row();
        int index = currencies.indexOf(code);
        String named = index < 0 ? CurrencyCode.of(code) : code;
        if (index < 0) {
            index = currencies.indexOf(named);
        }
        if (index < 0) {
            if (currencies.size() == LogColumns.MAX_CURRENCIES) {
                throw new InvalidDataException(
                        "more than " + LogColumns.MAX_CURRENCIES + " currencies: is this the currency column?");
            }
            currencies.add(named);
            index = currencies.size() - 1;
        }
        if (currency == null) {
            currency = new byte[second.length];
        }
        currency[row] = (byte) index;
        return this;
    }

    /**
     * Makes room for rows whose number is known beforehand, which spares copies on the way.
     *
     * @param rows how many rows will come in all; more may come
     * @return this builder
     */
    public TransactionLogBuilder expect(int rows) {
        if (rows > second.length) {
            resize(Math.min(rows, MAX_ROWS));
        }
        return this;
    }

    /**
     * Numbers for customer ids.
     *
     * @return the table that {@link #add(int, long, double, int)} refers to
     */
    public IdTable.Builder customers() {
        return customers;
    }

    /**
     * Numbers for order ids.
     *
     * @return the table that {@link #order(int)} refers to
     */
    public IdTable.Builder orders() {
        return orders;
    }

    /**
     * Numbers for line ids.
     *
     * @return the table that {@link #line(int)} refers to
     */
    public IdTable.Builder lines() {
        return lines;
    }

    /**
     * Numbers for product ids.
     *
     * @return the table that {@link #product(int)} refers to
     */
    public IdTable.Builder products() {
        return products;
    }

    /**
     * Numbers for channels.
     *
     * @return the table that {@link #channel(int)} refers to
     */
    public IdTable.Builder channels() {
        return channels;
    }

    /**
     * Rows so far.
     *
     * @return how many rows were opened
     */
    public int size() {
        return size - leftOut;
    }

    /**
     * The finished log; the builder must not be used afterwards. Customers that got a number but no row are left out.
     *
     * <p>LogColumns are moved into their order one by one, so that the peak is the finished log and one column more.
     *
     * @return an immutable log of all rows
     */
    public TransactionLog build() {
        IdTable names = customers.build();
        RowOrder grouped = RowOrder.of(customer, second, size, leftOut, names.size());
        customer = new int[0];
        int[] rows = grouped.rows();
        IdTable orderNames = orders.build();
        IdTable lineNames = lines.build();
        TieOrder.sort(rows, grouped.starts(), second, order, line, orderNames, lineNames);
        second = LogColumns.picked(second, rows);
        amount = amounts ? LogColumns.picked(amount, rows) : new double[0];
        order = LogColumns.pick(order, rows);
        line = LogColumns.pick(line, rows);
        product = LogColumns.pick(product, rows);
        channel = LogColumns.pick(channel, rows);
        quantity = LogColumns.pick(quantity, rows);
        unitPrice = LogColumns.pick(unitPrice, rows);
        discount = LogColumns.pick(discount, rows);
        currency = LogColumns.pick(currency, rows);
        int[] sources = sourceRows.inOrderOf(rows); // last, since it may take the array over
        LogColumns.Draft columns = new LogColumns.Draft(second, amounts ? amount : null, sources);
        columns.order = order;
        columns.line = line;
        columns.product = product;
        columns.channel = channel;
        columns.quantity = quantity;
        columns.unitPrice = unitPrice;
        columns.discount = discount;
        columns.currency(currency, currencies); // a default currency of no row must not make a log look mixed
        columns.orders = orderNames;
        columns.lines = lineNames;
        columns.products = products.build();
        columns.channels = channels.build();
        return LogParts.withoutEmptyCustomers(new LogColumns(columns), names, grouped.starts());
    }

    private void grow() {
        int now = second.length;
        if (now == MAX_ROWS) {
            throw new InvalidDataException("a log holds at most " + MAX_ROWS + " rows: summarise by customer first");
        }
        resize((int) Math.min(MAX_ROWS, now + (now >> 1) + 1024L));
    }

    private void resize(int capacity) {
        customer = Arrays.copyOf(customer, capacity);
        second = Arrays.copyOf(second, capacity);
        amount = Arrays.copyOf(amount, capacity);
        order = LogColumns.grown(order, size, capacity);
        line = LogColumns.grown(line, size, capacity);
        product = LogColumns.grown(product, size, capacity);
        channel = LogColumns.grown(channel, size, capacity);
        quantity = LogColumns.grown(quantity, size, capacity);
        unitPrice = LogColumns.grown(unitPrice, size, capacity);
        discount = LogColumns.grown(discount, size, capacity);
        currency = currency == null ? null : Arrays.copyOf(currency, capacity);
    }
}
