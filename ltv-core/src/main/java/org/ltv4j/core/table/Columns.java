package org.ltv4j.core.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a source means what. Names are matched exactly, else in another case or with other blanks if that fits one
 * column only; {@code #3} is the third column, whatever its name. Immutable.
 *
 * <pre>{@code
 * Columns.of("customer_id", "date", "amount").withOrder("invoice").withProduct("sku");
 * Columns.ofQuantityAndPrice("customer_id", "date", "qty", "price");     // amount = quantity x unit price
 * Columns.ofTransactions("customer_id", "date");                         // no amounts: who bought when
 * }</pre>
 */
public final class Columns {
    private final EnumMap<ColumnRole, String> names;

    private Columns(EnumMap<ColumnRole, String> names) {
        this.names = names;
    }

    /**
     * A source whose rows state their amount.
     *
     * @param customer column of the customer id
     * @param date column of the date
     * @param amount column of the amount paid
     * @return the three columns
     */
    public static Columns of(String customer, String date, String amount) {
        return new Columns(new EnumMap<>(ColumnRole.class))
                .with(ColumnRole.CUSTOMER, customer)
                .with(ColumnRole.DATE, date)
                .with(ColumnRole.AMOUNT, amount);
    }

    /**
     * A source whose amounts are quantity times unit price.
     *
     * @param customer column of the customer id
     * @param date column of the date
     * @param quantity column of the pieces
     * @param unitPrice column of the price of one piece
     * @return the four columns
     */
    public static Columns ofQuantityAndPrice(String customer, String date, String quantity, String unitPrice) {
        return new Columns(new EnumMap<>(ColumnRole.class))
                .with(ColumnRole.CUSTOMER, customer)
                .with(ColumnRole.DATE, date)
                .with(ColumnRole.QUANTITY, quantity)
                .with(ColumnRole.UNIT_PRICE, unitPrice);
    }

    /**
     * A source that says who bought when, and not for how much. Its log has no amounts (see {@link
     * org.ltv4j.core.data.TransactionLog#hasAmounts}).
     *
     * @param customer column of the customer id
     * @param date column of the date
     * @return the two columns
     */
    public static Columns ofTransactions(String customer, String date) {
        return new Columns(new EnumMap<>(ColumnRole.class))
                .with(ColumnRole.CUSTOMER, customer)
                .with(ColumnRole.DATE, date);
    }

    /**
     * Whether the source says what was paid.
     *
     * @return true with an amount column, or with quantity and unit price
     */
    public boolean haveAmounts() {
        return names.containsKey(ColumnRole.AMOUNT) || amountIsProduct();
    }

    /**
     * These columns and one more, or one replaced.
     *
     * @param role what the column means
     * @param name its name in the source
     * @return the columns
     * @throws IllegalArgumentException if the name is blank
     */
    public Columns with(ColumnRole role, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the " + role + " column needs a name, got a blank one");
        }
        EnumMap<ColumnRole, String> copy = new EnumMap<>(names);
        copy.put(role, name.strip());
        return new Columns(copy);
    }

    /**
     * Adds the column of the order, invoice or receipt, by which refunds find their purchase.
     *
     * @param name its name in the source
     * @return the columns
     */
    public Columns withOrder(String name) {
        return with(ColumnRole.ORDER, name);
    }

    /**
     * Adds the column of the line of the order, by which rows that come twice are known (see {@link
     * org.ltv4j.core.data.TransactionLog#line}).
     *
     * @param name its name in the source
     * @return the columns
     */
    public Columns withLine(String name) {
        return with(ColumnRole.LINE, name);
    }

    /**
     * Adds the column of the product.
     *
     * @param name its name in the source
     * @return the columns
     */
    public Columns withProduct(String name) {
        return with(ColumnRole.PRODUCT, name);
    }

    /**
     * Adds the column of the quantity.
     *
     * @param name its name in the source
     * @return the columns
     */
    public Columns withQuantity(String name) {
        return with(ColumnRole.QUANTITY, name);
    }

    /**
     * Adds the column of the price of one piece.
     *
     * @param name its name in the source
     * @return the columns
     */
    public Columns withUnitPrice(String name) {
        return with(ColumnRole.UNIT_PRICE, name);
    }

    /**
     * Adds the column of the currency. A row with anything else in it cannot be used, see {@link
     * org.ltv4j.core.data.CurrencyCode}; a blank one is a currency that is not known.
     *
     * @param name its name in the source
     * @return the columns
     */
    public Columns withCurrency(String name) {
        return with(ColumnRole.CURRENCY, name);
    }

    /**
     * Adds the column of the channel or store.
     *
     * @param name its name in the source
     * @return the columns
     */
    public Columns withChannel(String name) {
        return with(ColumnRole.CHANNEL, name);
    }

    /**
     * Adds the column of the discount.
     *
     * @param name its name in the source
     * @return the columns
     */
    public Columns withDiscount(String name) {
        return with(ColumnRole.DISCOUNT, name);
    }

    /**
     * The column of a role.
     *
     * @param role what the column means
     * @return its name, or empty where the source has none
     */
    public Optional<String> name(ColumnRole role) {
        return Optional.ofNullable(names.get(role));
    }

    /**
     * All columns.
     *
     * @return names by role, in the order of the roles
     */
    public Map<ColumnRole, String> names() {
        return java.util.Collections.unmodifiableMap(new EnumMap<>(names));
    }

    /** True when amounts are quantity times unit price. */
    boolean amountIsProduct() {
        return !names.containsKey(ColumnRole.AMOUNT)
                && names.containsKey(ColumnRole.QUANTITY)
                && names.containsKey(ColumnRole.UNIT_PRICE);
    }

    /** Name of a column that is surely there. */
    String required(ColumnRole role) {
        return name(role).orElseThrow();
    }

    /** Same columns for the same roles. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Columns columns && names.equals(columns.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** For example {@code Columns{customer=customer_id, date=date, amount=amount}}. */
    @Override
    public String toString() {
        return "Columns" + names;
    }
}
