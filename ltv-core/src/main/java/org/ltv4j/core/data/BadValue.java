package org.ltv4j.core.data;

import java.util.Optional;

/**
 * One value that cannot be used. Its text may be logged: the customer, where known, is told by an accessor only.
 *
 * @param line line of the file, or row of the table, counted from 1; 0 where there is none
 * @param column name of the column; empty where the whole row is meant
 * @param value the value as it stood, shortened; empty where it may name a person
 * @param problem what is wrong and what is allowed
 * @param customer id of the customer of that row, where it is known: personal data, in no message
 * @param unit what is counted by {@code line}: {@code line}, or {@code record} where several stand on one
 */
public record BadValue(long line, String column, String value, String problem, Optional<String> customer, String unit) {
    private static final String LINE = "line";

    /**
     * Keeps the parts as they are.
     *
     * @param line line of the file, or row of the table, counted from 1; 0 where there is none
     * @param column name of the column; empty where the whole row is meant
     * @param value the value as it stood, shortened; empty where it may name a person
     * @param problem what is wrong and what is allowed
     * @param customer id of the customer of that row, where it is known: personal data, in no message
     * @param unit what is counted by {@code line}: {@code line}, or {@code record} where several stand on one
     */
    public BadValue {}

    /**
     * A value of a customer who is not known.
     *
     * @param line line of the file, or row of the table, counted from 1; 0 where there is none
     * @param column name of the column; empty where the whole row is meant
     * @param value the value as it stood, shortened; empty where it may name a person
     * @param problem what is wrong and what is allowed
     */
    public BadValue(long line, String column, String value, String problem) {
        this(line, column, value, problem, Optional.empty(), LINE);
    }

    /**
     * The same with the customer of its row.
     *
     * @param id id of the customer; blank where it is not known
     * @return a value that tells the customer by {@link #customer()} only
     */
    public BadValue ofCustomer(String id) {
        return new BadValue(line, column, value, problem, id.isBlank() ? Optional.empty() : Optional.of(id), unit);
    }

    /**
     * The same with another word for what is counted.
     *
     * @param counted for example {@code record}
     * @return a value whose text form says so
     */
    public BadValue countedBy(String counted) {
        return new BadValue(line, column, value, problem, customer, counted);
    }

    /** For example {@code line 17, column date: '2023-02-29' is no date of the form yyyy-MM-dd}; never the customer. */
    @Override
    public String toString() {
        String where = (line > 0 ? unit + " " + line : "")
                + (line > 0 && !column.isEmpty() ? ", " : "")
                + (column.isEmpty() ? "" : "column " + column);
        String what = value.isEmpty() ? problem : "'" + value + "' " + problem;
        return where.isEmpty() ? what : where + ": " + what;
    }
}
