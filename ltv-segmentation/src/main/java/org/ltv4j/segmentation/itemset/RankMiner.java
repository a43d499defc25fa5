package org.ltv4j.segmentation.itemset;

/** Finds the sets whose rarest item has a given rank. Each thread has its own; ranks may come in any order. */
interface RankMiner {
    /**
     * Adds the sets of two and more items that have this item as their rarest one, in the order of {@link FrequentItemsets}.
     * The item alone is there already.
     *
     * @param rank rank of the item
     */
    void mine(int rank);
}
