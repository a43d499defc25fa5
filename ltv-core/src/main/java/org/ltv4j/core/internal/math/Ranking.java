package org.ltv4j.core.internal.math;

/** The order of numbers from the highest to the lowest, equal numbers in the order in which they stand. */
public final class Ranking {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private Ranking() {}

    /**
     * Indexes by falling value: a stable radix sort, some 50 ns a number.
     *
     * @param values any numbers but NaN; 0 and -0 are equal
     * @return each index once
     */
    public static int[] descending(double[] values) {
        int n = values.length;
        int[] from = new int[n];
        long used = 0;
        for (int i = 0; i < n; i++) {
            from[i] = i;
            used |= key(values[i]) ^ key(values[0]);
        }
        int[] to = new int[n];
        for (int shift = 0; shift < Long.SIZE && used >>> shift != 0; shift += BITS) {
            pass(values, shift, from, to);
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** Falls as the value rises, read as an unsigned number. Adding 0 turns -0 into 0. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return ~(bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE));
    }

    private static void pass(double[] values, int shift, int[] from, int[] to) {
        int[] next = new int[BUCKETS + 1];
        for (int i : from) {
            next[digit(values[i], shift) + 1]++;
        }
        for (int b = 0; b < BUCKETS; b++) {
            next[b + 1] += next[b];
        }
        for (int i : from) {
            to[next[digit(values[i], shift)]++] = i;
        }
    }

    private static int digit(double value, int shift) {
        return (int) (key(value) >>> shift) & (BUCKETS - 1);
    }
}
