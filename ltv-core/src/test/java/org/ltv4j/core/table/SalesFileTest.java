package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/** One door for all files: kinds are told by their bytes, and every file is read or refused with a reason. */
class SalesFileTest {
    private static final String CSV = "customer,date,amount\nann,2025-03-01,1.5\n";
    private static final SourceOptions DEFAULTS = SourceOptions.defaults();

    @Test
    void theNameOfAFileDoesNotMatter(@TempDir Path folder) throws IOException, SQLException {
        Path xlsx = TinyXlsx.of(TinyXlsx.sale(2, "ann", 45717, 1.5)).write(folder);
        Path till = till(folder, "create table sales as select 'ann' as customer, '2025-03-01' as date, 1.5 as amount");
        byte[][] files = {
            CSV.getBytes(StandardCharsets.UTF_8),
            CSV.replace(',', '\t').getBytes(StandardCharsets.UTF_8),
            Sales.gzip(CSV.getBytes(StandardCharsets.UTF_8)),
            CSV.getBytes(StandardCharsets.UTF_16),
            "{\"customer\": \"ann\", \"date\": \"2025-03-01\", \"amount\": 1.5}".getBytes(StandardCharsets.UTF_8),
            " [ {\"customer\": \"ann\", \"date\": \"2025-03-01\", \"amount\": 1.5} ]".getBytes(StandardCharsets.UTF_8),
            Files.readAllBytes(xlsx),
            Files.readAllBytes(till)
        };
        for (byte[] bytes : files) {
            Path file = Files.write(folder.resolve("sales.txt"), bytes);
            assertThat(Sales.shown(SalesFile.read(file, Sales.COLUMNS).log()))
                    .containsExactly("ann 2025-03-01T00:00 1.5");
            Ingest fromBytes = SalesFile.read(
                    () -> new ByteArrayInputStream(bytes), Sales.COLUMNS, DEFAULTS, ProgressListener.NONE);
            assertThat(Sales.shown(fromBytes.log())).containsExactly("ann 2025-03-01T00:00 1.5");
        }
    }

    @Test
    void optionsOfTextHoldForEveryKind() {
        SourceOptions options = SourceOptions.of(CsvOptions.defaults()
                .withDelimiter('|')
                .withDateFormat("dd/MM/yyyy")
                .withDecimal(','));
        assertThat(Sales.shown(read("customer|date|amount\nann|01/02/2025|1,5\n", options)
                        .log()))
                .containsExactly("ann 2025-02-01T00:00 1.5");
        assertThat(Sales.shown(read("[{\"customer\": \"ann\", \"date\": \"01/02/2025\", \"amount\": \"1,5\"}]", options)
                        .log()))
                .containsExactly("ann 2025-02-01T00:00 1.5");
    }

