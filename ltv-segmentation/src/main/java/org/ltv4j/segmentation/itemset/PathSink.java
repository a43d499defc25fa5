package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/** Adds single sets, which come in their order, to a tree: nodes that they do not share with the set before. */
final class PathSink {
    private final Nodes to;
    private int[] before = {};

    /** Takes nodes, parents before children. */
    @FunctionalInterface
    interface Nodes {
        void add(int rank, int count, int depth);
    }

    PathSink(Nodes to) {
        this.to = to;
    }

    /** A set given by its ranks in descending order, and its count. Sets on the way to it stay unknown. */
    void add(int[] path, int count) {
        int same = Arrays.mismatch(before, path);
        for (int k = same < 0 ? path.length : same; k < path.length; k++) {
            to.add(path[k], k == path.length - 1 ? count : ItemsetTree.UNKNOWN, k + 1);
        }
        before = path;
    }

    /** The next set shares nothing with those before. */
    void reset() {
        before = new int[] {};
    }
}
