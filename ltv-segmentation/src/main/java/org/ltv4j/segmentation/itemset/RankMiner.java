package org.ltv4j.segmentation.itemset;

/** Finds the sets whose rarest item has a given rank. Each thread has its own; ranks may come in any order. */
interface RankMiner {
    /**
     * Adds the sets that have this item as their rarest one, the item alone among them, in the order of {@link FrequentItemsets}.
     *
     * @param rank rank of the item
     */
    void mine(int rank);
}
