package org.ltv4j.segmentation.sequence;

import java.util.Arrays;

/** Patterns as they are found, flat. A code is twice the rank of an item, plus 1 where the item opens an event. */
final class PatternBuffer {
    /** The longest array. */
    static final int MAX = Integer.MAX_VALUE - 8;

    /** Count, end and key, twice, and an Integer with two references to it. */
    private static final long BYTES_OF_ONE = 64;

    private int[] codes = new int[64];
    private int[] ends = new int[17];
    private int[] counts = new int[16];
    private long[] keys = {};
    private final boolean keyed;
    private int size;

    PatternBuffer(boolean keyed) {
        this.keyed = keyed;
    }

    /** Makes room for so many patterns and codes, so that adding them needs no more. */
    void reserve(int patterns, int places) {
        codes = Arrays.copyOf(codes, Math.max(codes.length, places));
        counts = Arrays.copyOf(counts, Math.max(counts.length, patterns));
        ends = Arrays.copyOf(ends, counts.length + 1);
    }

    int size() {
        return size;
    }

    int start(int i) {
        return ends[i];
    }

    int end(int i) {
        return ends[i + 1];
    }

    int length(int i) {
        return ends[i + 1] - ends[i];
    }

    int code(int place) {
        return codes[place];
    }

    int count(int i) {
        return counts[i];
    }

    long key(int i) {
        return keys[i];
    }

    /** Whether another pattern so long fits into arrays of Java. */
    boolean fits(int length) {
        return size < MAX && (long) ends[size] + length <= MAX;
    }

    /**
     * Bytes that are needed for one more pattern so long: twice those of the arrays, since all patterns are copied into one buffer and then
     * in their order, and some for each pattern to be sorted. 0 while there is room.
     */
    long growth(int length) {
        int used = ends[size] + length;
        long more = used > codes.length ? 2L * Integer.BYTES * (grown(used) - codes.length) : 0;
        return size == counts.length ? more + BYTES_OF_ONE * (grown(size + 1) - size) : more;
    }

    /** Adds the first codes of an array. */
    void add(int[] pattern, int length, int count, long key) {
        int used = ends[size];
        if (used + length > codes.length) {
            codes = Arrays.copyOf(codes, grown(used + length));
        }
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, grown(size + 1));
            ends = Arrays.copyOf(ends, counts.length + 1);
        }
        if (keyed && size >= keys.length) {
            keys = Arrays.copyOf(keys, counts.length);
        }
        System.arraycopy(pattern, 0, codes, used, length);
        counts[size] = count;
        if (keyed) {
            keys[size] = key;
        }
        ends[++size] = used + length;
    }

    /** Adds pattern {@code i} of another buffer. */
    void add(PatternBuffer other, int i) {
        int[] pattern = Arrays.copyOfRange(other.codes, other.start(i), other.end(i));
        add(pattern, pattern.length, other.count(i), keyed ? other.key(i) : 0);
    }

    private static int grown(int needed) {
        return (int) Math.min(MAX, needed + (needed >> 1) + 16L);
    }

    /** The codes of all patterns, and unused places after them; not a copy. */
    int[] codes() {
        return codes;
    }
}
