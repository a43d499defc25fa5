package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.sqlite.SQLiteDataSource;

/** Queries of a real SQLite database, which point-of-sale software embeds. */
class JdbcTest {
    private static final String ALL = "select * from sales";

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        run("create table sales (customer, date, amount)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void readsTextsAndNumbers() throws SQLException {
        run(
                "insert into sales values (7, '2025-03-01 09:30:00', 4.5), ('ann', '2025-03-02', 3), ('7', '2025-03-03', '2.5')");
        Ingest read = read(ReadOptions.defaults());
        assertThat(Sales.shown(read.log()))
                .containsExactly("7 2025-03-01T09:30 4.5", "ann 2025-03-02T00:00 3.0", "7 2025-03-03T00:00 2.5");
        assertThat(read.log().customers().size()).isEqualTo(2);
        assertThat(read.format().notes())
                .containsExactly(
                        "1 value of column customer stands there in two ways, as number and text (17850, \"17850\") or"
                                + " with and without a fraction (17850, 17850.0): each was taken as one customer");
        assertThat(read.format().source()).isEqualTo("JDBC query");
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void idsWithAndWithoutAFractionAreOneCustomerAndSaid() throws SQLException {
        run("insert into sales values (1, '2025-03-01', 1), (1.0, '2025-03-02', 1), ('ann', '2025-03-03', 1)");
        Ingest read = read(ReadOptions.defaults());
        assertThat(read.log().customers().size()).isEqualTo(2);
        assertThat(read.format().notes())
                .singleElement()
                .asString()
                .startsWith("1 value of column customer stands there in two ways");
        run("delete from sales where customer <> 'ann'");
        run("insert into sales values (1.0, '2025-03-01', 1), (1.0, '2025-03-02', 1)");
        assertThat(read(ReadOptions.defaults()).format().notes()).isEmpty();
    }

    @Test
    void readsOrdersAndTheirLines() throws SQLException {
        run("insert into sales values ('ann', '2025-03-02', 3), ('ann', '2025-03-02', 4)");
        TransactionLog log = Jdbc.read(
                        connection,
                        "select s.*, 'R1' as invoice, rowid * 10 as pos from sales s",
                        Sales.COLUMNS.withOrder("invoice").withLine("pos"),
                        ReadOptions.defaults())
                .log();
        assertThat(log.orders().size()).isEqualTo(1);
        assertThat(log.lines().id(log.line(0))).isEqualTo("10");
        assertThat(log.lines().id(log.line(1))).isEqualTo("20");
    }

    @Test
    void readsSecondsSinceTheEpochWhenStated() throws SQLException {
        run("insert into sales values ('ann', 1672527600, 1)");
        ReadOptions options =
                ReadOptions.defaults().withDateFormat("epoch-seconds").withZone(ZoneId.of("Europe/Paris"));
        assertThat(read(options).log().firstDay()).isEqualTo("2023-01-01");
        assertThatThrownBy(() -> read(ReadOptions.defaults()))
                .hasMessageContaining("epoch-seconds are instants: state the zone");
    }

    @Test
    void nullsAndBadValuesAreReportedByReason() throws SQLException {
        run(
                "insert into sales values (null, '2025-03-01', 1), ('ann', null, 1), ('bob', '2025-03-01', null),"
                        + " ('cat', '2023-02-29', 1), ('dan', '2025-03-01', 'x'), ('eve', '2025-03-01', 9e99), ('fay', '2025-03-01', 5)");
        assertThatThrownBy(() -> read(ReadOptions.defaults()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("6 of 7 rows cannot be used")
                .hasMessageContaining("line 4, column date: '2023-02-29'")
                .hasMessageContaining("line 5, column amount: 'x' is not a number")
                .hasMessageContaining("line 6, column amount: '9.0E99' is larger than 1e15");
        Ingest read = read(ReadOptions.defaults().withRowPolicy(RowPolicy.SKIP));
        assertThat(Sales.shown(read.log())).containsExactly("fay 2025-03-01T00:00 5.0");
        assertThat(read.report().rowsRead()).isEqualTo(7);
    }

    @Test
    void aQueryWithOtherColumnsIsRefused() throws SQLException {
        run("insert into sales values ('ann', '2025-03-01', 1)");
        assertThatThrownBy(() -> Jdbc.read(
                        connection,
                        "select customer as c, date, amount from sales",
                        Sales.COLUMNS,
                        ReadOptions.defaults()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no column customer; found: c, date, amount");
    }

    @Test
    void aWrongQueryIsToldAndTheConnectionStaysUsable() throws SQLException {
        assertThatThrownBy(() ->
                        Jdbc.read(connection, "select nothing from nowhere", Sales.COLUMNS, ReadOptions.defaults()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("the query cannot be read")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isClosed()).isFalse();
    }

    @Test
    void aQueryWithoutRowsIsRefused() {
        assertThatThrownBy(() -> read(ReadOptions.defaults())).hasMessageContaining("has no rows");
    }

    @Test
    void manyRowsAreStreamed(@TempDir Path folder) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("till.db"));
        try (Connection file = source.getConnection()) {
            file.setAutoCommit(false);
            try (Statement create = file.createStatement()) {
                create.executeUpdate("create table sales (customer integer, date text, amount real)");
            }
            try (PreparedStatement insert = file.prepareStatement("insert into sales values (?, ?, ?)")) {
                for (int i = 0; i < 50_000; i++) {
                    insert.setInt(1, i % 1000);
                    insert.setString(2, "2025-0" + (1 + i % 9) + "-01");
                    insert.setDouble(3, i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            file.commit();
        }
        TransactionLog log =
                Jdbc.read(source, ALL, Sales.COLUMNS, ReadOptions.defaults()).log();
        assertThat(log.size()).isEqualTo(50_000);
        assertThat(log.customers().size()).isEqualTo(1000);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTold(@TempDir Path folder) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("missing/till.db"));
        assertThatThrownBy(() -> Jdbc.read(source, ALL, Sales.COLUMNS, ReadOptions.defaults()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("the database cannot be reached");
    }

    private Ingest read(ReadOptions options) {
        return Jdbc.read(connection, ALL, Sales.COLUMNS, options);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
