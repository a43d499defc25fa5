package org.ltv4j.segmentation.itemset;

/**
 * What a search is for, after constraints have been taken care of.
 *
 * @param kind which sets
 * @param minLength shorter sets are not in the list
 * @param maxLength longer sets are not looked for
 * @param maxItemsets where the list may end
 */
record MiningPlan(ItemsetKind kind, int minLength, int maxLength, long maxItemsets) {

    /** Whether a node is a set of the list. */
    boolean wants(int count, int depth) {
        return count != ItemsetTree.UNKNOWN && depth >= minLength;
    }

    /** The same for another kind, with any number of sets. */
    MiningPlan withAll(ItemsetKind value, int longest) {
        return new MiningPlan(value, minLength, longest, Long.MAX_VALUE);
    }

    /** The same with another end. */
    MiningPlan withMaxItemsets(long value) {
        return new MiningPlan(kind, minLength, maxLength, value);
    }
}
