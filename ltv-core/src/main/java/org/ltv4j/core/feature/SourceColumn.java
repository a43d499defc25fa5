package org.ltv4j.core.feature;

/** A column that a log may lack and a family of features may need. */
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
    DISCOUNT("discount");

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
}
