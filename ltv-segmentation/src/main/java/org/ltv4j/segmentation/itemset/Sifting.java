package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Picks closed sets, maximal sets or generators from all frequent ones, by looking at each set with one item less.
 *
 * @param kind not {@link ItemsetKind#FREQUENT}
 * @param baskets count of the empty set
 */
record Sifting(ItemsetKind kind, int baskets) {

    /**
     * The sets of this kind.
     *
     * @param frequent all frequent sets, or the first of them
     * @param plan which lengths, and how many
     * @param required ranks that must be in a set
     */
    Found of(Found frequent, MiningPlan plan, int[] required) {
        ItemsetTree tree = frequent.tree();
        if (kind != ItemsetKind.GENERATORS && frequent.cut().isPresent()) {
            return new Found(tree, new int[] {}, frequent.cut()); // what was not found may be larger
        }
        BitSet kept = kept(tree);
        int[] members = new int[kept.cardinality()];
        int size = 0;
        for (int node = kept.nextSetBit(0); node >= 0; node = kept.nextSetBit(node + 1)) {
            int depth = tree.depths[node];
            if (depth >= plan.minLength() && depth <= plan.maxLength() && holds(tree, node, required)) {
                if (size == plan.maxItemsets()) {
                    return new Found(tree, Arrays.copyOf(members, size), Optional.of(MiningStop.Reason.ITEMSETS));
                }
                members[size++] = node;
            }
        }
        return new Found(tree, Arrays.copyOf(members, size), frequent.cut());
    }

    private BitSet kept(ItemsetTree tree) {
        BitSet kept = new BitSet(tree.nodes());
        kept.set(0, tree.nodes());
        int[] scratch = new int[64];
        for (int node = 0; node < tree.nodes(); node++) {
            int depth = tree.depths[node];
            int count = tree.counts[node];
            if (depth == 1) {
                if (kind == ItemsetKind.GENERATORS && count == baskets) {
                    kept.clear(node);
                }
                continue;
            }
            if (depth > scratch.length) {
                scratch = new int[2 * depth];
            }
            for (int k = 0; k < depth; k++) {
                int smaller = tree.without(node, k, scratch);
                if (kind == ItemsetKind.MAXIMAL) {
                    kept.clear(smaller);
                } else if (tree.counts[smaller] == count) {
                    kept.clear(kind == ItemsetKind.CLOSED ? smaller : node);
                }
            }
        }
        return kept;
    }

    private static boolean holds(ItemsetTree tree, int node, int[] required) {
        int k = required.length; // both go from the end: the path upwards, and the ranks in descending order
        for (int n = node; n >= 0 && k > 0; n = tree.parents[n]) {
            k -= tree.ranks[n] == required[k - 1] ? 1 : 0;
        }
        return k == 0;
    }
}
