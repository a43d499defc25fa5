package org.ltv4j.segmentation.itemset;

/**
 * Why mining ended before all itemsets were found, and what to do about it.
 *
 * @param reason which limit was reached
 * @param found itemsets in the result
 * @param hint what to change, in words, with numbers where they could be had
 */
public record MiningStop(Reason reason, long found, String hint) {
    /** The limit that was reached. */
    public enum Reason {
        /** {@link MiningLimits#itemsets}. */
        ITEMSETS,
        /** {@link MiningLimits#bytes}, or the longest arrays that Java has, or the heap itself. */
        MEMORY,
        /** {@link MiningLimits#time}. */
        TIME
    }
}
