package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * The same rows give the same log, to the bit, the same reasons and the same counts, whatever kind of file they come in. CSV,
 * which has its own tests, is the measure.
 */
class SameRowsTest {
    private static final Columns COLUMNS = Columns.of("customer", "date", "amount")
            .withOrder("invoice")
            .withProduct("sku")
            .withQuantity("qty")
            .withCurrency("currency");
    private static final String HEADER = "customer,date,amount,invoice,sku,qty,currency\n";

    private static Path folder = Path.of("");

    /** A sale; parts that are missing are null. */
    record Sale(
            String customer,
            LocalDateTime date,
            Double amount,
            String invoice,
            String sku,
            Integer quantity,
            String currency) {}

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("same-rows");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 40, seed = "20261122")
    void everySourceGivesTheLogOfTheCsvOfTheSameRows(@ForAll("sales") List<Sale> sales, @ForAll boolean strict)
            throws Exception {
        ReadOptions values = ReadOptions.defaults().withRowPolicy(strict ? RowPolicy.FAIL : RowPolicy.SKIP);
        SourceOptions options = SourceOptions.defaults().withValues(values);
        Outcome expected = outcome(
                () -> Sales.read(csv(sales), COLUMNS, CsvOptions.defaults().withValues(values)));
        assertThat(file(options, "sales.csv", csv(sales).getBytes(StandardCharsets.UTF_8)))
                .as("CSV by the one door")
                .isEqualTo(expected);
        assertThat(file(options, "sales.xlsx", xlsx(sales))).as("xlsx").isEqualTo(expected);
        assertThat(file(options, "sales.xls", xls(sales))).as("xls").isEqualTo(expected);
        String array = "[" + String.join(",\n ", json(sales)) + "]";
        assertThat(file(options, "sales.json", array.getBytes(StandardCharsets.UTF_8)))
                .as("JSON array")
                .isEqualTo(expected);
        byte[] lines = String.join("\n", json(sales)).getBytes(StandardCharsets.UTF_8);
        assertThat(file(options, "sales.jsonl.gz", Sales.gzip(lines)))
                .as("JSON lines")
                .isEqualTo(expected);
        assertThat(outcome(() -> records().read(sales.iterator(), values)))
                .as("records")
                .isEqualTo(expected);
        assertThat(outcome(() -> records().read(sales.stream(), values)))
                .as("stream")
                .isEqualTo(expected);
        Path till = sqlite(sales);
        assertThat(outcome(() -> SalesFile.read(till, COLUMNS, options)))
                .as("SQLite")
                .isEqualTo(expected);
    }

    /** Few, since each starts a database. */
    @Property(tries = 8, seed = "20261122")
    void parquetGivesTheLogOfTheCsvOfTheSameRows(@ForAll("sales") List<Sale> sales) throws Exception {
        ReadOptions values = ReadOptions.defaults().withRowPolicy(RowPolicy.SKIP);
        Outcome expected = outcome(
                () -> Sales.read(csv(sales), COLUMNS, CsvOptions.defaults().withValues(values)));
        Path file = parquet(sales);
        assertThat(outcome(() ->
                        SalesFile.read(file, COLUMNS, SourceOptions.defaults().withValues(values))))
                .isEqualTo(expected);
    }

    /** What a read came to: the log to the bit and the steps of the report, or the reasons of the error. */
    record Outcome(List<String> rows, List<String> steps, String error) {}

    private interface Read {
        Ingest read() throws Exception;
    }

    private static Outcome outcome(Read read) {
        Ingest[] got = new Ingest[1];
        Throwable thrown = catchThrowable(() -> got[0] = read.read());
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(InvalidDataException.class);
            // "2 of 5 rows cannot be used (1 missing customer, 1 missing date)", without the name of the file and the
            // places
            String message = thrown.getMessage().replaceAll("^(sales\\.[a-z.]+|the input): ", "");
            return new Outcome(List.of(), List.of(), message.replaceAll("(rows cannot be used \\([^)]*\\)).*", "$1"));
        }
        List<String> steps = got[0].report().steps().stream()
                .map(step -> step.name() + " " + step.rowsAffected() + " " + step.rowsDropped())
                .toList();
        return new Outcome(rows(got[0].log()), steps, "");
    }

    /** Every part of every row, in the order of the log, doubles by their bits. */
    static List<String> rows(TransactionLog log) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < log.size(); row++) {
            rows.add(String.join(
                    "|",
                    log.customers().id(log.customer(row)),
                    Long.toString(log.second(row)),
                    Long.toHexString(Double.doubleToRawLongBits(log.amount(row))),
                    log.order(row) < 0 ? "-" : log.orders().id(log.order(row)),
                    log.product(row) < 0 ? "-" : log.products().id(log.product(row)),
                    Long.toHexString(Double.doubleToRawLongBits(log.quantity(row))),
                    log.currency(row)));
        }
        rows.add(log.currencies().toString());
        return rows;
    }

    private static Outcome file(SourceOptions options, String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return outcome(() -> SalesFile.read(file, COLUMNS, options));
    }

    private static Rows<Sale> records() {
        return Rows.of(Sale::customer, Sale::date, Sale::amount)
                .with(ColumnRole.ORDER, Sale::invoice)
                .with(ColumnRole.PRODUCT, Sale::sku)
                .with(ColumnRole.QUANTITY, Sale::quantity)
                .with(ColumnRole.CURRENCY, Sale::currency);
    }

    @Provide
    Arbitrary<List<Sale>> sales() {
        Arbitrary<String> customers = Arbitraries.of(
                        "17850", "007", "ann", "\u738b", "o'Neil, \"Bo\"", "a\nb", "x_x0041_")
                .injectNull(0.1);
        Arbitrary<LocalDateTime> dates = Arbitraries.longs()
                .between(0, 86_400L * 400)
                .map(second -> LocalDate.of(2024, 2, 20).atStartOfDay().plusSeconds(second))
                .injectNull(0.1);
        Arbitrary<Double> amounts = Arbitraries.longs()
                .between(-99_999, 999_999)
                .map(cents -> cents / 100.0)
                .injectNull(0.1);
        Arbitrary<String> ids =
                Arbitraries.of("A-1", "B", "42", "00042", "\ud83d\ude00").injectNull(0.3);
        Arbitrary<Integer> quantities = Arbitraries.integers().between(-3, 12).injectNull(0.2);
        Arbitrary<String> currencies = Arbitraries.of("EUR", "GBP");
        return Combinators.combine(customers, dates, amounts, ids, ids, quantities, currencies)
                .as(Sale::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                // where no row has a date the forms differ in what they can say
                .filter(sales -> sales.stream().anyMatch(sale -> sale.date() != null));
    }

    private static String csv(List<Sale> sales) {
        StringBuilder text = new StringBuilder(HEADER);
        for (Sale sale : sales) {
            List<String> cells = new ArrayList<>();
            for (Object cell : cells(sale)) {
                String plain = cell == null ? "" : cell instanceof LocalDateTime time ? iso(time) : cell.toString();
                cells.add('"' + plain.replace("\"", "\"\"") + '"');
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private static String iso(LocalDateTime time) {
        return String.format(Locale.ROOT, "%s %tT", time.toLocalDate(), time);
    }

    private static List<Object> cells(Sale sale) {
        return java.util.Arrays.asList(
                sale.customer(),
                sale.date(),
                sale.amount(),
                sale.invoice(),
                sale.sku(),
                sale.quantity(),
                sale.currency());
    }

    private static List<String> json(List<Sale> sales) {
        String[] names = HEADER.strip().split(",");
        List<String> records = new ArrayList<>();
        for (Sale sale : sales) {
            Map<String, String> fields = new LinkedHashMap<>();
            List<Object> cells = cells(sale);
            for (int i = 0; i < names.length; i++) {
                Object cell = cells.get(i);
                if (cell instanceof Number number) {
                    fields.put(names[i], number.toString());
                } else if (cell != null) {
                    String plain = cell instanceof LocalDateTime time ? iso(time) : cell.toString();
                    String escaped =
                            plain.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
                    fields.put(names[i], '"' + escaped + '"');
                } else if (i % 2 == 0 || records.isEmpty()) {
                    fields.put(names[i], "null"); // else left out, but a name that no record has is a wrong name
                }
            }
            records.add("{"
                    + String.join(
                            ", ",
                            fields.entrySet().stream()
                                    .map(field -> '"' + field.getKey() + "\": " + field.getValue())
                                    .toList())
                    + "}");
        }
        return records;
    }

    private static byte[] xlsx(List<Sale> sales) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sales");
            String[] names = HEADER.strip().split(",");
            for (int column = 0; column < names.length; column++) {
                sheet.value(0, column, names[column]);
            }
            for (int row = 0; row < sales.size(); row++) {
                List<Object> cells = cells(sales.get(row));
                for (int column = 0; column < names.length; column++) {
                    if (cells.get(column) instanceof LocalDateTime time) {
                        sheet.value(row + 1, column, time);
                        sheet.style(row + 1, column)
                                .format("yyyy-mm-dd hh:mm:ss")
                                .set();
                    } else if (cells.get(column) instanceof Number number) {
                        sheet.value(row + 1, column, number);
                    } else if (cells.get(column) instanceof String text) {
                        // the library leaves it to its caller to escape what looks like an escape
                        sheet.value(row + 1, column, text.replace("_x", "_x005F_x"));
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] xls(List<Sale> sales) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet("Sales");
            HSSFCellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm:ss"));
            String[] names = HEADER.strip().split(",");
            HSSFRow header = sheet.createRow(0);
            for (int column = 0; column < names.length; column++) {
                header.createCell(column).setCellValue(names[column]);
            }
            for (int row = 0; row < sales.size(); row++) {
                List<Object> cells = cells(sales.get(row));
                HSSFRow to = sheet.createRow(row + 1);
                for (int column = 0; column < names.length; column++) {
                    if (cells.get(column) instanceof LocalDateTime time) {
                        to.createCell(column).setCellValue(time);
                        to.getCell(column).setCellStyle(date);
                    } else if (cells.get(column) instanceof Number number) {
                        to.createCell(column).setCellValue(number.doubleValue());
                    } else if (cells.get(column) instanceof String text) {
                        to.createCell(column).setCellValue(text);
                    }
                }
            }
            workbook.write((OutputStream) out);
        }
        return out.toByteArray();
    }

    private static Path sqlite(List<Sale> sales) throws SQLException, IOException {
        Path file = folder.resolve("sales.db");
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            insert(connection, "text", sales);
        }
        return file;
    }

    private static Path parquet(List<Sale> sales) throws SQLException, IOException {
        Path file = folder.resolve("sales.parquet");
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            insert(connection, "timestamp", sales);
            statement.execute("copy (from sales order by row) to '" + file + "' (format parquet)");
        }
        return file;
    }

    private static void insert(Connection connection, String dates, List<Sale> sales) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute("create table sales (row integer, customer text, date " + dates
                    + ", amount double, invoice text, sku text, qty integer, currency text)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("insert into sales values (?,?,?,?,?,?,?,?)")) {
            for (int row = 0; row < sales.size(); row++) {
                List<Object> cells = cells(sales.get(row));
                insert.setInt(1, row);
                for (int i = 0; i < cells.size(); i++) {
                    Object cell = cells.get(i);
                    insert.setObject(
                            i + 2, cell instanceof LocalDateTime time && dates.equals("text") ? iso(time) : cell);
                }
                insert.execute();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
