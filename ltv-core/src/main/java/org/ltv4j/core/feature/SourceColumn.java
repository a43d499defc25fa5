package org.ltv4j.core.feature;

/** What a log may lack and a family of features may need: an optional column, or something that the rows must tell. */
public enum SourceColumn {
    /** The receipt of a row. */
    ORDER("order"),
    /** The product of a row. */
    PRODUCT("product"),
    /** The channel or store of a row. */
    CHANNEL("channel"),
    /** Pieces of a row. */
    QUANTITY("quantity"),
    /** Price of a piece. */
    UNIT_PRICE("unit price"),
    /** Discount granted on a row. */
    DISCOUNT("discount"),
    /** Times, not days only: some row is not at midnight. */
    TIME_OF_DAY("time of day"),
    /** Rows with a negative amount: refunds that were not netted or dropped. */
    RETURNS("returns (rows with a negative amount)");

    private final String title;

    SourceColumn(String title) {
        this.title = title;
    }

    /**
     * How messages name it.
     *
     * @return for example {@code unit price}
     */
    public String title() {
        return title;
    }

    /** Whether it is a column; else the rows of one log may happen to lack it and those of another not. */
    boolean isColumn() {
        return this != TIME_OF_DAY && this != RETURNS;
    }
}
