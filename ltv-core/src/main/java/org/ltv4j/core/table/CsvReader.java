package org.ltv4j.core.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.CurrencyCode;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.model.ProgressListener;

/** Reads all rows of a CSV file whose form is settled. One per read; not thread-safe. */
final class CsvReader {
    static final String NO_SALE = "holds no sale";

    private final CsvFormat format;
    private final ReadOptions options;
    private final ColumnBinding binding;
    private final Rejects rejects;
    private final DateReader dates;
    private final NumberParser numbers;
    private final Furniture furniture;
    private final TransactionLogBuilder builder;
    private final boolean amountIsProduct;
    private final IdTable.Builder currencies = new IdTable.Builder();
    private final List<@Nullable String> currencyCodes = new ArrayList<>(); // null is none

    private final int customer;
    private final int date;
    private final int amount;
    private final int quantity;
    private final int unitPrice;
    private final int discount;
    private final int order;
    private final int orderLine;
    private final int product;
    private final int channel;
    private final int currency;

    // the row being read
    private long line;
    private CsvParser parser;
    private byte[] bytes = new byte[0];
    private boolean rejected;
    private String paidIn = "";
    private @Nullable String contradiction;

    CsvReader(CsvFormat format, ReadOptions options, CsvParser parser) {
        this.options = options;
        this.format = format;
        this.parser = parser;
        this.binding = format.binding();
        this.builder = binding.builder();
        this.amountIsProduct = binding.amountIsProduct();
        this.rejects = new Rejects(options.rowPolicies());
        this.dates = new DateReader(format.dates(), options.zone().orElse(null));
        this.numbers = new NumberParser(format.decimal());
        this.furniture = new Furniture(format.names(), binding);
        this.customer = binding.place(ColumnRole.CUSTOMER);
        this.date = binding.place(ColumnRole.DATE);
        this.amount = binding.place(ColumnRole.AMOUNT);
        this.quantity = binding.place(ColumnRole.QUANTITY);
        this.unitPrice = binding.place(ColumnRole.UNIT_PRICE);
        this.discount = binding.place(ColumnRole.DISCOUNT);
        this.order = binding.place(ColumnRole.ORDER);
        this.orderLine = binding.place(ColumnRole.LINE);
        this.product = binding.place(ColumnRole.PRODUCT);
        this.channel = binding.place(ColumnRole.CHANNEL);
        this.currency = binding.place(ColumnRole.CURRENCY);
    }

    /** Reads a source. */
    static Ingest read(ByteSource source, CsvFormat format, CsvOptions options, ProgressListener listener)
            throws IOException {
        try (TextInput input = TextInput.open(source, options, listener)) {
            CsvParser parser = new CsvParser(input.stream(), format.delimiter(), '"', options.limits());
            if (format.headed()) {
                CsvFormatDetector.firstRow(parser, format.separatorLine());
            } else if (format.separatorLine()) {
                parser.next();
            }
            return new CsvReader(format, options.values(), parser).readRows();
        }
    }

    private Ingest readRows() throws IOException {
        long rows = 0;
        long blankBefore = parser.blankLines();
        while (parser.next()) {
            rows++;
            line = parser.line();
            parser.skipMark();
            bytes = parser.buffer();
            rejected = false;
            if (wellFormed()) {
                row();
            }
        }
        failIfContradicted();
        rejects.failIfAny(rows);
        List<CleaningStep> steps = rejects.steps();
        long blank = parser.blankLines() - blankBefore;
        if (blank > 0) {
            steps.add(
                    0,
                    new CleaningStep(
                            "blank lines", "lines with nothing on them are no rows", blank, 0, 0, 0.0, List.of()));
        }
        TransactionLog log = builder.build();
        options.requireOneCentury(log, dates.form(), binding.name(ColumnRole.DATE));
        List<String> notes = rejects.notes();
        notes.addAll(numbers.notes(currency != ColumnBinding.ABSENT));
        notes.addAll(CareNotes.of(log, binding.name(ColumnRole.CUSTOMER)));
        return new Ingest(log, new CleaningReport(rows, steps), format.detected(notes));
    }

    /** Rows that contradict the order of day and month make every date doubtful: no policy passes them by. */
    private void failIfContradicted() {
        if (contradiction != null) {
            throw new InvalidDataException(
                    Problems.otherOrder(binding.name(ColumnRole.DATE), contradiction, dates.form()));
        }
    }

