package org.ltv4j.core.data;

/**
 * One value that cannot be used.
 *
 * @param line line of the file, or row of the table, counted from 1; 0 where there is none
 * @param column name of the column; empty where the whole row is meant
 * @param value the value as it stood, shortened; empty where it may name a person
 * @param problem what is wrong and what is allowed
 */
public record BadValue(long line, String column, String value, String problem) {

    /** For example {@code line 17, column date: '2023-02-29' is no date of the form yyyy-MM-dd}. */
    @Override
    public String toString() {
        String where = (line > 0 ? "line " + line : "")
                + (line > 0 && !column.isEmpty() ? ", " : "")
                + (column.isEmpty() ? "" : "column " + column);
        String what = value.isEmpty() ? problem : "'" + value + "' " + problem;
        return where.isEmpty() ? what : where + ": " + what;
    }
}
