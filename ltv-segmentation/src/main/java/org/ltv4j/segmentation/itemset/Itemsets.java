package org.ltv4j.segmentation.itemset;

import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Finds itemsets.
 *
 * <p>{@link MiningAlgorithm#AUTO} means {@link MiningAlgorithm#ECLAT}, the fastest on everything measured, sparse or dense, as long as no more than 4,096
 * items are frequent and the conditional baskets fit in a quarter of the memory; else {@link MiningAlgorithm#LCM}, which needs neither. Closed and maximal
 * sets are picked from the frequent ones if these are no more than 500,000; else LCM looks for them directly. Generators are always picked.
 */
public final class Itemsets {
    private Itemsets() {}

    /**
     * Finds the itemsets that options ask for, on the calling thread.
     *
     * @param baskets the baskets; empty ones count in the number of baskets
     * @param options what to look for
     * @return the sets; look at {@link FrequentItemsets#stop()} for whether they are all
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    public static FrequentItemsets mine(BasketLog baskets, MiningOptions options) {
        return mine(baskets, options, Parallelism.SEQUENTIAL, ProgressListener.NONE);
    }

    /**
     * Finds the itemsets that options ask for.
     *
     * @param baskets the baskets; empty ones count in the number of baskets
     * @param options what to look for
     * @param parallelism threads at most, the calling one included; small work starts none. The result does not depend on it
     * @param listener hears how many of the frequent items are done, as "mining itemsets"
     * @return the sets; look at {@link FrequentItemsets#stop()} for whether they are all
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    public static FrequentItemsets mine(
            BasketLog baskets, MiningOptions options, Parallelism parallelism, ProgressListener listener) {
        return new MiningRun(baskets, options, parallelism, listener).run();
    }
}
