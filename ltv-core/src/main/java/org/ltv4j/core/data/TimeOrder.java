package org.ltv4j.core.data;

/** The stable order of rows by time: a radix sort by 16-bit digits, least significant first. */
final class TimeOrder {
    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;

    private TimeOrder() {}

    static int[] of(long[] second, int size) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            min = Math.min(min, second[i]);
            max = Math.max(max, second[i]);
        }
        int[] from = new int[size];
        for (int i = 0; i < size; i++) {
            from[i] = i;
        }
        int[] to = new int[size];
        for (int shift = 0; shift < Long.SIZE && (max - min) >>> shift != 0; shift += BITS) {
            pass(second, min, shift, from, to);
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void pass(long[] second, long min, int shift, int[] from, int[] to) {
        int[] next = new int[BUCKETS + 1];
        for (int row : from) {
            next[digit(second[row] - min, shift) + 1]++;
        }
        for (int b = 0; b < BUCKETS; b++) {
            next[b + 1] += next[b];
        }
        for (int row : from) {
            to[next[digit(second[row] - min, shift)]++] = row;
        }
    }

    private static int digit(long value, int shift) {
        return (int) (value >>> shift) & (BUCKETS - 1);
    }
}