    @Test
    void missingFilesAndFoldersAreTold(@TempDir Path folder) {
        assertThatThrownBy(() -> SalesFile.read(folder, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("is a folder: name one file in it");
        assertThatThrownBy(() -> SalesFile.read(folder.resolve("sales.xlsx"), Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("sales.xlsx does not exist: looked for " + folder.toAbsolutePath());
    }

    @Test
    void aFileThatMayNotBeReadIsTold() {
        ByteSource locked = () -> {
            throw new AccessDeniedException("sales.xlsx");
        };
        assertThatThrownBy(() -> SalesFile.read(locked, Sales.COLUMNS, DEFAULTS, ProgressListener.NONE))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("may not be read by this user");
    }

    @Test
    void emptyFilesAndTextsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> read("", DEFAULTS)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("customer,date,amount\n", DEFAULTS))
                .hasMessageContaining("has a header but no rows");
        assertThatThrownBy(() -> read("%PDF-1.7", DEFAULTS)).hasMessageContaining("is a PDF document");
    }

    @Property(tries = 300, seed = "20261122")
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes, @ForAll("starts") byte[] start) {
        byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        for (byte[] file : List.of(all, Sales.gzip(all))) {
            try {
                SalesFile.read(() -> new ByteArrayInputStream(file), Sales.COLUMNS, DEFAULTS, ProgressListener.NONE);
            } catch (InvalidDataException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                fail("not explained", e);
            }
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<byte[]> starts() {
        return net.jqwik.api.Arbitraries.of(
                        "PK\3\4",
                        "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                        "[{\"",
                        "{\"customer\":",
                        "PAR1",
                        "SQLite format 3\0",
                        "")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void progressIsToldForWorkbooksAndJson(@TempDir Path folder) throws IOException {
        List<Long> told = new ArrayList<>();
        ProgressListener listener = (step, done, total) -> told.add(done);
        SalesFile.read(
                TinyXlsx.of(TinyXlsx.sale(2, "ann", 45717, 1.5)).write(folder), Sales.COLUMNS, DEFAULTS, listener);
        assertThat(told).isNotEmpty();
        told.clear();
        Path json = Files.writeString(
                folder.resolve("sales.json"), "[{\"customer\": \"ann\", \"date\": \"2025-03-01\", \"amount\": 1}]");
        SalesFile.read(json, Sales.COLUMNS, DEFAULTS, listener);
        assertThat(told).last().isEqualTo(Files.size(json));
    }

    @Test
    void theTableOfADatabaseIsFoundNamedOrAskedFor(@TempDir Path folder) throws SQLException {
        Path till = till(
                folder,
                "create table receipts as select 'ann' as customer, '2025-03-01' as date, 1.5 as amount",
                "create table staff (name text)",
                "create view big as select customer as who, date as day, amount * 2 as paid from receipts");
        assertThat(SalesFile.read(till, Sales.COLUMNS).log().amount(0)).isEqualTo(1.5);
        assertThat(SalesFile.read(till, Columns.of("who", "day", "paid")).log().amount(0))
                .isEqualTo(3.0);
        assertThat(SalesFile.read(till, Sales.COLUMNS, DEFAULTS.withTable("RECEIPTS"))
                        .format()
                        .source())
                .isEqualTo("SQLite database");
        assertThat(SalesFile.read(
                                till,
                                Sales.COLUMNS,
                                DEFAULTS.withQuery("select 'bob' as customer, date, 9 as amount from receipts"))
                        .log()
                        .amount(0))
                .isEqualTo(9.0);
        assertThatThrownBy(() -> SalesFile.read(till, Sales.COLUMNS, DEFAULTS.withTable("sales")))
                .hasMessage("till.db has no table sales; its tables: receipts, staff, big");
        assertThatThrownBy(() -> SalesFile.read(till, Columns.of("a", "b", "c")))
                .hasMessageContaining("has no table with all columns asked for; its tables: receipts, staff, big");
        assertThatThrownBy(() -> SalesFile.read(till, Sales.COLUMNS, DEFAULTS.withTable("staff")))
                .hasMessageContaining("no column customer")
                .hasMessageContaining("found: name");
        assertThatThrownBy(() -> SalesFile.read(till, Sales.COLUMNS, DEFAULTS.withQuery("drop table receipts")))
                .isInstanceOf(InvalidDataException.class);
        assertThat(SalesFile.read(till, Sales.COLUMNS).log().size())
                .as("the file may only be read")
                .isEqualTo(1);
    }

    @Test
    void twoTablesThatFitAreAskedFor(@TempDir Path folder) throws SQLException {
        String sale = " as select 'ann' as customer, '2025-03-01' as date, 1.5 as amount";
        Path till = till(folder, "create table y2024" + sale, "create table y2025" + sale);
        assertThatThrownBy(() -> SalesFile.read(till, Sales.COLUMNS))
                .hasMessageContaining("has 2 tables with all columns asked for: y2024, y2025. Name the table (--table");
    }

    @ParameterizedTest
    @CsvSource({"0, is a database without tables", "100, cannot be read"})
    void emptyAndDamagedDatabasesAreTold(int damaged, String message, @TempDir Path folder)
            throws SQLException, IOException {
        Path till = till(folder, "create table t (a)", "drop table t");
        byte[] bytes = Files.readAllBytes(till);
        java.util.Arrays.fill(bytes, 100, 100 + damaged, (byte) 0xff);
        Path file = Files.write(folder.resolve("other.db"), bytes);
        assertThatThrownBy(() -> SalesFile.read(file, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(message);
    }

    @Test
    void optionsForAnotherKindOfFileAreRefused(@TempDir Path folder) throws IOException, SQLException {
        Path csv = Files.writeString(folder.resolve("s.csv"), "customer,date,amount\na,2025-01-01,1\n");
        Path json = Files.writeString(folder.resolve("s.json"), "[{\"customer\":\"a\"}]");
        Path till = till(folder, "create table t (a)");
        SourceOptions all = SourceOptions.defaults();
        for (var options : java.util.List.of(
                all.withQuery("select 1"), all.withTable("t"), all.withSheet("A"), all.withAllSheets())) {
            for (Path file : java.util.List.of(csv, json)) {
                String unfit = SalesFile.unfit(file, options).orElseThrow();
                assertThat(unfit).contains(file.getFileName().toString(), "leave it out");
                assertThatThrownBy(() -> SalesFile.read(file, Sales.COLUMNS, options))
                        .isInstanceOf(InvalidDataException.class)
                        .hasMessage(unfit);
            }
        }
        assertThat(SalesFile.unfit(till, all.withSheet("A"))).isPresent();
        assertThat(SalesFile.unfit(till, all.withTable("t"))).isEmpty();
        assertThat(SalesFile.unfit(till, all.withQuery("select 1"))).isEmpty();
        assertThat(SalesFile.unfit(folder, all.withSheet("A"))).isEmpty();
        assertThat(SalesFile.unfit(folder.resolve("none.csv"), all.withSheet("A")))
                .isEmpty();
    }

    @Test
    void parquetAndDatabasesOfDuckDbAreRead(@TempDir Path folder) throws SQLException, IOException {
        Path parquet = folder.resolve("it's.parquet");
        Path duck = folder.resolve("duck.db");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + duck);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table sales as select 'c' || (i % 10) as customer,"
                            + " timestamp '2025-01-01' + interval (i) minute as date, (i / 4)::decimal(10, 2) as amount from range(5000) t(i)");
            statement.execute("copy sales to '" + parquet.toString().replace("'", "''") + "' (format parquet)");
        }
        Ingest file = SalesFile.read(parquet, Sales.COLUMNS);
        assertThat(file.log().size()).isEqualTo(5000);
        assertThat(file.format().source()).isEqualTo("Parquet file");
        assertThat(SameRowsTest.rows(SalesFile.read(duck, Sales.COLUMNS).log()))
                .isEqualTo(SameRowsTest.rows(file.log()));
        Path cut =
                Files.write(folder.resolve("cut.parquet"), java.util.Arrays.copyOf(Files.readAllBytes(parquet), 2000));
        assertThatThrownBy(() -> SalesFile.read(cut, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("cannot be read");
    }

    private static Path till(Path folder, String... statements) throws SQLException {
        Path file = folder.resolve("till.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return file;
    }

    private static Ingest read(String text, SourceOptions options) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return SalesFile.read(() -> new ByteArrayInputStream(bytes), Sales.COLUMNS, options, ProgressListener.NONE);
    }
}
