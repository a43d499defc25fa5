package org.ltv4j.core.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.ltv4j.core.data.InvalidDataException;

/** Reads files of SQLite, DuckDB and Parquet by the driver of the database, which must be on the class path. */
final class DatabaseFile {
    private static final int FETCH_SIZE = 10_000;

    private final FileKind kind;
    private final Path file;
    private final Columns columns;
    private final SourceOptions options;

    DatabaseFile(FileKind kind, Path file, Columns columns, SourceOptions options) {
        this.kind = kind;
        this.file = file.toAbsolutePath();
        this.columns = columns;
        this.options = options;
    }

    Ingest read() {
        try (Connection connection = open()) {
            String sql = options.query().isPresent() ? options.query().get() : select(connection);
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                            connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
                    ResultSet rows = streamed(statement)) {
                return Jdbc.rows(rows, name(), columns, options.values());
            }
        } catch (SQLException e) {
            throw JdbcDrivers.error("cannot be read", e);
        }
    }

    private static ResultSet streamed(PreparedStatement statement) throws SQLException {
        statement.setFetchSize(FETCH_SIZE);
        return statement.executeQuery();
    }

    private String name() {
        return switch (kind) {
            case SQLITE -> "SQLite database";
            case DUCKDB -> "DuckDB database";
            default -> "Parquet file";
        };
    }

    private Connection open() throws SQLException {
        boolean sqlite = kind == FileKind.SQLITE;
        Properties settings = new Properties();
        String url;
        if (sqlite) {
            url = "jdbc:sqlite:" + file;
            settings.setProperty("open_mode", "1"); // read-only
        } else {
            url = kind == FileKind.DUCKDB ? "jdbc:duckdb:" + file : "jdbc:duckdb:";
            if (kind == FileKind.DUCKDB) {
                settings.setProperty("duckdb.read_only", "true");
            }
            settings.setProperty("jdbc_stream_results", "true");
        }
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new InvalidDataException(
                    (sqlite ? "is an " : "is a ") + name() + ", which is read by its driver: add "
                            + (sqlite ? JdbcDrivers.SQLITE : JdbcDrivers.DUCKDB) + " to the class path",
                    e);
        }
        return DriverManager.getConnection(url, settings);
    }

    private String select(Connection connection) throws SQLException {
        if (kind == FileKind.PARQUET) {
            return "select * from read_parquet('" + file.toString().replace("'", "''") + "')";
        }
        return "select * from \"" + table(connection).replace("\"", "\"\"") + "\"";
    }

    private String table(Connection connection) throws SQLException {
        Map<String, List<String>> tables = tables(connection);
        String wanted = options.table().orElse(null);
        if (wanted != null) {
            return tables.keySet().stream()
                    .filter(wanted::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new InvalidDataException(
                            "has no table " + wanted + "; its tables: " + String.join(", ", tables.keySet())));
        }
        if (tables.isEmpty()) {
            throw new InvalidDataException("is a database without tables");
        }
        if (tables.size() == 1) {
            return tables.keySet().iterator().next();
        }
        long all = columns.names().values().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        List<String> fitting = tables.entrySet().stream()
                .filter(table -> ColumnBinding.matches(table.getValue(), columns) == all)
                .map(Map.Entry::getKey)
                .toList();
        if (fitting.size() != 1) {
            throw new InvalidDataException((fitting.isEmpty() ? "has no table" : "has " + fitting.size() + " tables")
                    + " with all columns asked for"
                    + (fitting.isEmpty()
                            ? "; its tables: " + String.join(", ", tables.keySet())
                            : ": " + String.join(", ", fitting))
                    + ". Name the table (--table, SourceOptions.withTable) or state a query (--query, withQuery)");
        }
        return fitting.get(0);
    }

    /** Names of the tables and views, and of their columns. */
    private static Map<String, List<String>> tables(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", null)) {
            while (found.next()) {
                String type = String.valueOf(found.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                if (type.endsWith("TABLE") && !type.startsWith("SYSTEM") || type.equals("VIEW")) {
                    tables.put(found.getString("TABLE_NAME"), new ArrayList<>());
                }
            }
        }
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            try (ResultSet found = connection.getMetaData().getColumns(null, null, table.getKey(), "%")) {
                while (found.next()) {
                    if (table.getKey().equals(found.getString("TABLE_NAME"))) {
                        table.getValue().add(found.getString("COLUMN_NAME"));
                    }
                }
            }
        }
        return tables;
    }
}
