package org.ltv4j.core.merge;

/** A map from keys to rows for a number of keys that is known: open addressing, no boxes. */
final class KeyTable {
    /** The key is not in the table. */
    static final int ABSENT = -1;

    private final long[] keys;
    private final int[] rows; // row + 1; 0 is a free place

    KeyTable(int most) {
        int size = Integer.highestOneBit(Math.max(8, (int) Math.min(most * 2L, 1 << 30))) << 1;
        size = size <= 0 ? 1 << 30 : size;
        this.keys = new long[size];
        this.rows = new int[size];
    }

    /** The row of a key. */
    int get(long key) {
        return rows[slot(key)] - 1;
    }

    /** Sets the row of a key. */
    void put(long key, int row) {
        int slot = slot(key);
        keys[slot] = key;
        rows[slot] = row + 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long h = key * 0x9E3779B97F4A7C15L;
        h ^= h >>> 29;
        int slot = (int) (h >>> 20) & mask;
        while (rows[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
