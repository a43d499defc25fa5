package org.ltv4j.core.table;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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

    /** Errors of drivers that give no SQL state for a value they cannot convert. */
    private static final Pattern OF_VALUE = Pattern.compile(
            "conver(t|sion)|invalid input|out of range|could not (parse|cast)", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|`[^`]*`|\\([^)]*\\)=\\([^)]*\\)");

    /** Errors that quote the place of a query where it stops being one; a value of its may stand there. */
    private static final Pattern OF_QUERY =
            Pattern.compile("\\b(near|token|literal|syntax|parser error)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PIECE = Pattern.compile("[\"'`](.*[\"'`]|.*$)"); // from the first quote to the last

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
     * The error of a database in one line. Where it speaks of a value, which may be a person's, or quotes a piece of the query,
     * which may hold one, what it quotes is left out, and the driver's own exception with it; its state and code stay.
     */
    static InvalidDataException error(String what, SQLException e) {
        String words =
                String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
        String state = String.valueOf(e.getSQLState());
        boolean ofValue = state.startsWith("22")
                || state.startsWith("23")
                || OF_VALUE.matcher(words).find();
        if (!ofValue && OF_QUERY.matcher(words).find()) {
            String told = PIECE.matcher(words).replaceAll("(a piece of the query)");
            SQLException cause = new SQLException(told, e.getSQLState(), e.getErrorCode());
            cause.setStackTrace(e.getStackTrace());
            return new InvalidDataException(what + ": " + told, cause);
        }
        return ofValue
                ? new InvalidDataException(what + ": " + QUOTED.matcher(words).replaceAll("(a value)"))
                : new InvalidDataException(what + ": " + words, e);
    }
}
