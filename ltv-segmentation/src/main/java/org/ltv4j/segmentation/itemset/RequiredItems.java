package org.ltv4j.segmentation.itemset;

import java.util.Optional;

/**
 * Puts the items that every set must hold back into the sets that were found among the baskets that hold them. The order of the sets stays: it is that of numbers
 * with one digit per item, and all of them get the same digits.
 *
 * @param input the baskets
 * @param options which sets
 * @param minCount from so many baskets on
 */
record RequiredItems(MiningInput input, MiningOptions options, int minCount) {

    Found complete(Found found) {
        TreeBuilder builder = new TreeBuilder(2 * found.size() + 16);
        PathSink sink = new PathSink(builder::add);
        boolean isFull = found.size() == options.limits().itemsets();
        boolean alone = isSetByThemselves();
        if (alone) {
            sink.add(input.required(), input.rows().size());
        }
        int size = alone && isFull ? found.size() - 1 : found.size();
        for (int i = 0; i < size; i++) {
            int node = found.node(i);
            sink.add(merge(found.tree().path(node)), found.tree().counts[node]);
        }
        ItemsetTree tree = builder.build();
        Optional<MiningStop.Reason> cut = size < found.size() ? Optional.of(MiningStop.Reason.ITEMSETS) : found.cut();
        return new Found(tree, tree.members(new MiningPlan(options.kind(), 1, Integer.MAX_VALUE, Long.MAX_VALUE)), cut);
    }

    /** Whether the items that must be there are a set of the list by themselves. */
    boolean isSetByThemselves() {
        int length = input.required().length;
        int count = input.rows().size();
        return length >= options.minLength()
                && length <= options.maxLength()
                && count >= minCount
                && switch (options.kind()) {
                    case FREQUENT -> true;
                    case CLOSED -> input.highestCount() < count;
                    case MAXIMAL -> input.highestCount() < minCount;
                    case GENERATORS -> throw new IllegalStateException("generators are picked from all sets");
                };
    }

    /** The required ranks and those of a set, descending. */
    int[] merge(int[] path) {
        int[] required = input.required();
        int[] all = new int[path.length + required.length];
        int p = 0;
        for (int k = 0; k < all.length; k++) {
            int q = k - p;
            all[k] = q == required.length || (p < path.length && path[p] > required[q]) ? path[p++] : required[q];
        }
        return all;
    }
}
