package org.ltv4j.core.score;

/** The order of customers by value, highest first; equal values keep the order of the customers. */
final class Ranking {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private Ranking() {}

    /** Indexes by falling value: a stable radix sort. Values are finite and not negative. */
    static int[] order(double[] values) {
        int n = values.length;
        int[] from = new int[n];
        long used = 0;
        for (int i = 0; i < n; i++) {
            from[i] = i;
            used |= key(values[i]);
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

    /** Rises with the value: the bits of a double that is not negative do. Adding 0 turns -0 into 0. */
    private static long key(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
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

    /** Counted down, so that high values come first. */
    private static int digit(double value, int shift) {
        return BUCKETS - 1 - ((int) (key(value) >>> shift) & (BUCKETS - 1));
    }
}
