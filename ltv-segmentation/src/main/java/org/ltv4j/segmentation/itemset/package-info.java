/**
 * Itemsets that many baskets have in common: frequent, closed, maximal ones and generators, by the algorithm that fits the
 * data.
 *
 * <pre>{@code
 * FrequentItemsets sets = Itemsets.mine(baskets, MiningOptions.defaults().withMinSupport(0.01));
 * for (int i = 0; i < sets.size(); i++) {
 *     System.out.println(sets.names(i) + " in " + sets.count(i) + " of " + sets.baskets() + " baskets");
 * }
 * }</pre>
 *
 * <p>Everything is counted in whole baskets. The result is the same on any number of threads and by any algorithm, in one
 * order: that of {@link org.ltv4j.segmentation.itemset.FrequentItemsets}.
 */
@NullMarked
package org.ltv4j.segmentation.itemset;

import org.jspecify.annotations.NullMarked;
