package org.ltv4j.core.data;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The order of rows of one customer and moment: rows without order and line as the source had them, then the others by the
 * ids of order and line. So the order does not depend on which of them came first.
 *
 * @param order number of the order of a row
 * @param line number of the line of a row
 * @param orders names of the orders
 * @param lines names of the lines
 */
record TieOrder(IntUnaryOperator order, IntUnaryOperator line, IdTable orders, IdTable lines)
        implements IntBinaryOperator {

    /** Below 0 if row {@code a} comes before row {@code b}, 0 if both may stand as they came. */
    @Override
    public int applyAsInt(int a, int b) {
        int orderA = order.applyAsInt(a);
        int orderB = order.applyAsInt(b);
        int lineA = line.applyAsInt(a);
        int lineB = line.applyAsInt(b);
        boolean keyA = orderA >= 0 && lineA >= 0;
        boolean keyB = orderB >= 0 && lineB >= 0;
        if (!keyA || !keyB) {
            return Boolean.compare(keyA, keyB);
        }
        if (orderA != orderB) {
            return orders.compare(orderA, orderB);
        }
        return lineA == lineB ? 0 : lines.compare(lineA, lineB);
    }

    /** Puts the rows of each moment of each customer into this order where orders and lines are known. */
    static void sort(
            int[] rows,
            int[] starts,
            long[] second,
            int @Nullable [] order,
            int @Nullable [] line,
            IdTable orders,
            IdTable lines) {
        if (order != null && line != null) {
            new TieOrder(row -> order[row], row -> line[row], orders, lines).sort(rows, starts, second);
        }
    }

    /** Puts the rows of each moment of each customer into this order; {@code rows} are in time order within {@code starts}. */
    private void sort(int[] rows, int[] starts, long[] second) {
        for (int c = 0; c + 1 < starts.length; c++) {
            int from = starts[c];
            while (from < starts[c + 1]) {
                int to = from + 1;
                boolean sorted = true;
                for (; to < starts[c + 1] && second[rows[to]] == second[rows[from]]; to++) {
                    sorted = sorted && applyAsInt(rows[to - 1], rows[to]) <= 0;
                }
                if (!sorted) {
                    mergeSort(rows, from, to, new int[to - from]);
                }
                from = to;
            }
        }
    }

    private void mergeSort(int[] rows, int from, int to, int[] spare) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(rows, from, middle, spare);
        mergeSort(rows, middle, to, spare);
        System.arraycopy(rows, from, spare, 0, middle - from);
        int left = 0;
        int right = middle;
        int at = from;
        while (left < middle - from) {
            boolean takeRight = right < to && applyAsInt(spare[left], rows[right]) > 0;
            rows[at++] = takeRight ? rows[right++] : spare[left++];
        }
    }
}
