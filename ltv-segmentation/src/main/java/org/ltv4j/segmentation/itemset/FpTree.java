package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/**
 * Baskets as a tree of shared beginnings, the most frequent items at the root, in flat arrays. Nodes of one item hang together in a list.
 */
final class FpTree {
    static final int ROOT = 0;

    private static final int END = -1;

    private final MiningGuard guard;
    int[] items = new int[64];
    int[] parents = new int[64];
    int[] counts = new int[64];
    /** The next node of the same item, or -1. */
    int[] nexts = new int[64];
    /** The first node of each item, or -1. */
    private int[] heads = {};
    /** Nodes by parent and item. */
    private int[] slots = new int[256];

    private int mask;
    private int size;

    FpTree(MiningGuard guard) {
        this.guard = guard;
    }

    /** Forgets all nodes. */
    void clear(int itemCount) {
        if (heads.length < itemCount) {
            heads = new int[itemCount];
        }
        Arrays.fill(heads, 0, itemCount, END);
        mask = 63;
        Arrays.fill(slots, 0, mask + 1, 0);
        size = 1;
        parents[ROOT] = END;
        items[ROOT] = END;
    }

    int head(int item) {
        return heads[item];
    }

    /** The child of a node that stands for an item, made if it is not there; its count rises. */
    int child(int parent, int item, int count) {
        int slot = hash(parent, item) & mask;
        while (slots[slot] != 0) {
            int node = slots[slot];
            if (parents[node] == parent && items[node] == item) {
                counts[node] += count;
                return node;
            }
            slot = (slot + 1) & mask;
        }
        if (size == items.length) {
            grow();
        }
        int node = size++;
        items[node] = item;
        parents[node] = parent;
        counts[node] = count;
        nexts[node] = heads[item];
        heads[item] = node;
        slots[slot] = node;
        if (2 * size > mask) {
            rehash();
        }
        return node;
    }

    private static int hash(int parent, int item) {
        int h = (parent * 31 + item) * 0x9E3779B9;
        return h ^ (h >>> 15);
    }

    private void grow() {
        int larger = (int) Math.min(TreeBuilder.LONGEST, 2L * items.length);
        if (larger == items.length) {
            guard.stop(MiningStop.Reason.MEMORY);
        }
        guard.claim(4L * Integer.BYTES * (larger - items.length));
        items = Arrays.copyOf(items, larger);
        parents = Arrays.copyOf(parents, larger);
        counts = Arrays.copyOf(counts, larger);
        nexts = Arrays.copyOf(nexts, larger);
    }

    private void rehash() {
        int length = 4 * (mask + 1);
        if (length > slots.length) {
            guard.claim((long) Integer.BYTES * (length - slots.length));
            slots = new int[length];
        } else {
            Arrays.fill(slots, 0, length, 0);
        }
        mask = length - 1;
        for (int node = 1; node < size; node++) {
            int slot = hash(parents[node], items[node]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = node;
        }
    }
}
