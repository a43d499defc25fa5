package org.ltv4j.core.data;

import java.util.Locale;

/** A column of a {@link TransactionLog}, for rules and profiles that go over columns. */
public enum LogColumn {
    /** Who bought. */
    CUSTOMER(Kind.ID),
    /** When. */
    TIME(Kind.TIME),
    /** What was paid. */
    AMOUNT(Kind.NUMBER),
    /** Pieces. */
    QUANTITY(Kind.NUMBER),
    /** Price of one piece. */
    UNIT_PRICE(Kind.NUMBER),
    /** Discount granted, already contained in the amount. */
    DISCOUNT(Kind.NUMBER),
    /** Order, invoice or receipt. */
    ORDER(Kind.ID),
    /** Line of the order. */
    LINE(Kind.ID),
    /** Product or article. */
    PRODUCT(Kind.ID),
    /** Channel or store. */
    CHANNEL(Kind.ID),
    /** Currency of the amount. */
    CURRENCY(Kind.ID);

    private enum Kind {
        ID,
        NUMBER,
        TIME
    }

    private final Kind kind;

    LogColumn(Kind kind) {
        this.kind = kind;
    }

    /**
     * Whether its values are numbers: amounts, quantities, prices, discounts.
     *
     * @return true if {@link #number} may be asked
     */
    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /**
     * Whether its values are names that are kept as numbers of a table.
     *
     * @return true if {@link #code} may be asked
     */
    public boolean isId() {
        return kind == Kind.ID;
    }

    /**
     * Whether a log has this column.
     *
     * @param log the log
     * @return true if any row may have a value in it
     */
    public boolean isIn(TransactionLog log) {
        return switch (this) {
            case CUSTOMER, TIME -> true;
            case AMOUNT -> log.hasAmounts();
            case QUANTITY -> log.columns.quantity != null;
            case UNIT_PRICE -> log.columns.unitPrice != null;
            case DISCOUNT -> log.columns.discount != null;
            case ORDER -> log.columns.order != null;
            case LINE -> log.columns.line != null;
            case PRODUCT -> log.columns.product != null;
            case CHANNEL -> log.columns.channel != null;
            case CURRENCY -> log.columns.currency != null || !log.columns.currencies.contains("");
        };
    }

    /**
     * The value of a number column.
     *
     * @param log the log
     * @param row a row number
     * @return the value, NaN where the row has none; 0 for the amounts of a log that has none at all
     * @throws IllegalArgumentException if this is no number column
     */
    public double number(TransactionLog log, int row) {
        return switch (this) {
            case AMOUNT -> log.amount(row);
            case QUANTITY -> log.quantity(row);
            case UNIT_PRICE -> log.unitPrice(row);
            case DISCOUNT -> log.discount(row);
            default -> throw new IllegalArgumentException(this + " is no column of numbers");
        };
    }

    /**
     * The value of an id column as a number. The customer of a row is found by binary search.
     *
     * @param log the log
     * @param row a row number
     * @return a number in the table of the column, or {@link TransactionLog#NONE}
     * @throws IllegalArgumentException if this is no id column
     */
    public int code(TransactionLog log, int row) {
        return switch (this) {
            case CUSTOMER -> log.customer(row);
            case ORDER -> log.order(row);
            case LINE -> log.line(row);
            case PRODUCT -> log.product(row);
            case CHANNEL -> log.channel(row);
            case CURRENCY -> currency(log.columns, row);
            default -> throw new IllegalArgumentException(this + " is no column of ids");
        };
    }

    private static int currency(LogColumns columns, int row) {
        int code = columns.currency == null ? 0 : columns.currency[row];
        return columns.currencies.get(code).isEmpty() ? TransactionLog.NONE : code;
    }

    /**
     * The names of an id column; those of currencies are {@link TransactionLog#currencies()}.
     *
     * @param log the log
     * @return the table that {@link #code} refers to
     * @throws IllegalArgumentException if this is no id column, or the currency
     */
    public IdTable ids(TransactionLog log) {
        return switch (this) {
            case CUSTOMER -> log.customers();
            case ORDER -> log.orders();
            case LINE -> log.lines();
            case PRODUCT -> log.products();
            case CHANNEL -> log.channels();
            default -> throw new IllegalArgumentException(this + " has no table of ids");
        };
    }

    /** The column in words, for example {@code unit price}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
