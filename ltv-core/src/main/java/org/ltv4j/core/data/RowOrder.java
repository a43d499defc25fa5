package org.ltv4j.core.data;

import java.util.Arrays;

/**
 * Rows grouped by customer and in time order within each: a counting sort, stable, so that rows of one customer and
 * moment keep the order of the source.
 *
 * @param rows source row of each place
 * @param starts first place of each customer, and the end
 */
record RowOrder(int[] rows, int[] starts) {

    /** The order of the first {@code size} rows but for those {@code leftOut} without a customer. */
    static RowOrder of(int[] customer, long[] second, int size, int leftOut, int customers) {
        int[] starts = new int[customers + 1];
        boolean sorted = count(customer, second, size, starts);
        for (int c = 0; c < customers; c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = Arrays.copyOf(starts, customers);
        int[] rows = new int[size - leftOut];
        if (sorted) {
            for (int row = 0; row < size; row++) {
                int c = customer[row];
                if (c != TransactionLog.NONE) {
                    rows[next[c]++] = row;
                }
            }
            return new RowOrder(rows, starts);
        }
        for (int row : TimeOrder.of(second, used(customer, size, leftOut))) {
            rows[next[customer[row]]++] = row;
        }
        return new RowOrder(rows, starts);
    }

    private static int[] used(int[] customer, int size, int leftOut) {
        int[] used = new int[size - leftOut];
        int n = 0;
        for (int row = 0; row < size; row++) {
            if (customer[row] != TransactionLog.NONE) {
                used[n++] = row;
            }
        }
        return used;
    }

    /** Counts the rows of customer c into {@code starts[c + 1]}; true if each customer's rows are in time order already. */
    private static boolean count(int[] customer, long[] second, int size, int[] starts) {
        long[] last = new long[starts.length];
        Arrays.fill(last, Long.MIN_VALUE);
        boolean sorted = true;
        for (int row = 0; row < size; row++) {
            int c = customer[row];
            if (c == TransactionLog.NONE) {
                continue;
            }
            starts[c + 1]++;
            sorted &= second[row] >= last[c];
            last[c] = second[row];
        }
        return sorted;
    }
}
