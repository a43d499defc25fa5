package org.ltv4j.core.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.CurrencyCode;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** Makes a log of the rows of a {@link CellTable}. One per read. */
final class CellReader {
    private static final int PLAIN_COLUMNS = 3;

    private final ColumnBinding binding;
    private final Rejects rejects;
    private final CellRows where;
    private final CellTable table;
    private final Furniture furniture;
    private final TransactionLogBuilder builder;
    private final Texts dates;
    private final Texts amounts;
    private final Texts quantities;
    private final Texts prices;
    private final Texts discounts;
    private final Ids customers;
    private final Ids orders;
    private final Ids lines;
    private final Ids products;
    private final Ids channels;
    private final @Nullable CellColumn currency;
    private final @Nullable String[] currencyCodes; // null is none
    private final String dateForm;
    private @Nullable String contradiction;
    private boolean rejected;
    private String paidIn = "";

    /** A column of dates or numbers with its texts read; the column is null where the source has none. */
    private record Texts(
            @Nullable CellColumn column, @Nullable CellTexts texts) {}

    /** A column of ids and their numbers in the log, given when first used. */
    private record Ids(@Nullable CellColumn column, IdTable texts, int[] numbers) {}

    CellReader(CellTable table, NumberParser numbers, DateParser parser) {
        this.table = table;
        this.binding = table.binding();
        this.furniture = Furniture.ofUsed(binding);
        this.builder = binding.builder();
        this.where = table.where();
        this.rejects = new Rejects(table.options().rowPolicies(), where.unit());
        CellColumn date = table.column(ColumnRole.DATE);
        this.dates = new Texts(
                date,
                date == null || !date.hasTexts()
                        ? null
                        : CellTexts.dates(
                                date,
                                new DateReader(parser, table.options().zone().orElse(null))));
        this.dateForm = parser.form();
        this.amounts = numbers(table, ColumnRole.AMOUNT, numbers);
        this.quantities = numbers(table, ColumnRole.QUANTITY, numbers);
        this.prices = numbers(table, ColumnRole.UNIT_PRICE, numbers);
        this.discounts = numbers(table, ColumnRole.DISCOUNT, numbers);
        this.customers = ids(table, ColumnRole.CUSTOMER);
        this.orders = ids(table, ColumnRole.ORDER);
        this.lines = ids(table, ColumnRole.LINE);
        this.products = ids(table, ColumnRole.PRODUCT);
        this.channels = ids(table, ColumnRole.CHANNEL);
        this.currency = table.column(ColumnRole.CURRENCY);
        this.currencyCodes = codes(currency);
    }

    private static Texts numbers(CellTable table, ColumnRole role, NumberParser parser) {
        CellColumn column = table.column(role);
        return new Texts(column, column == null || !column.hasTexts() ? null : CellTexts.numbers(column, parser));
    }

    private static Ids ids(CellTable table, ColumnRole role) {
        CellColumn column = table.column(role);
        IdTable texts = column == null ? IdTable.EMPTY : column.texts();
        int[] numbers = new int[texts.size()];
        Arrays.fill(numbers, TransactionLog.NONE);
        return new Ids(column, texts, numbers);
    }

    private static @Nullable String[] codes(@Nullable CellColumn column) {
        IdTable texts = column == null ? IdTable.EMPTY : column.texts();
        @Nullable String[] codes = new String[texts.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = CurrencyCode.read(texts.id(i)).orElse(null);
        }
        return codes;
    }

    TransactionLog log() {
        return builder.build();
    }

    List<CleaningStep> steps() {
        return rejects.steps();
    }

    List<String> notes() {
        return rejects.notes();
    }

    void readAll(int rows) {
        boolean plain = binding.names().size() == PLAIN_COLUMNS
                && amounts.texts == null
                && dates.texts == null
                && where.plain()
                && !rejects.keepsMissingAmounts();
        if (plain && customers.column != null && dates.column != null && amounts.column != null) {
            readPlain(rows, customers.column, dates.column, amounts.column);
        } else {
            builder.expect(rows);
            for (int row = 0; row < rows; row++) {
                rejected = false;
                row(row);
            }
        }
        if (contradiction != null) {
            throw new InvalidDataException(Problems.otherOrder(binding.name(ColumnRole.DATE), contradiction, dateForm));
        }
        rejects.failIfAny(rows);
    }

