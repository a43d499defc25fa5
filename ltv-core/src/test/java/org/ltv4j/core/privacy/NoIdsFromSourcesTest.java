package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.table.ColumnRole;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Ingest;
import org.ltv4j.core.table.Jdbc;
import org.ltv4j.core.table.ReadOptions;
import org.ltv4j.core.table.RowPolicy;
import org.ltv4j.core.table.Rows;
import org.ltv4j.core.table.SalesFile;
import org.ltv4j.core.table.SourceOptions;
import org.ltv4j.core.table.Tables;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Ids planted in sources of every kind, with every fault: no message, report, text form or log may show one. */
class NoIdsFromSourcesTest {
    private static final List<String> HEADER =
            List.of("customer", "date", "amount", "invoice", "item", "pieces", "price", "money", "shop");
    private static final Columns COLUMNS = Columns.of("customer", "date", "amount")
            .withOrder("invoice")
            .withProduct("item")
            .withQuantity("pieces")
            .withUnitPrice("price")
            .withCurrency("money")
            .withChannel("shop");
    private static final List<String> GOOD =
            List.of("ID", "2025-03-01", "9.50", "R-1", "tea", "2", "4.75", "EUR", "north");

    @TempDir
    Path folder;

    /** Each fault: the cell of each column, {@code ID} standing for the planted id. */
    static Stream<Arguments> faults() {
        List<Arguments> faults = new ArrayList<>();
        faults.add(Arguments.of("none", GOOD));
        for (int column = 1; column < HEADER.size(); column++) {
            faults.add(Arguments.of("id in column " + HEADER.get(column), with(column, "ID")));
            faults.add(Arguments.of("empty " + HEADER.get(column), with(column, "")));
        }
        faults.add(Arguments.of("no customer", with(0, "")));
        faults.add(Arguments.of("all shifted", shifted()));
        faults.add(Arguments.of("phone as date", with(1, Leaks.PLANTED_NUMBER)));
        faults.add(Arguments.of("phone with plus as date", with(1, "+" + Leaks.PLANTED_NUMBER)));
        faults.add(Arguments.of("phone as amount", with(2, "x" + Leaks.PLANTED_NUMBER)));
        faults.add(Arguments.of("phone as currency", with(7, Leaks.PLANTED_NUMBER)));
        faults.add(Arguments.of("no day of the calendar", with(1, "2025-02-30")));
        faults.add(Arguments.of("no number", with(2, "1.2.3")));
        faults.add(Arguments.of("too large", with(2, "1e300")));
        faults.add(Arguments.of("no number of pieces", with(5, "--1")));
        return faults.stream();
    }

    private static List<String> with(int column, String cell) {
        List<String> row = new ArrayList<>(GOOD);
        row.set(column, cell);
        return row;
    }

    private static List<String> shifted() {
        List<String> row = new ArrayList<>(GOOD);
        row.remove(8);
        row.add(0, "1");
        return row;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everySourceKeepsIdsToItself(String name, List<String> fault) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (String id : Leaks.IDS) {
            rows.add(planted(fault, id)); // in all, fewer bad rows than an error names
            rows.add(planted(GOOD, id + "2"));
        }
        try (Leaks leaks = new Leaks()) {
            for (RowPolicy policy : List.of(RowPolicy.FAIL, RowPolicy.SKIP)) {
                SourceOptions options = SourceOptions.defaults().withRowPolicy(policy);
                file(leaks, name + ", CSV", "sales.csv", csv(HEADER, rows), options);
                file(leaks, name + ", CSV, headless", "sales.csv", csv(rows.get(1), rows), options);
                file(leaks, name + ", TSV", "sales.tsv", csv(HEADER, rows).replace(',', '\t'), options);
                file(leaks, name + ", JSON", "sales.json", json(rows), options);
                file(leaks, name + ", JSON lines", "sales.jsonl", jsonLines(rows), options);
                ReadOptions values = ReadOptions.defaults().withRowPolicy(policy);
                leaks.of(name + ", JDBC", () -> inspected(leaks, jdbc(rows, values)));
                leaks.of(name + ", Tablesaw", () -> inspected(leaks, Tables.read(table(rows), COLUMNS, values)));
                leaks.of(name + ", records", () -> inspected(leaks, records().read(rows.stream(), values)));
            }
        }
    }

