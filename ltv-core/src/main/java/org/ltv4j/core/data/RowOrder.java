package org.ltv4j.core.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows grouped by customer and in time order within each: a counting sort, stable, so that rows of one customer and
 * moment keep the order of the source.
 *
 * @param rows source row of each place
 * @param starts first place of each customer, and the end
 */
record RowOrder(int[] rows, int[] starts) {

    static RowOrder of(int[] customer, long[] second, int size, int customers) {
        int[] starts = new int[customers + 1];
        boolean sorted = count(customer, second, size, starts);
        for (int c = 0; c < customers; c++) {
            starts[c + 1] += starts[c];
        }
        int @Nullable [] byTime = sorted ? null : TimeOrder.of(second, size);
        int[] next = Arrays.copyOf(starts, customers);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            int row = byTime == null ? i : byTime[i];
            rows[next[customer[row]]++] = row;
        }
        return new RowOrder(rows, starts);
    }

    boolean everyCustomerHasRows() {
        for (int c = 1; c < starts.length; c++) {
            if (starts[c] == starts[c - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Counts the rows of customer c into {@code starts[c + 1]}; true if each customer's rows are in time order already. */
    private static boolean count(int[] customer, long[] second, int size, int[] starts) {
        long[] last = new long[starts.length];
        Arrays.fill(last, Long.MIN_VALUE);
        boolean sorted = true;
        for (int row = 0; row < size; row++) {
            int c = customer[row];
            starts[c + 1]++;
            sorted &= second[row] >= last[c];
            last[c] = second[row];
        }
        return sorted;
    }
}
