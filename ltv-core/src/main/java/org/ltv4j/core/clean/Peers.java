package org.ltv4j.core.clean;

/** Whose values stand in for one that is missing. */
public enum Peers {
    /** All rows. */
    ALL("of all rows"),
    /** Rows of the same product. */
    PRODUCT("of the product"),
    /** Rows of the same customer, earlier and later ones. */
    CUSTOMER("of the customer"),
    /** Rows of the same product in the same channel or store. */
    PRODUCT_AND_CHANNEL("of the product in the channel"),
    /**
     * Rows of customers who spend alike: customers are ranked by their mean amount per row (known amounts above 0) and
     * cut into five groups of equal size; customers of one mean are in one group. A customer without any such amount
     * has no peers.
     */
    SPEND_QUINTILE("of customers in the same fifth by spend");

    private final String words;

    Peers(String words) {
        this.words = words;
    }

    /**
     * The peers in words, as reports show them.
     *
     * @return a clause, for example {@code of the product}
     */
    public String inWords() {
        return words;
    }
}