    /** Files that are broken as a whole. */
    @Test
    void brokenFilesKeepIdsToThemselves() throws IOException {
        try (Leaks leaks = new Leaks()) {
            for (String id : Leaks.IDS) {
                List<String> row = planted(GOOD, id);
                String good = csv(HEADER, List.of(row, row));
                Map<String, String> files = new LinkedHashMap<>();
                files.put("open.csv", good + "\"" + id);
                files.put("quote.csv", good + "\"" + id.replace("\"", "") + "\"x,2025-01-01,1,,,,,,\n");
                files.put("ragged.csv", good + "one,more" + csv(List.of(id), List.of()) + good);
                files.put("names.csv", good.replace("customer", "custmer"));
                files.put("twice.csv", good.replace("invoice", "customer"));
                files.put("empty.csv", "");
                files.put("header.csv", csv(List.of("planted@example.com", Leaks.PLANTED_NUMBER, "x"), List.of()));
                files.put("cut.json", json(List.of(row)).substring(0, 30 + Math.min(30, id.length())));
                files.put("cut.jsonl", jsonLines(List.of(row, row)) + "{\"customer\": \"" + id);
                files.put("by customer.json", "{\"planted@example.com\": [1, \"planted\"], \"C-13987654321\": {}}");
                files.put("names.json", json(List.of(row)).replace("customer", "planted@example.com"));
                files.put("sales.xlsx", good);
                files.put("sales.xls", good);
                files.put("sales.db", good);
                for (Map.Entry<String, String> file : files.entrySet()) {
                    for (RowPolicy policy : List.of(RowPolicy.FAIL, RowPolicy.SKIP)) {
                        SourceOptions options = SourceOptions.defaults().withRowPolicy(policy);
                        file(leaks, file.getKey(), file.getKey(), file.getValue(), options);
                    }
                }
            }
            assertThat(leaks.thrown()).isGreaterThan(100);
        }
    }

