package org.ltv4j.core.table;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What went wrong in a database, in words that name nobody. Drivers quote the query, which may hold a customer's name or phone, and
 * the value they could not convert; so their own words are never repeated. Told are the kind of error where it is a known one,
 * the name of a missing table or function, the place in the query, the SQL state and the vendor's codes.
 *
 * @param told the words
 * @param ofValue true where the error is about a value of a row or of the query
 */
record JdbcWords(String told, boolean ofValue) {
    private static final String NAME = "\"?([A-Za-z_][A-Za-z0-9_]{0,62})\"?(?![\\w.@$\"-])";
    private static final int LONGEST_READ = 2000;

    /** Kinds of errors by what the driver's words have in them, and what is told; {@code $1} is the name of a table or the like. */
    private static final List<Kind> KINDS = List.of(
            new Kind("^ERROR: relation " + NAME + " does not exist", "relation \"$1\" does not exist"),
            new Kind("^Catalog Error: Table with name " + NAME + " does not exist", "table $1 does not exist"),
            new Kind("\\(no such table: " + NAME + "\\)$", "no such table: $1"),
            new Kind(
                    "^Catalog Error: [A-Za-z ]{0,20}Function with name " + NAME + " does not exist",
                    "function $1 does not exist"),
            new Kind("\\(no such function: " + NAME + "\\)$", "no such function: $1"),
            new Kind(
                    "^ERROR: cannot execute ([A-Z]{3,12}) in a read-only",
                    "cannot execute $1: the database is read-only here"),
            new Kind(
                    "^ERROR: invalid input syntax for type ([a-z ]{3,30}):",
                    "invalid input syntax for type $1: (a value)"),
            new Kind("^(ERROR|FATAL): terminating connection", "the server is terminating connections"),
            new Kind(
                    "unterminated|unrecognized token",
                    "syntax error in the query: is a quote or a comment not closed?"),
            new Kind("^(Parser Error|ERROR: syntax error)|[(]near |incomplete input", "syntax error in the query"),
            new Kind("read-?only", "the database is read-only here"),
            new Kind("is locked|set lock on|SQLITE_BUSY", "the database is locked by another process"),
            new Kind(
                    "SQLITE_(NOTADB|CORRUPT)|No magic bytes|malformed",
                    "the file is damaged, or no database of this kind"),
            new Kind(
                    "^Connection to .{1,80} refused",
                    "the server refuses connections: are host and port right, and is it running?"),
            new Kind("authentication failed", "the login was refused"),
            new Kind("permission denied", "the login may not read this"),
            new Kind("timeout|timed out", "the database took too long"),
            new Kind("ambiguous", "a column of the query could be of more than one table"),
            new Kind(
                    "no such column|[Cc]olumn .{1,200} (not found|does not exist)|not have a column",
                    "a column of the query does not exist"));

    private static final Map<String, String> STATES = Map.of(
            "08", "the connection failed",
            "22", "a value cannot be converted",
            "23", "a value breaks a rule of the database",
            "28", "the login was refused",
            "3D", "there is no such database",
            "42", "the query is wrong",
            "53", "the server has not enough memory, disk or connections",
            "57", "the server has ended the query");

    private static final Pattern OF_VALUE = Pattern.compile(
            "conver(t|sion)|invalid (input|hex)|out of range|could not (parse|cast)|format specifier",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SQLITE = Pattern.compile("^\\[(SQLITE_[A-Z_]{2,30})\\]");
    private static final Pattern DUCKDB = Pattern.compile(
            "^(Catalog|Binder|Parser|Conversion|Invalid Input|Out of Range|IO|Constraint|Permission|Not implemented|Mismatch Type"
                    + "|Internal|Connection|Serialization|Out of Memory|HTTP|Invalid Configuration) Error");
    private static final Pattern POSITION = Pattern.compile("\\n\\s*Position: ([0-9]{1,5})\\s*$");
    private static final Pattern LINE = Pattern.compile("\\n\\s*LINE ([0-9]{1,4}): ");
    private static final Pattern STATE = Pattern.compile("[0-9A-Z]{5}");

    /** A kind of error. */
    private record Kind(Pattern sign, String words) {
        Kind(String sign, String words) {
            this(Pattern.compile(sign), words);
        }
    }

    static JdbcWords of(SQLException e) {
        String all = String.valueOf(e.getMessage());
        String said = all.substring(0, Math.min(all.length(), LONGEST_READ));
        String head = said.lines().findFirst().orElse("").strip();
        String state =
                e.getSQLState() == null || !STATE.matcher(e.getSQLState()).matches() ? "" : e.getSQLState();
        String group = state.isEmpty() ? "" : state.substring(0, 2);
        boolean ofValue = group.equals("22")
                || group.equals("23")
                || OF_VALUE.matcher(head).find();
        String words = kind(head);
        if (words.isEmpty()) {
            words = STATES.getOrDefault(
                    group, ofValue ? "a value cannot be converted" : "the database reports an error");
        }
        return new JdbcWords(
                words + place(said) + codes(head, state, e.getErrorCode())
                        + "; its own words are not shown, as they may quote the query or a row: run the query in a tool of the"
                        + " database to see them",
                ofValue);
    }

    private static String kind(String head) {
        for (Kind kind : KINDS) {
            Matcher found = kind.sign.matcher(head);
            if (found.find()) {
                String name = found.groupCount() > 0 ? String.valueOf(found.group(1)) : "";
                boolean shown = ShownValues.isColumnName(name);
                return kind.words.replace("$1", shown ? name : "(looks like an id)");
            }
        }
        return "";
    }

    private static String place(String said) {
        Matcher position = POSITION.matcher(said);
        Matcher line = LINE.matcher(said);
        return position.find()
                ? ", at character " + position.group(1) + " of the query"
                : line.find() ? ", in line " + line.group(1) + " of the query" : "";
    }

    private static String codes(String head, String state, int code) {
        Matcher sqlite = SQLITE.matcher(head);
        Matcher duckdb = DUCKDB.matcher(head);
        String name = sqlite.find() ? sqlite.group(1) + ", " : duckdb.find() ? duckdb.group() + ", " : "";
        return " (" + name + "SQL state " + (state.isEmpty() ? "none" : state) + ", code " + code + ")";
    }
}
