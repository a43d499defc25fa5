package org.ltv4j.core.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
            throw new InvalidDataException("the database cannot be reached: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a query over a connection, which stays open. Where it commits automatically this is put off while the query
     * runs, since some drivers (PostgreSQL's) stream rows only then.
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
            boolean commits = connection.getAutoCommit();
            if (commits) {
                connection.setAutoCommit(false);
            }
            try {
                return query(connection, sql, columns, options);
            } finally {
                if (commits) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new InvalidDataException("the query cannot be read: " + e.getMessage(), e);
        }
    }

    private static Ingest query(Connection connection, String sql, Columns columns, ReadOptions options)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, columns, options);
            }
        }
    }

    private static Ingest read(ResultSet rows, Columns columns, ReadOptions options) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnLabel(i));
        }
        ColumnBinding binding = ColumnBinding.of(names, columns);
        CellTable cells = new CellTable("JDBC query", binding, options);
        List<JdbcColumn> readers = new ArrayList<>();
        for (ColumnRole role : binding.names().keySet()) {
            CellColumn target = cells.column(role);
            if (target != null) {
                readers.add(JdbcColumn.of(meta, binding.place(role) + 1, role, target, options));
            }
        }
        int row = 0;
        while (next(rows, row)) {
            for (JdbcColumn reader : readers) {
                reader.read(rows, row);
            }
            row++;
        }
        return cells.ingest(row);
    }

    private static boolean next(ResultSet rows, int row) throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("reading was interrupted");
        }
        try {
            return rows.next();
        } catch (SQLException e) {
            throw new InvalidDataException("the database failed after row " + row + ": " + e.getMessage(), e);
        }
    }
}
