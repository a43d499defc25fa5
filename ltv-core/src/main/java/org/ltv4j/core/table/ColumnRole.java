package org.ltv4j.core.table;

import java.util.Locale;

/** What a column of a source means. */
public enum ColumnRole {
    /** Who bought; kept exactly as written. */
    CUSTOMER,
    /** When; a date, with or without a time of day. */
    DATE,
    /** What was paid for the row; a refund is negative. */
    AMOUNT,
    /** Pieces; a return is negative. */
    QUANTITY,
    /** Price of one piece. */
    UNIT_PRICE,
    /** Order, invoice or receipt. */
    ORDER,
    /** Line of the order: with the order it names a row. */
    LINE,
    /** Product or article. */
    PRODUCT,
    /** Currency of the row's amounts, an ISO code. */
    CURRENCY,
    /** Channel or store. */
    CHANNEL,
    /** Discount granted, already contained in the amount. */
    DISCOUNT;

    /** The role in words, for example {@code unit price}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
