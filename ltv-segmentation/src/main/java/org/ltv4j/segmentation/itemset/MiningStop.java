package org.ltv4j.segmentation.itemset;

/**
 * Why mining ended before all itemsets were found, and what to do about it.
 *
 * <p>What was found is a beginning of the list of {@link FrequentItemsets}, with exact counts: as many sets as the limit of itemsets allows, always the same ones, or as many as memory and time
 * have allowed. {@link MiningAlgorithm#APRIORI} leaves the sets of the lengths that it has finished. Closed and maximal sets that are picked from frequent ones (see {@link Itemsets}) cannot be told from some of these: then
 * the list is empty. Of the best by lift those are left that were met so far.
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
