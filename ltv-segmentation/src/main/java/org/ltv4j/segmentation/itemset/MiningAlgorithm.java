package org.ltv4j.segmentation.itemset;

/** How frequent itemsets are found. All of them give the same sets, counts and order; they differ in time and memory. */
public enum MiningAlgorithm {
    /** Chosen after the items have been counted; see {@link Itemsets}. */
    AUTO,
    /**
     * Level by level: sets of {@code k + 1} items are made from frequent ones of {@code k} and counted in one pass over the
     * baskets. Agrawal and Srikant (1994), VLDB, 487-499. Needs few passes where sets are short; the
     * slowest at low support.
     */
    APRIORI,
    /**
     * Depth first on bitmaps of the baskets of each item, as wide as the item is frequent. Zaki (2000), IEEE TKDE 12(3), 372-390, on
     * conditional bitmaps. The fastest on all that was
     * measured.
     */
    ECLAT,
    /**
     * Depth first on differences: the baskets that a set loses with one more item. Zaki and Gouda (2003), KDD, 326-335. Made for dense
     * data, where a set loses few baskets at each step.
     */
    DECLAT,
    /**
     * On a tree of the baskets with shared beginnings and its conditional trees. Han, Pei and Yin (2000), SIGMOD, 1-12. Made for many
     * baskets that are alike.
     */
    FP_GROWTH,
    /**
     * On lists of occurrences with equal baskets merged. Uno, Kiyomi and Arimura (2004), FIMI. The only one that finds closed and maximal sets without
     * looking at all frequent ones.
     */
    LCM
}
