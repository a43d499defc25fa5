package org.ltv4j.segmentation.itemset;

import java.util.Optional;
import java.util.function.Function;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;

/** Finds itemsets. */
public final class Itemsets {
    private Itemsets() {}

    /**
     * Finds the itemsets that options ask for, on the calling thread.
     *
     * @param baskets the baskets; empty ones count in the number of baskets
     * @param options what to look for
     * @return the sets
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
     * @return the sets
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    public static FrequentItemsets mine(
            BasketLog baskets, MiningOptions options, Parallelism parallelism, ProgressListener listener) {
        if (options.kind() != ItemsetKind.FREQUENT
                || options.top().isPresent()
                || !options.items().equals(ItemConstraints.NONE)) {
            throw new UnsupportedOperationException(
                    "other kinds, constraints and the best by a measure are still to come");
        }
        MiningGuard guard = new MiningGuard(options.limits(), 0.8);
        int[] counts = new int[baskets.items().size()];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = baskets.count(item);
        }
        RankedBaskets data =
                RankedBaskets.of(baskets, counts, options.minSupport().among(baskets.size()));
        Extensions pairs = Extensions.of(data, parallelism.threads(), options.maxLength() > 2, guard);
        Function<NodeBuffer, RankMiner> miners = out -> new Eclat(pairs, data.minCount, options.maxLength(), guard, out);
        Segments found = new RankWork(
                        data, guard, options.minLength(), options.limits().itemsets(), miners)
                .run(parallelism, listener);
        int nodes = (int) Math.min(TreeBuilder.LONGEST, found.nodes(found.ranks()));
        ItemsetTree tree = TreeBuilder.join(found, nodes);
        return new FrequentItemsets(baskets.items(), data, tree, tree.atLeast(options.minLength()), Optional.empty());
    }
}