    private boolean wellFormed() {
        String flaw = parser.flaw();
        if (flaw != null) {
            rejects.add(Reason.BROKEN_QUOTES, line, "", "", flaw + ": double the quotes that belong to the text");
            return false;
        }
        if (parser.fields() != format.header()) {
            if (Furniture.blank(parser.fields(), parser::text)) {
                rejects.add(Reason.BLANK_ROW, line, "", "", NO_SALE);
                return false;
            }
            String spread = parser.lines() > 1
                    ? " (the row goes on to line " + (line + parser.lines() - 1) + ": is a quote not closed?)"
                    : "";
            rejects.add(
                    Reason.RAGGED_ROW,
                    line,
                    "",
                    "",
                    "has " + parser.fields() + " fields, the header has " + format.header() + spread);
            return false;
        }
        return true;
    }

    private void row() {
        int from = parser.start(customer);
        int to = parser.end(customer);
        if (Blanks.isBlank(bytes, from, to)) {
            reject(Reason.MISSING_CUSTOMER, ColumnRole.CUSTOMER, "", "is missing");
            return;
        }
        long second = second();
        double paid = rejected ? 0 : amount == ColumnBinding.ABSENT ? 0 : number(amount, ColumnRole.AMOUNT, true);
        double pieces = optional(quantity, ColumnRole.QUANTITY);
        double price = optional(unitPrice, ColumnRole.UNIT_PRICE);
        double granted = optional(discount, ColumnRole.DISCOUNT);
        if (amountIsProduct && !rejected) {
            paid = pieces * price;
            if (Math.abs(paid) > NumberParser.LARGEST) {
                reject(Reason.UNREADABLE_NUMBER, ColumnRole.QUANTITY, "", Problems.TOO_LARGE_PRODUCT);
            }
        }
        if (!rejected && text(customer, ColumnRole.CUSTOMER) && texts() && currency()) {
            add(builder.customers().index(bytes, from, to), second, paid, pieces);
            set(pieces, price, granted);
        }
    }

    private void add(int buyer, long second, double paid, double pieces) {
        int source = (int) Math.min(line, Integer.MAX_VALUE);
        if (Double.isNaN(paid)) {
            ColumnRole missing = Reason.withoutAmount(amount != ColumnBinding.ABSENT, pieces);
            rejects.add(Reason.MISSING_AMOUNT, line, binding.name(missing), "", "is missing");
            builder.addWithoutAmount(buyer, second, source);
        } else {
            builder.add(buyer, second, paid, source);
            furniture.sold(paid);
        }
    }

    private void set(double pieces, double price, double granted) {
        if (!Double.isNaN(pieces)) {
            builder.quantity(pieces);
        }
        if (!Double.isNaN(price)) {
            builder.unitPrice(price);
        }
        if (!Double.isNaN(granted)) {
            builder.discount(granted);
        }
        if (stated(order)) {
            builder.order(builder.orders().index(bytes, parser.start(order), parser.end(order)));
        }
        if (stated(orderLine)) {
            builder.line(builder.lines().index(bytes, parser.start(orderLine), parser.end(orderLine)));
        }
        if (stated(product)) {
            builder.product(builder.products().index(bytes, parser.start(product), parser.end(product)));
        }
        if (stated(channel)) {
            builder.channel(builder.channels().index(bytes, parser.start(channel), parser.end(channel)));
        }
        if (currency >= 0) {
            builder.currency(paidIn);
        }
    }

    /** Whether the source has the column and something stands there. */
    private boolean stated(int place) {
        return place >= 0 && !Blanks.isBlank(bytes, parser.start(place), parser.end(place));
    }

    /** Reads the currency of the row; false if something else stands there. */
    private boolean currency() {
        if (currency == ColumnBinding.ABSENT) {
            return true;
        }
        int index = currencies.index(bytes, parser.start(currency), parser.end(currency));
        if (index == currencyCodes.size()) {
            currencyCodes.add(CurrencyCode.read(parser.text(currency)).orElse(null));
        }
        String code = currencyCodes.get(index);
        if (code == null) {
            reject(Reason.UNREADABLE_CURRENCY, ColumnRole.CURRENCY, "", Problems.NO_CURRENCY);
            return false;
        }
        paidIn = code;
        return true;
    }

