package org.ltv4j.segmentation.itemset;

/**
 * The best so many itemsets by one measure. They come best first; those that are equal come in the order of {@link
 * FrequentItemsets}, and where the last place is shared, the first of them has it.
 *
 * @param k how many, at least 1
 * @param by the measure
 */
public record TopItemsets(int k, Measure by) {
    /** What itemsets are compared by. */
    public enum Measure {
        /** Number of baskets. */
        SUPPORT,
        /**
         * Number of baskets over the number expected if the items had nothing to do with each other: {@code (c / n) / ((c1 / n) (c2 /
         * n) ..)}. Sets of one item have 1.
         */
        LIFT
    }

    /**
     * Checks the number.
     *
     * @param k at least 1
     * @param by the measure
     */
    public TopItemsets {
        if (k < 1) {
            throw new IllegalArgumentException("need k >= 1 itemsets, got " + k);
        }
    }
}
