package org.ltv4j.segmentation.basket;

/**
 * Rows of a log that are in no basket, each counted under the first of these causes that holds.
 *
 * @param returns rows with an amount or a quantity below 0: not bought, but brought back
 * @param withoutProduct rows that name no product
 * @param withoutOrder rows that name no order, where a basket is an order
 */
public record LeftOutRows(long returns, long withoutProduct, long withoutOrder) {
    /** No row was left out. */
    public static final LeftOutRows NONE = new LeftOutRows(0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @param returns rows with an amount or a quantity below 0: not bought, but brought back
     * @param withoutProduct rows that name no product
     * @param withoutOrder rows that name no order, where a basket is an order
     * @throws IllegalArgumentException if one is below 0
     */
    public LeftOutRows {
        if (returns < 0 || withoutProduct < 0 || withoutOrder < 0) {
            throw new IllegalArgumentException("numbers of rows must be at least 0, got returns=" + returns
                    + ", withoutProduct=" + withoutProduct + ", withoutOrder=" + withoutOrder);
        }
    }

    /**
     * All of them.
     *
     * @return rows that are in no basket
     */
    public long total() {
        return returns + withoutProduct + withoutOrder;
    }
}
