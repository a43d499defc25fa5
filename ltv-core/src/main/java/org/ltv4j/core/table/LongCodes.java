package org.ltv4j.core.table;

/** A map from longs to small non-negative ints: open addressing, no boxes. */
final class LongCodes {
    private long[] keys = new long[1 << 10];
    private int[] codes = new int[1 << 10];
    private int size;

    /** The code of a key, or -1. */
    int get(long key) {
        int slot = slot(key);
        return codes[slot] - 1;
    }

    /** Sets the code of a key. */
    void put(long key, int code) {
        int slot = slot(key);
        size += codes[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        codes[slot] = code + 1;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long h = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (h >>> 32) & mask;
        while (codes[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCodes = codes;
        keys = new long[oldKeys.length * 2];
        codes = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCodes[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                codes[slot] = oldCodes[i];
            }
        }
    }
}
