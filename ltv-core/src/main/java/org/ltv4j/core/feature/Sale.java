package org.ltv4j.core.feature;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.WallClock;

/**
 * One row of sales, as it comes from the till: for {@link FeatureStates}.
 *
 * <pre>{@code
 * Sale.of(LocalDateTime.of(2025, 3, 1, 9, 30), 4.50).withProduct("espresso").withQuantity(1)
 * }</pre>
 *
 * @param time on the wall clock of the shop, of {@link WallClock}'s years; fractions of a second are cut off
 * @param amount what was paid, finite; a return is negative
 * @param order the receipt, or null
 * @param product the product, or null
 * @param channel the channel or store, or null
 * @param quantity pieces; NaN where not stated
 * @param unitPrice price of a piece; NaN where not stated
 * @param discount discount already taken off the amount; NaN where not stated
 */
public record Sale(
        LocalDateTime time,
        double amount,
        @Nullable String order,
        @Nullable String product,
        @Nullable String channel,
        double quantity,
        double unitPrice,
        double discount) {
    /**
     * Checks the numbers.
     *
     * @param time on the wall clock of the shop, of {@link WallClock}'s years; fractions of a second are cut off
     * @param amount what was paid, finite; a return is negative
     * @param order the receipt, or null
     * @param product the product, or null
     * @param channel the channel or store, or null
     * @param quantity pieces; NaN where not stated
     * @param unitPrice price of a piece; NaN where not stated
     * @param discount discount already taken off the amount; NaN where not stated
     */
    public Sale {
        if (!WallClock.holds(time.toEpochSecond(ZoneOffset.UTC))) {
            throw new InvalidDataException("a sale needs a time of the years " + WallClock.FIRST_DAY.getYear() + " to "
                    + WallClock.LAST_DAY.getYear() + ", got the year " + time.getYear());
        }
        if (!Double.isFinite(amount)) {
            throw new InvalidDataException("a sale needs a finite amount, got " + amount);
        }
        if (Double.isInfinite(quantity) || Double.isInfinite(unitPrice) || Double.isInfinite(discount)) {
            throw new InvalidDataException("a sale needs a finite quantity, unit price and discount, or NaN where not"
                    + " stated, got " + quantity + ", " + unitPrice + " and " + discount);
        }
    }

    /**
     * A sale of which no more is known.
     *
     * @param time on the wall clock of the shop
     * @param amount what was paid, finite; a return is negative
     * @return the sale
     */
    public static Sale of(LocalDateTime time, double amount) {
        return new Sale(time, amount, null, null, null, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * The same with its receipt.
     *
     * @param id the order
     * @return the sale
     */
    public Sale withOrder(String id) {
        return new Sale(time, amount, id, product, channel, quantity, unitPrice, discount);
    }

    /**
     * The same with its product.
     *
     * @param id the product
     * @return the sale
     */
    public Sale withProduct(String id) {
        return new Sale(time, amount, order, id, channel, quantity, unitPrice, discount);
    }

    /**
     * The same with its channel.
     *
     * @param id the channel or store
     * @return the sale
     */
    public Sale withChannel(String id) {
        return new Sale(time, amount, order, product, id, quantity, unitPrice, discount);
    }

    /**
     * The same with its quantity.
     *
     * @param pieces how many
     * @return the sale
     */
    public Sale withQuantity(double pieces) {
        return new Sale(time, amount, order, product, channel, pieces, unitPrice, discount);
    }

    /**
     * The same with its price.
     *
     * @param price of one piece
     * @return the sale
     */
    public Sale withUnitPrice(double price) {
        return new Sale(time, amount, order, product, channel, quantity, price, discount);
    }

    /**
     * The same with its discount.
     *
     * @param reduction already taken off the amount
     * @return the sale
     */
    public Sale withDiscount(double reduction) {
        return new Sale(time, amount, order, product, channel, quantity, unitPrice, reduction);
    }

    long second() {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    /** Names no product and no time: when someone bought what may tell who it was. */
    @Override
    public String toString() {
        return "Sale[" + amount + "]";
    }
}
