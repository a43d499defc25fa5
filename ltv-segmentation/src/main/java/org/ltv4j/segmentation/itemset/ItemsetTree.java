package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Itemsets as a prefix tree in flat arrays, parents before children. A path from the root names the ranks of a set from the
 * largest (rarest item) to the smallest, and siblings come by ascending rank. Immutable but for the index, which is made when it is first asked for.
 */
final class ItemsetTree {
    /** Count of a node that is no more than a way to others. */
    static final int UNKNOWN = 0;

    private static final int NO_NODE = -1;

    final int[] ranks;
    final int[] counts;
    final int[] parents;
    final int[] depths;
    private volatile int @Nullable [] index;

    ItemsetTree(int[] ranks, int[] counts, int[] parents, int[] depths) {
        this.ranks = ranks;
        this.counts = counts;
        this.parents = parents;
        this.depths = depths;
    }

    int nodes() {
        return ranks.length;
    }

    /** The nodes that a plan wants, or null if these are all. */
    int @Nullable [] members(MiningPlan plan) {
        int size = 0;
        for (int node = 0; node < nodes(); node++) {
            size += plan.wants(counts[node], depths[node]) ? 1 : 0;
        }
        if (size == nodes()) {
            return null;
        }
        int[] members = new int[size];
        for (int node = 0, i = 0; node < nodes(); node++) {
            if (plan.wants(counts[node], depths[node])) {
                members[i++] = node;
            }
        }
        return members;
    }

    /** Ranks of a node's set, descending; returns how many. */
    int path(int node, int[] target) {
        int depth = depths[node];
        int n = node;
        for (int k = depth - 1; k >= 0; k--) {
            target[k] = ranks[n];
            n = parents[n];
        }
        return depth;
    }

    /** Ranks of a node's set, descending. */
    int[] path(int node) {
        int[] path = new int[depths[node]];
        path(node, path);
        return path;
    }

    /** The node of a set without one of its items, -1 if it is not there. Only for sets of two and more items. */
    int without(int node, int k, int[] scratch) {
        int depth = depths[node];
        if (k == depth - 1) {
            return parents[node];
        }
        path(node, scratch);
        System.arraycopy(scratch, k + 1, scratch, k, depth - 1 - k);
        return find(scratch, depth - 1);
    }

    /** The node of a set given by its ranks in descending order, or -1. */
    int find(int[] path, int length) {
        if (length == 0) {
            return NO_NODE;
        }
        int hash = 0;
        for (int k = 0; k < length; k++) {
            hash += mix(path[k]);
        }
        int[] slots = index();
        int mask = slots.length - 1;
        for (int slot = spread(hash) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (is(slots[slot] - 1, path, length)) {
                return slots[slot] - 1;
            }
        }
        return NO_NODE;
    }

    private boolean is(int node, int[] path, int length) {
        if (depths[node] != length) {
            return false;
        }
        int n = node;
        for (int k = length - 1; k >= 0; k--) {
            if (ranks[n] != path[k]) {
                return false;
            }
            n = parents[n];
        }
        return true;
    }

    private int[] index() {
        int[] made = index;
        if (made == null) { // two threads may both make it: it is the same
            made = makeIndex();
            index = made;
        }
        return made;
    }

    private int[] makeIndex() {
        int[] slots = new int[(int) Math.min(1L << 30, Long.highestOneBit(Math.max(4L, 3L * nodes())))];
        if (nodes() >= slots.length) {
            throw new IllegalStateException(
                    "too many itemsets to look one up: " + nodes() + ", at most " + slots.length);
        }
        int mask = slots.length - 1;
        int[] hashes = new int[16]; // of the path to the current node
        for (int node = 0; node < nodes(); node++) {
            int depth = depths[node];
            if (depth >= hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * depth);
            }
            hashes[depth] = hashes[depth - 1] + mix(ranks[node]);
            int slot = spread(hashes[depth]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = node + 1;
        }
        return slots;
    }

    private static int mix(int rank) {
        int h = (rank + 1) * 0x9E3779B9;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        return h ^ (h >>> 13);
    }

    private static int spread(int hash) {
        int h = hash * 0xC2B2AE35;
        return h ^ (h >>> 15);
    }
}
