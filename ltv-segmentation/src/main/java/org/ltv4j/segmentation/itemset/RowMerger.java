package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/** Merges rows on a stack that hold the same items. A row is a weight below 0 and then the numbers of its items, ascending. */
final class RowMerger {
    private final IntStack stack;
    private final MiningGuard guard;
    /** Rows that were kept, by their hash: where they stand, plus 1. */
    private int[] seen = new int[16];

    private int mask;

    RowMerger(IntStack stack, MiningGuard guard) {
        this.stack = stack;
        this.guard = guard;
    }

    /** Makes room to remember so many rows. */
    void forget(int rows) {
        int slots = Math.max(16, Integer.highestOneBit(Math.min(1 << 28, rows)) << 2);
        if (slots > seen.length) {
            guard.claim((long) (slots - seen.length) * Integer.BYTES);
            seen = new int[slots];
        }
        Arrays.fill(seen, 0, slots, 0);
        mask = slots - 1;
    }

    /** Keeps the row on top of the stack if it has two items and there is none like it yet; else adds its weight to that one. */
    void keep(int begin, int from) {
        int length = stack.top() - begin;
        if (length < 3) {
            stack.backTo(begin);
            return;
        }
        int slot = find(begin, length, from);
        if (seen[slot] == 0) {
            seen[slot] = begin - from + 1;
        } else {
            stack.at[from + seen[slot] - 1] += stack.at[begin];
            stack.backTo(begin);
        }
    }

    private int find(int begin, int length, int from) {
        int[] s = stack.at;
        int hash = 1;
        for (int p = begin + 1; p < begin + length; p++) {
            hash = 31 * hash + s[p];
        }
        hash *= 0x9E3779B9;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (seen[slot] != 0) {
            int other =
                    from + seen[slot] - 1; // every row is followed by a weight, the last one by that of the row in hand
            if (s[other + length] < 0 && Arrays.equals(s, other + 1, other + length, s, begin + 1, begin + length)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