    /**
     * A source of customer, typed date and typed amount alone: whole columns at once. Rows that cannot be used are told as any
     * row and left out.
     */
    private void readPlain(int rows, CellColumn customer, CellColumn date, CellColumn amount) {
        long[] seconds = date.seconds(rows);
        double[] paid = amount.numbers(rows);
        int[] indexes = customer.codes(rows); // each code makes way for the number of its customer
        PlainSum sum = new PlainSum(indexes, paid);
        int lastCode = CellColumn.NO_TEXT;
        int lastIndex = TransactionLog.NONE;
        boolean quiet = false; // once enough rows without a customer are told, they are but counted
        long without = 0;
        for (int row = 0; row < rows; row++) {
            int code = indexes[row] - 1;
            if (code != lastCode) { // rows of one customer often stand together
                lastCode = code;
                lastIndex = code < 0 ? TransactionLog.NONE : index(customers, builder.customers(), code);
            }
            boolean dated = seconds[row] >= Civil.EARLIEST && seconds[row] < Civil.AFTER_LATEST;
            if (lastIndex != TransactionLog.NONE && dated && Math.abs(paid[row]) <= NumberParser.LARGEST) {
                indexes[row] = lastIndex;
                paid[row] += 0.0; // not -0.0
            } else if (quiet && dated && code == CellColumn.NO_TEXT) {
                indexes[row] = TransactionLog.NONE;
                without++;
            } else {
                furniture.sold(sum.before(row), row);
                rejected = false;
                row(row);
                indexes[row] = TransactionLog.NONE;
                quiet = rejects.isQuiet(Reason.MISSING_CUSTOMER);
            }
        }
        rejects.count(Reason.MISSING_CUSTOMER, without);
        builder.addAll(indexes, seconds, paid, rows);
    }

    /** The sum of what was sold before a row, which tells a total; hardly a table needs it, so it is added up when asked for. */
    private static final class PlainSum {
        private final int[] customer;
        private final double[] paid;
        private int summed;
        private double sum;

        PlainSum(int[] customer, double[] paid) {
            this.customer = customer;
            this.paid = paid;
        }

        double before(int row) {
            for (; summed < row; summed++) {
                sum += customer[summed] == TransactionLog.NONE ? 0 : paid[summed];
            }
            return sum;
        }
    }

    private void row(int row) {
        CellRows.Flaw flaw = where.flaw(row);
        if (flaw != null) {
            reject(flaw.reason(), row, flaw.role(), flaw.value(), flaw.problem());
            return;
        }
        int customer = code(customers, row);
        if (customer == CellColumn.NO_TEXT) {
            reject(Reason.MISSING_CUSTOMER, row, ColumnRole.CUSTOMER, "", "is missing");
            return;
        }
        long second = second(row);
        boolean product = binding.amountIsProduct();
        double paid = amounts.column == null ? 0 : number(row, amounts, ColumnRole.AMOUNT, true);
        double pieces = number(row, quantities, ColumnRole.QUANTITY, product);
        double price = number(row, prices, ColumnRole.UNIT_PRICE, product);
        double granted = number(row, discounts, ColumnRole.DISCOUNT, false);
        if (product && !rejected) {
            paid = pieces * price;
            if (Math.abs(paid) > NumberParser.LARGEST) {
                reject(Reason.UNREADABLE_NUMBER, row, ColumnRole.QUANTITY, "", Problems.TOO_LARGE_PRODUCT);
            }
        }
        if (!rejected
                && wellFormed(row, customers, ColumnRole.CUSTOMER)
                && wellFormed(row, orders, ColumnRole.ORDER)
                && wellFormed(row, lines, ColumnRole.LINE)
                && wellFormed(row, products, ColumnRole.PRODUCT)
                && wellFormed(row, channels, ColumnRole.CHANNEL)
                && currency(row)) {
            add(row, index(customers, builder.customers(), customer), second, paid, pieces);
            set(row, pieces, price, granted);
        }
    }

    private void add(int row, int buyer, long second, double paid, double pieces) {
        if (Double.isNaN(paid)) {
            ColumnRole missing = Reason.withoutAmount(amounts.column != null, pieces);
            tell(Reason.MISSING_AMOUNT, row, missing, "", "is missing");
            builder.addWithoutAmount(buyer, second, where.place(row));
        } else {
            builder.add(buyer, second, paid, where.place(row));
            furniture.sold(paid);
        }
    }

    private void set(int row, double pieces, double price, double granted) {
        if (!Double.isNaN(pieces)) {
            builder.quantity(pieces);
        }
        if (!Double.isNaN(price)) {
            builder.unitPrice(price);
        }
        if (!Double.isNaN(granted)) {
            builder.discount(granted);
        }
        int order = code(orders, row);
        if (order >= 0) {
            builder.order(index(orders, builder.orders(), order));
        }
        int line = code(lines, row);
        if (line >= 0) {
            builder.line(index(lines, builder.lines(), line));
        }
        int product = code(products, row);
        if (product >= 0) {
            builder.product(index(products, builder.products(), product));
        }
        int channel = code(channels, row);
        if (channel >= 0) {
            builder.channel(index(channels, builder.channels(), channel));
        }
        if (currency != null) {
            builder.currency(paidIn);
        }
    }

