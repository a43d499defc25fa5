package org.ltv4j.core.table;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.ltv4j.core.data.InvalidDataException;

/** Which driver a URL needs, and what a driver says, in one line. */
final class JdbcDrivers {
    static final String SQLITE = "org.xerial:sqlite-jdbc";
    static final String DUCKDB = "org.duckdb:duckdb_jdbc";

    private static final Map<String, String> ARTIFACTS = Map.of(
            "sqlite", SQLITE,
            "duckdb", DUCKDB,
            "postgresql", "org.postgresql:postgresql",
            "mysql", "com.mysql:mysql-connector-j",
            "mariadb", "org.mariadb.jdbc:mariadb-java-client",
            "sqlserver", "com.microsoft.sqlserver:mssql-jdbc",
            "oracle", "com.oracle.database.jdbc:ojdbc11",
            "h2", "com.h2database:h2");

    private JdbcDrivers() {}

    /** That no driver on the class path takes the URL, and which one would. */
    static String missing(String url) {
        String[] parts = url.split(":", 3);
        boolean jdbc = parts.length > 1 && parts[0].equals("jdbc");
        String kind = jdbc ? parts[1].toLowerCase(Locale.ROOT) : "";
        String artifact = ARTIFACTS.get(kind);
        if (!jdbc) {
            return "a database URL begins with jdbc:, for example jdbc:postgresql://host/sales";
        }
        return "there is no driver for jdbc:" + kind + " on the class path: add "
                + (artifact == null ? "the JDBC driver of the database" : artifact);
    }

    /**
     * The error of a database in one line, see {@link JdbcWords}. The driver's own exception stays behind: its cause has the same words,
     * its stack, state and code. There is none where the error is about a value.
     */
    static InvalidDataException error(String what, SQLException e) {
        JdbcWords words = JdbcWords.of(e);
        String message = what + ": " + words.told();
        if (words.ofValue()) {
            return new InvalidDataException(message);
        }
        SQLException cause = new SQLException(words.told(), e.getSQLState(), e.getErrorCode());
        cause.setStackTrace(e.getStackTrace());
        return new InvalidDataException(message, cause);
    }
}