    /** Rounded ids, ids as fractions, a guest card, ids that all occur once: all said, none shown. */
    @Test
    void whatACarefulReaderSaysOfIdsShowsNone() throws IOException {
        try (Leaks leaks = new Leaks()) {
            for (String id : List.of("1.3987654321E+10", Leaks.PLANTED_NUMBER + ".0", "planted", "planted%d")) {
                List<List<String>> rows = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    rows.add(planted(GOOD, i % 10 == 9 ? "other" + i : id.replace("%d", String.valueOf(i))));
                }
                file(leaks, "careful", "sales.csv", csv(HEADER, rows), SourceOptions.defaults());
            }
            assertThat(leaks.thrown()).as("all can be read").isZero();
        }
    }

    /** Ids that differ by a trifle, ids in two ways, one key on two rows, keys of JSON: all said, none shown. */
    @Test
    void whatIsSaidOfDoubtsShowsNone() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String id : List.of("planted", "PLANTED", " planted", "0" + Leaks.PLANTED_NUMBER, Leaks.PLANTED_NUMBER)) {
            rows.add(planted(GOOD, id)); // all with the same item of the same invoice
        }
        Columns keyed = COLUMNS.withLine("item");
        String sale = "{\"date\": \"2025-03-01\", \"amount\": 1}";
        String array = json(rows).replace("\"" + Leaks.PLANTED_NUMBER + "\"", Leaks.PLANTED_NUMBER);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("rows.csv", csv(HEADER, rows));
        files.put("rows.json", array.replace("]", "," + json(rows).substring(1)));
        files.put("keys.json", "{\"planted a\": " + sale + ", \"planted b\": " + sale + "}");
        files.put("arrays.json", "{\"planted a\": [" + sale + "], \"planted b\": [" + sale + "]}");
        List<String> notes = new ArrayList<>();
        try (Leaks leaks = new Leaks()) {
            for (Map.Entry<String, String> text : files.entrySet()) {
                Path file = folder.resolve(text.getKey());
                Files.write(file, text.getValue().getBytes(StandardCharsets.UTF_8));
                leaks.of(text.getKey(), () -> {
                    Ingest read = SalesFile.read(file, keyed);
                    notes.addAll(read.format().notes());
                    return inspected(leaks, read);
                });
            }
            assertThat(leaks.thrown()).as("the files whose keys are customers").isEqualTo(2);
        }
        assertThat(notes)
                .filteredOn(note -> note.contains("differ from another one only by"))
                .hasSize(2);
        assertThat(notes)
                .filteredOn(note -> note.contains("the order and line of"))
                .hasSize(2);
        assertThat(notes).filteredOn(note -> note.contains("in two ways")).hasSize(1);
    }

    /** A column of ids or names that is taken for the one of the currency: they are in no log, so that nothing saves or prints them. */
    @Test
    void idsInTheCurrencyColumnGetIntoNoLog() throws IOException {
        try (Leaks leaks = new Leaks()) {
            for (String id : Leaks.IDS) {
                for (List<String> others : List.of(with(7, id), with(7, "EUR"), with(7, ""))) {
                    List<List<String>> rows = List.of(with(7, id), others, others);
                    SourceOptions skip = SourceOptions.defaults().withRowPolicy(RowPolicy.SKIP);
                    for (SourceOptions options : List.of(SourceOptions.defaults(), skip)) {
                        for (String text : List.of(csv(HEADER, rows), json(rows))) {
                            Path file = folder.resolve("sales");
                            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                            leaks.of("currency", () -> cleaned(leaks, SalesFile.read(file, COLUMNS, options)));
                        }
                    }
                }
            }
            assertThat(leaks.thrown())
                    .as("each strict read, and each cleaning to a currency that no row has")
                    .isEqualTo(Leaks.IDS.size() * 3 * 2 * 2);
        }
    }

    private static Object cleaned(Leaks leaks, Ingest read) {
        CleaningPlan plan = CleaningPlan.defaults();
        leaks.shown("currencies", read.log().currencies());
        leaks.of("cleaned", () -> plan.apply(read.log()).report());
        leaks.of("kept", () -> plan.keepCurrency("GBP").apply(read.log()));
        return inspected(leaks, read);
    }

    /** A query that fails, with an id in it: what the driver says of it is not repeated by the library. */
    @Test
    void queriesKeepIdsToThemselves() throws Exception {
        try (Leaks leaks = new Leaks();
                Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            ReadOptions options = ReadOptions.defaults();
            leaks.of("columns", () -> Jdbc.read(connection, "select 'planted' as a, 'planted' as b", COLUMNS, options));
            leaks.of("no rows", () -> Jdbc.read(connection, "select 'planted' as a where 1 = 0", COLUMNS, options));
            String[] wrong = {
                "select * from sales where name = 'O'planted'",
                "select 'a' as customer planted 'b'",
                "select * form sales where phone = '13987654321'",
                "select * from sales where phone = 13987654321x",
                "select 'planted \"of\" him as a, 'b' as b",
                "select \"planted, 'b' as b"
            };
            for (String sql : wrong) {
                leaks.of(sql, () -> Jdbc.read(connection, sql, COLUMNS, options));
            }
            assertThat(leaks.thrown()).isEqualTo(2 + wrong.length);
        }
    }

    private void file(Leaks leaks, String where, String name, String text, SourceOptions options) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8)); // half a character becomes a question mark
        leaks.of(where, () -> inspected(leaks, SalesFile.read(file, COLUMNS, options)));
    }

    private static Object inspected(Leaks leaks, Ingest read) {
        leaks.shown("report", read.report()).shown("format", read.format()).shown("log", read.log());
        return read;
    }

    private static List<String> planted(List<String> row, String id) {
        return row.stream().map(cell -> cell.equals("ID") ? id : cell).toList();
    }

    private static String csv(List<String> header, List<List<String>> rows) {
        return Stream.concat(Stream.of(header), rows.stream())
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String json(List<List<String>> rows) {
        return "[" + jsonLines(rows).strip().replace("}\n{", "},\n{") + "]";
    }

    private static String jsonLines(List<List<String>> rows) {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> "\"" + HEADER.get(i) + "\": \""
                                + row.get(i)
                                        .replace("\"", "\\\"")
                                        .replace("\t", "\\t")
                                        .replace("\n", "\\n")
                                + "\"")
                        .collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Ingest jdbc(List<List<String>> rows, ReadOptions options) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table sales (" + String.join(", ", HEADER) + ")");
            String places = "?, ".repeat(HEADER.size() - 1) + "?";
            try (PreparedStatement insert = connection.prepareStatement("insert into sales values (" + places + ")")) {
                for (List<String> row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        insert.setString(i + 1, row.get(i));
                    }
                    insert.execute();
                }
            }
            return Jdbc.read(connection, "select * from sales", COLUMNS, options);
        }
    }

    private static Table table(List<List<String>> rows) {
        Table table = Table.create("sales");
        for (int i = 0; i < HEADER.size(); i++) {
            int column = i;
            table.addColumns(StringColumn.create(
                    HEADER.get(i), rows.stream().map(row -> row.get(column)).toList()));
        }
        return table;
    }

    private static Rows<List<String>> records() {
        return Rows.<List<String>>of(row -> row.get(0), row -> row.get(1), row -> row.get(2))
                .with(ColumnRole.ORDER, row -> row.get(3))
                .with(ColumnRole.PRODUCT, row -> row.get(4))
                .with(ColumnRole.QUANTITY, row -> row.get(5))
                .with(ColumnRole.UNIT_PRICE, row -> row.get(6))
                .with(ColumnRole.CURRENCY, row -> row.get(7))
                .with(ColumnRole.CHANNEL, row -> row.get(8));
    }
}
