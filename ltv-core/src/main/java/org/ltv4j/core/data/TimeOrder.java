package org.ltv4j.core.data;

/** The stable order of rows by time: a radix sort by 16-bit digits, least significant first. */
final class TimeOrder {
    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;

    private TimeOrder() {}

    /** These rows by time; the array is used up. */
    static int[] of(long[] second, int[] rows) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int row : rows) {
            min = Math.min(min, second[row]);
            max = Math.max(max, second[row]);
        }
        int[] from = rows;
        int[] to = new int[rows.length];
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