    private static int code(Ids ids, int row) {
        return ids.column == null ? CellColumn.NO_TEXT : ids.column.code(row);
    }

    private static int index(Ids ids, IdTable.Builder target, int code) {
        if (ids.numbers[code] == TransactionLog.NONE) {
            ids.numbers[code] = target.index(ids.texts, code);
        }
        return ids.numbers[code];
    }

    private long second(int row) {
        CellColumn column = dates.column;
        CellTexts texts = dates.texts;
        int code = column == null || texts == null ? CellColumn.NO_TEXT : column.code(row);
        if (code >= 0 && texts != null) {
            long second = texts.second(code);
            if (second == DateParser.FAILED) {
                if (contradiction == null && texts.otherOrder(code)) {
                    contradiction =
                            "'" + texts.text(code).strip() + "' (" + where.unit() + " " + where.place(row) + ")";
                }
                reject(Reason.UNREADABLE_DATE, row, ColumnRole.DATE, texts.text(code), texts.problem(code));
            }
            return second;
        }
        long second = column == null ? DateParser.FAILED : column.second(row);
        if (second == DateParser.FAILED) {
            reject(Reason.MISSING_DATE, row, ColumnRole.DATE, "", "is missing");
        } else if (second < Civil.EARLIEST || second >= Civil.AFTER_LATEST) {
            reject(Reason.UNREADABLE_DATE, row, ColumnRole.DATE, "", Problems.OUTSIDE_YEARS);
        }
        return second;
    }

    private double number(int row, Texts values, ColumnRole role, boolean needed) {
        CellColumn column = values.column;
        if (rejected || column == null) {
            return Double.NaN;
        }
        CellTexts texts = values.texts;
        int code = texts == null ? CellColumn.NO_TEXT : column.code(row);
        double value = code >= 0 && texts != null ? texts.number(code) : column.number(row);
        if (code >= 0 && texts != null && Double.isNaN(value)) {
            reject(Reason.UNREADABLE_NUMBER, row, role, texts.text(code), texts.problem(code));
        } else if (Double.isNaN(value) && needed && !rejects.keepsMissingAmounts()) {
            reject(Reason.MISSING_AMOUNT, row, role, "", "is missing");
        } else if (Math.abs(value) > NumberParser.LARGEST) {
            reject(Reason.UNREADABLE_NUMBER, row, role, Double.toString(value), NumberParser.TOO_LARGE);
        }
        return value == 0 ? 0.0 : value;
    }

    private boolean wellFormed(int row, Ids ids, ColumnRole role) {
        if (code(ids, row) == CellColumn.BAD_TEXT) {
            reject(Reason.UNREADABLE_TEXT, row, role, "", "has a NUL or half of a surrogate pair, which no text has");
            return false;
        }
        return true;
    }

    /** Reads the currency of a row; false if something else stands there. */
    private boolean currency(int row) {
        int at = currency == null ? CellColumn.NO_TEXT : currency.code(row);
        String code = at >= 0 ? currencyCodes[at] : at == CellColumn.NO_TEXT ? "" : null;
        if (code == null) {
            reject(Reason.UNREADABLE_CURRENCY, row, ColumnRole.CURRENCY, "", Problems.NO_CURRENCY);
            return false;
        }
        paidIn = code;
        return true;
    }

    private void reject(Reason reason, int row, @Nullable ColumnRole role, String value, String problem) {
        boolean first = !rejected;
        rejected = true;
        if (first && (role == ColumnRole.CUSTOMER || role == ColumnRole.DATE) && !onlyWithoutCustomer(row)) {
            CellColumn paid = amounts.column;
            double amount = paid == null ? Double.NaN : paid.number(row);
            Reason noSale = furniture.reason(furniture.cells(), place -> table.shown(place, row), amount);
            if (noSale != null) {
                tell(noSale, row, null, "", CsvReader.NO_SALE);
                return;
            }
        }
        tell(reason, row, role, value, problem);
    }

    /** No customer but a date that is one by its type: such a row is neither blank, nor a header, nor a total, and there may be many. */
    private boolean onlyWithoutCustomer(int row) {
        CellColumn date = dates.column;
        return date != null
                && dates.texts == null
                && code(customers, row) == CellColumn.NO_TEXT
                && date.second(row) != DateParser.FAILED;
    }

    private void tell(Reason reason, int row, @Nullable ColumnRole role, String value, String problem) {
        String column = role == null ? "" : binding.name(role);
        String section = where.section(row);
        String named = section.isEmpty() ? column : (column + " of " + section).strip();
        rejects.add(reason, where.place(row), named, value, problem, () -> customerId(row));
    }

    /** The customer of a row, for the accessor of an exception; empty where there is none. */
    private String customerId(int row) {
        int code = code(customers, row);
        return code >= 0 ? customers.texts.id(code) : "";
    }
}
