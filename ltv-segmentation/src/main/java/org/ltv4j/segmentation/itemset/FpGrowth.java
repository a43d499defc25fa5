package org.ltv4j.segmentation.itemset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Depth first on trees of shared beginnings: the rows of a set are the paths above the nodes of its last item, and make a tree of their own. Han, Pei and Yin (2000),
 * Mining frequent patterns without candidate generation, SIGMOD, 1-12.
 */
final class FpGrowth implements RankMiner {
    private static final int WORK = 1 << 20;

    private final RankedBaskets data;
    private final FpTree whole;
    private final int maxLength;
    private final MiningGuard guard;
    private final NodeBuffer out;
    /** Conditional trees, one per depth, used again and again. */
    private final List<FpTree> trees = new ArrayList<>();

    private final int[] counts;
    private final int[] numbers;
    private final int[] path;
    /** In the tree of all rows an item's number is its rank. */
    private final int[] identity;

    private long work;

    FpGrowth(RankedBaskets data, FpTree whole, int maxLength, MiningGuard guard, NodeBuffer out) {
        this.data = data;
        this.whole = whole;
        this.maxLength = maxLength;
        this.guard = guard;
        this.out = out;
        this.counts = new int[data.ranks()];
        this.numbers = new int[data.ranks()];
        this.identity = new int[data.ranks()];
        Arrays.setAll(identity, r -> r);
        this.path = new int[data.ranks() + 1];
    }

    /** The tree of all rows. */
    static FpTree tree(RankedBaskets data, MiningGuard guard) {
        FpTree tree = new FpTree(guard);
        tree.clear(data.ranks());
        int node = FpTree.ROOT;
        for (int rank : data.rows) {
            node = rank < 0 ? FpTree.ROOT : tree.child(node, rank, 1);
        }
        return tree;
    }

    @Override
    public void mine(int rank) {
        out.add(rank, data.counts[rank], 1);
        if (maxLength > 1) {
            grow(whole, rank, identity, 1);
        }
    }

    /**
     * Adds the sets that extend one set.
     *
     * @param tree the rows of the set without its last item
     * @param last number of its last item in that tree
     * @param ranks ranks of the items of that tree
     * @param depth how many items the set has
     */
    private void grow(FpTree tree, int last, int[] ranks, int depth) {
        for (int node = tree.head(last); node >= 0; node = tree.nexts[node]) {
            int up = tree.parents[node];
            for (; up > FpTree.ROOT; up = tree.parents[up]) {
                counts[tree.items[up]] += tree.counts[node];
                work++;
            }
        }
        charge();
        int size = 0;
        for (int item = 0; item < last; item++) {
            numbers[item] = counts[item] >= data.minCount ? size++ : -1;
        }
        int[] itsRanks = new int[size];
        int[] itsCounts = new int[size];
        for (int item = 0; item < last; item++) {
            if (numbers[item] >= 0) {
                itsRanks[numbers[item]] = ranks[item];
                itsCounts[numbers[item]] = counts[item];
            }
            counts[item] = 0;
        }
        boolean deeper = size > 1 && depth + 1 < maxLength;
        FpTree conditional = deeper ? conditional(tree, last, size, depth) : tree;
        for (int item = 0; item < size; item++) {
            out.add(itsRanks[item], itsCounts[item], depth + 1);
            if (deeper && item > 0) {
                grow(conditional, item, itsRanks, depth + 1);
            }
        }
    }

    /** The tree of the rows with an item, cut to those that are frequent with it. */
    private FpTree conditional(FpTree tree, int last, int size, int depth) {
        if (trees.size() < depth) {
            trees.add(new FpTree(guard));
        }
        FpTree conditional = trees.get(depth - 1);
        conditional.clear(size);
        for (int node = tree.head(last); node >= 0; node = tree.nexts[node]) {
            int length = 0;
            for (int up = tree.parents[node]; up > FpTree.ROOT; up = tree.parents[up]) {
                int number = numbers[tree.items[up]];
                if (number >= 0) {
                    path[length++] = number;
                }
            }
            int at = FpTree.ROOT;
            while (length > 0) {
                at = conditional.child(at, path[--length], tree.counts[node]);
            }
        }
        return conditional;
    }

    private void charge() {
        if (work > WORK) {
            work = 0;
            guard.poll();
        }
    }
}
