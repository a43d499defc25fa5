package org.ltv4j.core.table;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

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

    /** The driver's message, which may have several lines, on one. */
    static String words(SQLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
