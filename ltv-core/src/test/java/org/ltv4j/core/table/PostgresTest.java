package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * Queries of a real PostgreSQL server, started for these tests from binaries of Maven Central (Linux on x86). Where such a
 * server cannot start, the tests are skipped with the reason.
 */
class PostgresTest {
    private static final ReadOptions STRICT = ReadOptions.defaults();

    private static EmbeddedPostgres server;

    private Connection connection;

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .start();
        } catch (IOException | RuntimeException e) {
            abort("no PostgreSQL server can be started on this machine (" + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + "): " + e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws SQLException {
        connection = database().getConnection();
        run("drop table if exists sales");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static DataSource database() {
        return server.getPostgresDatabase();
    }

    @Test
    void readsTheTypesThatTillsHave() throws SQLException {
        run(
                "create table sales (customer bigint, sold_at timestamp, amount numeric(12, 2), receipt uuid, sku varchar(20),"
                        + " qty smallint, price double precision, note text)");
        run("insert into sales values (9007199254740993, '2025-03-30 02:30:00.9', 12.50,"
                + " '0f8fad5b-d9cb-469f-a165-70867728950e', 'A-1', 2, 6.25, null),"
                + " (7, '2025-03-31 23:59:59', -0.10, null, null, null, null, 'x')");
        Columns columns = Columns.of("customer", "sold_at", "amount")
                .withOrder("receipt")
                .withProduct("sku")
                .withQuantity("qty")
                .withUnitPrice("price");
        TransactionLog log = read("select * from sales", columns, STRICT).log();
        assertThat(Sales.shown(log))
                .containsExactly("9007199254740993 2025-03-30T02:30 12.5", "7 2025-03-31T23:59:59 -0.1");
        assertThat(log.orders().id(0)).isEqualTo("0f8fad5b-d9cb-469f-a165-70867728950e");
        assertThat(log.quantity(0)).isEqualTo(2.0);
        assertThat(log.unitPrice(0)).isEqualTo(6.25);
        assertThat(log.quantity(1)).isNaN();
    }

    @Test
    void aTimeThatThisMachinesZoneSkipsStaysAsItIs() throws SQLException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris")); // where 02:30 on this day does not exist
        try {
            String query = "select 'ann' as customer, timestamp '2025-03-30 02:30:00' as date, 1 as amount";
            assertThat(Sales.shown(read(query, Sales.COLUMNS, STRICT).log()))
                    .containsExactly("ann 2025-03-30T02:30 1.0");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void instantsNeedAZoneAndAreReadInIt() {
        String query = "select 'ann' as customer, timestamptz '2025-06-30 23:30:00Z' as date, 1 as amount";
        assertThatThrownBy(() -> read(query, Sales.COLUMNS, STRICT))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("instants: state the zone");
        ReadOptions paris = STRICT.withZone(ZoneId.of("Europe/Paris"));
        assertThat(Sales.shown(read(query, Sales.COLUMNS, paris).log())).containsExactly("ann 2025-07-01T01:30 1.0");
    }

    @Test
    void readsDatesTextsAndSecondsSinceTheEpoch() {
        assertThat(Sales.shown(read("select 'ann' as customer, date '2024-02-29' as date, 1 as amount")
                        .log()))
                .containsExactly("ann 2024-02-29T00:00 1.0");
        assertThat(Sales.shown(read("select 'ann' as customer, '29.02.2024 13:05' as date, '1,50' as amount")
                        .log()))
                .containsExactly("ann 2024-02-29T13:05 1.5");
        ReadOptions epoch = STRICT.withDateFormat("epoch-seconds").withZone(ZoneId.of("UTC"));
        assertThat(Sales.shown(read("select 'ann' as customer, 1709164800 as date, 1 as amount", Sales.COLUMNS, epoch)
                        .log()))
                .containsExactly("ann 2024-02-29T00:00 1.0");
    }

    @Test
    void valuesThatNoLogCanHoldAreReportedByRow() {
        String query = "select * from (values ('ann', timestamp 'infinity', 1.0), ('bob', timestamp '0044-03-15', 1.0),"
                + " ('cat', timestamp '2025-01-01', 'NaN'), ('dan', timestamp '2025-01-01', 1e300),"
                + " (null, timestamp '2025-01-01', 1.0), ('eve', null, 1.0), ('fay', timestamp '2025-01-01', null),"
                + " ('gil', timestamp '2025-01-01', 5.0)) as v (customer, date, amount)";
        assertThatThrownBy(() -> read(query))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "7 of 8 rows cannot be used (1 missing customer, 1 missing date, 1 missing amount,"
                                + " 2 unreadable date, 2 unreadable number)");
        Ingest read = read(query, Sales.COLUMNS, STRICT.withRowPolicy(RowPolicy.SKIP));
        assertThat(Sales.shown(read.log())).containsExactly("gil 2025-01-01T00:00 5.0");
    }

    /** 1.15 GB of rows in a heap that is smaller: they can only have been streamed. */
    @Test
    void aLargeResultIsStreamedAndTheConnectionIsLeftAsItWas() throws SQLException {
        String query = "select (g % 1000)::text as customer, date '2024-01-01' + g % 300 as date, g / 4.0 as amount,"
                + " repeat('x', 5000) as note from generate_series(1, 230000) g";
        Ingest read = Jdbc.read(connection, query, Sales.COLUMNS, STRICT);
        assertThat(read.log().size()).isEqualTo(230_000);
        assertThat(read.log().customers().size()).isEqualTo(1000);
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isReadOnly()).isFalse();
        run("create table sales (customer text)");
    }

    @Test
    void theQueryMayOnlyRead() throws SQLException {
        run("create table sales (customer text, date date, amount numeric)");
        String writes = "insert into sales values ('ann', '2025-01-01', 1) returning *";
        assertThatThrownBy(() -> read(writes))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("read-only");
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void aTransactionOfTheCallerGoesOn() throws SQLException {
        connection.setAutoCommit(false);
        run("create table sales (customer text, date date, amount numeric)");
        run("insert into sales values ('ann', '2025-01-01', 1)");
        assertThat(read("select * from sales").log().size()).isEqualTo(1);
        assertThat(connection.getAutoCommit()).isFalse();
        connection.rollback();
        assertThatThrownBy(() -> read("select * from sales")).hasMessageContaining("does not exist");
    }

    @Test
    void aServerThatGoesAwayMidReadIsToldWithTheRow() {
        String query = "select 'c' || g as customer, date '2025-01-01' as date,"
                + " case when g = 15000 then pg_terminate_backend(pg_backend_pid())::int else 1 end as amount"
                + " from generate_series(1, 20000) g";
        assertThatThrownBy(() -> read(query, Sales.COLUMNS, STRICT.withRowPolicy(RowPolicy.SKIP)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("the database failed after row 10000: ")
                .hasMessageContaining("terminating connection")
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void anErrorOfTheServerDoesNotQuoteACustomer() {
        String query = "select v.name as customer, date '2025-01-01' as date, v.name::int as amount"
                + " from (values ('Jane Doe')) as v (name)";
        assertThatThrownBy(() -> read(query))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("invalid input syntax for type integer: (a value)")
                .hasNoCause();
        assertThatThrownBy(() -> read("select * from salez")).hasMessageContaining("relation \"salez\" does not exist");
    }

    @Test
    void anErrorOfTheServerDoesNotQuoteTheQuery() {
        for (String query : List.of(
                "select * from sales where c = 'planted'",
                "select 1 as one where \"planted\" = 1",
                "select 1 as one where planted = 1",
                "select 1 as one where nofunc('planted')",
                "selec 'planted'",
                "select 'planted",
                "select planted'",
                "select 1 as one /* planted",
                "select to_date('planted', 'YYYY')",
                "select regexp_match('x', '(planted')",
                "select ('[' || 'planted')::json",
                "select 'planted'::uuid",
                "select 1/0 as planted")) {
            Throwable thrown = catchThrowable(() -> read(query));
            assertThat(thrown).as(query).isInstanceOf(InvalidDataException.class);
            for (Throwable at = thrown; at != null; at = at.getCause()) {
                assertThat(at.getMessage()).as(query).doesNotContain("planted").contains("SQL state");
            }
        }
        assertThatThrownBy(() -> read("select 1 where nope = 1"))
                .hasMessageContaining(
                        "a column of the query does not exist, at character 16 of the query (SQL state 42703");
    }

    @Test
    void aQueryWithOtherColumnsNamesTheNearest() {
        assertThatThrownBy(() -> read("select 1 as custmer, now()::date as dat, 2 as amount"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no column customer; nearest: custmer; no column date; nearest: dat")
                .hasMessageContaining("found: custmer, dat, amount");
    }

    @Test
    void readingStopsWhenItsThreadIsInterrupted() throws SQLException {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> read("select 'ann' as customer, date '2025-01-01' as date, 1 as amount"))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted())
                    .as("the interrupt is left for the caller")
                    .isTrue();
        }
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.isReadOnly()).isFalse();
    }

    @Test
    void aUrlWithALoginOpensItsOwnConnection() {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        String url = server.getJdbcUrl("postgres", "postgres");
        String query = "select 'ann' as customer, date '2025-01-01' as date, 1 as amount";
        assertThat(Jdbc.read(url, login, query, Sales.COLUMNS, STRICT).log().size())
                .isEqualTo(1);
        assertThatThrownBy(() -> Jdbc.read("jdbc:postgresql://localhost:1/none", login, query, Sales.COLUMNS, STRICT))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("the database cannot be reached");
    }

    @Test
    void aResultIsReadFromWhereItStands() throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select * from (values ('ann', date '2025-01-01', 1),"
                        + " ('bob', date '2025-01-02', 2)) as v (customer, date, amount)")) {
            rows.next();
            assertThat(Sales.shown(Jdbc.read(rows, Sales.COLUMNS, STRICT).log()))
                    .isEqualTo(List.of("bob 2025-01-02T00:00 2.0"));
            assertThat(rows.isClosed()).isFalse();
        }
    }

    private Ingest read(String query) {
        return read(query, Sales.COLUMNS, STRICT);
    }

    private Ingest read(String query, Columns columns, ReadOptions options) {
        return Jdbc.read(connection, query, columns, options);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