    private long second() {
        int end = parser.end(date);
        int from = Utf8.trimStart(bytes, parser.start(date), end);
        int to = Utf8.trimEnd(bytes, from, end);
        if (Blanks.isBlank(bytes, from, to)) {
            reject(Reason.MISSING_DATE, ColumnRole.DATE, "", "is missing");
            return 0;
        }
        long second = dates.read(bytes, from, to);
        if (second == DateParser.FAILED) {
            if (contradiction == null && dates.otherOrder(bytes, from, to)) {
                contradiction = "'" + Utf8.lenient(bytes, from, to) + "' (line " + line + ")";
            }
            String header = !format.headed() && line == 1
                    ? " (the first row looks like a header: then do not state that there is none)"
                    : "";
            reject(Reason.UNREADABLE_DATE, ColumnRole.DATE, Utf8.lenient(bytes, from, to), dates.problem() + header);
        }
        return second;
    }

    private double optional(int place, ColumnRole role) {
        boolean needed = amountIsProduct && role != ColumnRole.DISCOUNT;
        return rejected || place == ColumnBinding.ABSENT ? Double.NaN : number(place, role, needed);
    }

    private double number(int place, ColumnRole role, boolean needed) {
        int end = parser.end(place);
        int from = Utf8.trimStart(bytes, parser.start(place), end);
        int to = Utf8.trimEnd(bytes, from, end);
        if (Blanks.isBlank(bytes, from, to)) {
            if (needed && !rejects.keepsMissingAmounts()) {
                reject(Reason.MISSING_AMOUNT, role, "", "is missing");
            }
            return Double.NaN;
        }
        double value = numbers.parse(bytes, from, to);
        if (Double.isNaN(value)) {
            reject(Reason.UNREADABLE_NUMBER, role, Utf8.lenient(bytes, from, to), numbers.problem());
        }
        return value;
    }

    private boolean texts() {
        return text(order, ColumnRole.ORDER)
                && text(orderLine, ColumnRole.LINE)
                && text(product, ColumnRole.PRODUCT)
                && text(channel, ColumnRole.CHANNEL)
                && text(currency, ColumnRole.CURRENCY);
    }

    /** Bytes that are not of the charset must not become an id: two ids could become one. */
    private boolean text(int place, ColumnRole role) {
        if (place == ColumnBinding.ABSENT) {
            return true;
        }
        int from = parser.start(place);
        int to = parser.end(place);
        if (Utf8.plain(bytes, from, to) || Utf8.valid(bytes, from, to)) {
            return true;
        }
        reject(
                Reason.UNREADABLE_TEXT,
                role,
                "",
                "has bytes that are not " + format.charset().name()
                        + ": state the charset (--charset, for example windows-1252 or GB18030)");
        return false;
    }

    private void reject(Reason reason, ColumnRole role, String value, String problem) {
        boolean first = !rejected;
        rejected = true;
        if (first && (role == ColumnRole.CUSTOMER || role == ColumnRole.DATE) && noDate()) {
            Reason noSale = furniture.reason(parser.fields(), parser::text, amountOf(parser));
            if (noSale != null) {
                rejects.add(noSale, line, "", "", NO_SALE);
                return;
            }
            refuseOtherHeader();
        }
        rejects.add(reason, line, binding.name(role), value, problem, this::customerId);
    }

    /** True when no digit begins the date: only such a row is worth a closer look. */
    private boolean noDate() {
        int end = parser.end(date);
        int from = Utf8.trimStart(bytes, parser.start(date), end);
        return from == end || bytes[from] < '0' || bytes[from] > '9';
    }

    private double amountOf(CsvParser row) {
        boolean stated = amount != ColumnBinding.ABSENT && !Blanks.isBlank(row.text(amount));
        return stated ? numbers.parse(row.text(amount)) : Double.NaN;
    }

    private void refuseOtherHeader() {
        if (furniture.otherHeader(parser.fields(), parser::text)) {
            throw new CsvFault(
                    line,
                    "the columns stand in another order from here on, by a header of their own: the file was put together"
                            + " from different ones; read each of them by itself");
        }
    }

    /** The customer of the row, for the accessor of an exception; empty where it cannot be read. */
    private String customerId() {
        int from = parser.start(customer);
        int to = parser.end(customer);
        return Utf8.valid(bytes, from, to) ? parser.text(customer) : "";
    }
}
