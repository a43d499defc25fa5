package org.ltv4j.segmentation.itemset;

/** Which of the frequent itemsets are wanted. Lengths and items that are asked for pick among these afterwards. */
public enum ItemsetKind {
    /** All of them. */
    FREQUENT,
    /** Those without a larger set that occurs in just as many baskets. All counts of frequent sets follow from them. */
    CLOSED,
    /** Those without a larger frequent set. They say which sets are frequent, but not how often the smaller ones occur. */
    MAXIMAL,
    /**
     * Those without a smaller set that occurs in just as many baskets; the empty set, which is in all of them, counts as
     * smaller. So an item in every basket is in no generator.
     */
    GENERATORS
}
