package org.ltv4j.core.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Reads sales from any database with a JDBC driver. The query is run once and its rows are streamed, so that the memory
 * needed is that of the columns used.
 *
 * <pre>{@code
 * Ingest read = Jdbc.read(dataSource, "select customer, sold_at, amount from sales",
 *     Columns.of("customer", "sold_at", "amount"), ReadOptions.defaults());
 * }</pre>
 */
public final class Jdbc {
    private static final int FETCH_SIZE = 10_000;

    private Jdbc() {}

    /**
     * Reads a query over a new connection, which is closed afterwards.
     *
     * @param source gives the connection
     * @param sql a query with a row per sale
     * @param columns which column of the query means what
     * @param options how texts in it are written, the zone of instants, what to do with rows that cannot be used
     * @return the log, the report and the form
     * @throws InvalidDataException if the query fails, lacks a column, or has a row that cannot be used and must not be
     *     skipped
     */
    public static Ingest read(DataSource source, String sql, Columns columns, ReadOptions options) {
        try (Connection connection = source.getConnection()) {
            return read(connection, sql, columns, options);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /**
     * Reads a query over a new connection of a database known by its URL. The connection is closed afterwards.
     *
     * @param url for example {@code jdbc:postgresql://till/sales} or {@code jdbc:sqlite:till.db}; its driver must be on the
     *     class path
     * @param login {@code user}, {@code password} and whatever else the driver asks for
     * @param sql a query with a row per sale
     * @param columns which column of the query means what
     * @param options how texts in it are written, the zone of instants, what to do with rows that cannot be used
     * @return the log, the report and the form
     * @throws InvalidDataException if there is no driver for the URL, the query fails, lacks a column, or has a row that
     *     cannot be used and must not be skipped
     */
    public static Ingest read(String url, Properties login, String sql, Columns columns, ReadOptions options) {
        try (Connection connection = connect(url, login)) {
            return read(connection, sql, columns, options);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static Connection connect(String url, Properties login) throws SQLException {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new InvalidDataException(JdbcDrivers.missing(url), e);
        }
        return DriverManager.getConnection(url, login);
    }

    private static InvalidDataException unreachable(SQLException e) {
        return JdbcDrivers.error("the database cannot be reached", e);
    }

    /**
     * Reads a query over a connection, which stays open and is left as it was. While the query runs it is read-only, and does
     * not commit after each statement, since some drivers (PostgreSQL's) stream rows only then.
     *
     * @param connection to the database
     * @param sql a query with a row per sale
     * @param columns which column of the query means what
     * @param options how texts in it are written, the zone of instants, what to do with rows that cannot be used
     * @return the log, the report and the form
     * @throws InvalidDataException if the query fails, lacks a column, or has a row that cannot be used and must not be
     *     skipped
     */
    public static Ingest read(Connection connection, String sql, Columns columns, ReadOptions options) {
        try {
            try (JdbcSession session = JdbcSession.begin(connection)) {
                return query(session.connection(), sql, columns, options);
            }
        } catch (SQLException e) {
            throw JdbcDrivers.error("the query cannot be read", e);
        }
    }

    /**
     * Reads the rows that are left of a result, which stays open. How many come at a time is up to its statement.
     *
     * @param rows a row per sale
     * @param columns which column of the result means what
     * @param options how texts in it are written, the zone of instants, what to do with rows that cannot be used
     * @return the log, the report and the form
     * @throws InvalidDataException if the result fails, lacks a column, or has a row that cannot be used and must not be
     *     skipped
     */
    public static Ingest read(ResultSet rows, Columns columns, ReadOptions options) {
        try {
            return rows(rows, "JDBC query", columns, options);
        } catch (SQLException e) {
            throw JdbcDrivers.error("the query cannot be read", e);
        }
    }

    private static Ingest query(Connection connection, String sql, Columns columns, ReadOptions options)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                return rows(rows, "JDBC query", columns, options);
            }
        }
    }

    /** Reads the rows of a result under the name of their source. */
    static Ingest rows(ResultSet rows, String source, Columns columns, ReadOptions options) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnLabel(i));
        }
        ColumnBinding binding = ColumnBinding.of(names, columns);
        CellTable cells = new CellTable(source, binding, options);
        List<JdbcColumn> readers = new ArrayList<>();
        for (ColumnRole role : binding.names().keySet()) {
            CellColumn target = cells.column(role);
            if (target != null) {
                readers.add(JdbcColumn.of(meta, binding.place(role) + 1, role, target, options));
            }
        }
        int row = 0;
        try {
            while (next(rows)) {
                for (JdbcColumn reader : readers) {
                    reader.read(rows, row);
                }
                row++;
            }
        } catch (SQLException e) {
            throw JdbcDrivers.error("the database failed after row " + row, e);
        }
        return cells.ingest(row);
    }

    private static boolean next(ResultSet rows) throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("reading was interrupted");
        }
        return rows.next();
    }
}
