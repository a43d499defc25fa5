/**
 * Baskets: which items were bought together. A {@link org.ltv4j.segmentation.basket.BasketLog} is what mining, rules, sequences
 * and recommendations read; items are numbers inside and names at the border.
 *
 * <p>A basket is a <em>set</em>: how many pieces of an item were bought, and on how many lines of the receipt, does not
 * count. It may be empty, and empty baskets count in every support.
 *
 * <pre>{@code
 * BasketLog receipts = BasketLog.byOrder(log);               // a basket per receipt
 * BasketLog days     = BasketLog.byCustomerDay(log);         // or per customer and calendar day
 * BasketLog wardrobe = BasketLog.byCustomer(log);            // or per customer: whatever they ever bought
 * BasketLog typed    = BasketLog.of(List.of(Set.of("espresso", "croissant"), Set.of("tea")));
 * }</pre>
 *
 * <p>{@link org.ltv4j.segmentation.basket.BasketFiles} reads and writes what other miners do; an {@link
 * org.ltv4j.segmentation.basket.ItemHierarchy} puts categories in place of items or beside them; {@link
 * org.ltv4j.segmentation.basket.BasketLabels} tell one context from another.
 */
@NullMarked
package org.ltv4j.segmentation.basket;

import org.jspecify.annotations.NullMarked;
