package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.store.LogFiles;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** An id that nobody sees is missing, by one rule for every source, builder and saved file. */
class BlankIdsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final Columns COLUMNS = Columns.of("c", "d", "a");
    private static final ReadOptions SKIP =
            ReadOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP);

    @TempDir
    Path folder;

    record Sale(String customer, LocalDate day, double amount) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\u3000", "\u2003", "\u00a0", "\u200b", "\u0085", "\u2028", "\u000b", "\ufeff", "\u0001", "\u2060"
            })
    void aCustomerOfBlankSignsIsMissingInEverySource(String blank) throws IOException, SQLException {
        String csv = "c,d,a\nx,2024-01-01,1\n\"" + blank + "\",2024-01-01,2\n";
        Ingest text = Csv.read(() -> bytes(csv), COLUMNS, CsvOptions.defaults().withValues(SKIP));
        String json = "[{\"c\":\"x\",\"d\":\"2024-01-01\",\"a\":1},{\"c\":\"" + escaped(blank)
                + "\",\"d\":\"2024-01-01\",\"a\":2}]";
        Path file = folder.resolve("sales.json");
        Files.writeString(file, json);
        Ingest records = Rows.<Sale>of(Sale::customer, Sale::day, Sale::amount)
                .read(Stream.of(new Sale("x", DAY, 1), new Sale(blank, DAY, 2)), SKIP);
        Table table = Table.create(
                StringColumn.create("c", List.of("x", blank)),
                DateColumn.create("d", List.of(DAY, DAY)),
                DoubleColumn.create("a", 1, 2));
        for (Ingest read : Arrays.asList(
                text,
                SalesFile.read(file, COLUMNS, SourceOptions.defaults().withValues(SKIP)),
                records,
                Tables.read(table, COLUMNS, SKIP),
                jdbc(blank))) {
            assertThat(read.log().customers().size()).isEqualTo(1);
            assertThat(read.report().droppedByStep()).containsOnlyKeys("missing customer");
            Path saved = folder.resolve("saved.log");
            LogFiles.save(read.log(), saved);
            assertThat(LogFiles.load(saved).customers().id(0)).isEqualTo("x");
        }
    }

    private static java.io.InputStream bytes(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.chars()
                .collect(StringBuilder::new, (out, c) -> out.append(String.format("\\u%04x", c)), (a, b) -> {})
                .toString();
    }

    private static Ingest jdbc(String blank) throws SQLException {
        try (Connection till = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement make = till.createStatement()) {
            make.execute("create table t(c text, d text, a real)");
            make.execute("insert into t values('x', '2024-01-01', 1)");
            try (PreparedStatement add = till.prepareStatement("insert into t values(?, '2024-01-01', 2)")) {
                add.setString(1, blank);
                add.execute();
            }
            return Jdbc.read(till, "select c, d, a from t", COLUMNS, SKIP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u3000", "\u00a0"})
    void anOrderLineProductOrChannelOfBlankSignsIsNone(String blank) throws IOException {
        Columns columns = COLUMNS.withOrder("o").withLine("l").withProduct("p").withChannel("h");
        String cells = ",\"" + blank + "\"";
        Ingest text = Sales.read(
                "c,d,a,o,l,p,h\nx,2024-01-01,1,7,1,tea,till\nx,2024-01-02,2" + cells.repeat(4) + "\n",
                columns,
                CsvOptions.defaults());
        Path file = folder.resolve("sales.json");
        String value = "\"" + escaped(blank) + "\"";
        Files.writeString(
                file,
                "[{\"c\":\"x\",\"d\":\"2024-01-01\",\"a\":1,\"o\":\"7\",\"l\":\"1\",\"p\":\"tea\",\"h\":\"till\"},"
                        + "{\"c\":\"x\",\"d\":\"2024-01-02\",\"a\":2,\"o\":" + value + ",\"l\":" + value + ",\"p\":"
                        + value
                        + ",\"h\":" + value + "}]");
        TransactionLog built = TransactionLog.builder("")
                .add("x", DAY, 1)
                .order("7")
                .line("1")
                .product("tea")
                .channel("till")
                .add("x", DAY.plusDays(1), 2)
                .order(blank)
                .line(blank)
                .product(blank)
                .channel(blank)
                .build();
        for (TransactionLog log :
                List.of(text.log(), SalesFile.read(file, columns).log(), built)) {
            assertThat(log.order(0)).isZero();
            assertThat(log.order(1)).isEqualTo(TransactionLog.NONE);
            assertThat(log.line(1)).isEqualTo(TransactionLog.NONE);
            assertThat(log.product(1)).isEqualTo(TransactionLog.NONE);
            assertThat(log.channel(1)).isEqualTo(TransactionLog.NONE);
            assertThat(log.orders().size()).isEqualTo(1);
        }
    }

    @Test
    void aDateOrAmountOfBlankSignsIsMissingInTextToo() {
        CsvOptions skip = CsvOptions.defaults().withRowPolicy(RowPolicy.SKIP);
        Ingest read = Sales.read(
                "customer,date,amount\nx,2024-01-01,1\ny,\u3000,2\nz,2024-01-01,\u00a0\n", Sales.COLUMNS, skip);
        assertThat(read.report().droppedByStep())
                .containsEntry("missing date", 1L)
                .containsEntry("missing amount", 1L);
    }

    @Test
    void aRowOfBlankSignsAloneIsNoSale() {
        Ingest read = Sales.rows("x,2024-01-01,1", "\u00a0,\u3000,\u200b");
        assertThat(read.log().size()).isEqualTo(1);
        assertThat(read.report().droppedByStep()).containsEntry("blank row", 1L);
    }

    @Test
    void noBuilderTakesABlankCustomer() {
        for (String blank : List.of("", "\u3000", "\u00a0", "\u200b")) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> TransactionLog.builder("").add(blank, DAY, 1));
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> CustomerEvents.builder().add(blank, EventKind.of("visit"), DAY));
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> CustomerAttributes.builder().add(blank, DAY));
        }
    }

    @Test
    void whatCouldNotBeLoadedIsNotSaved() {
        var builder = TransactionLog.builder("");
        builder.add(builder.customers().index("\u3000"), 0, 1, 1);
        TransactionLog log = builder.build();
        Path file = folder.resolve("blank.log");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> LogFiles.save(log, file))
                .withMessageContaining("customer 0 has a blank id");
        assertThat(file).doesNotExist();
    }
}
