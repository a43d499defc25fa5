package org.ltv4j.core.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts rows into the order of a log again after their customers or times changed. */
final class Regrouping {
    private Regrouping() {}

    /**
     * The rows grouped by their new customers and in the order of their new times.
     *
     * @param old the log before
     * @param columns its columns, in its order, with new times
     * @param numbers for each old customer its new number, or null if customers stay
     * @param names the new customers, or null if they stay
     */
    static TransactionLog of(
            TransactionLog old, LogColumns columns, int @Nullable [] numbers, @Nullable IdTable names) {
        IdTable customers = names == null ? old.customers : names;
        boolean sameTimes = columns.second == old.columns.second;
        if (keepsPlaces(numbers) && (sameTimes || sorted(columns, old.starts))) {
            return new TransactionLog(columns, customers, old.starts);
        }
        int n = old.size();
        int[] bySource = bySource(old.columns.sourceRow);
        int[] customerOfOldRow = new int[n];
        for (int c = 0; c + 1 < old.starts.length; c++) {
            Arrays.fill(customerOfOldRow, old.starts[c], old.starts[c + 1], numbers == null ? c : numbers[c]);
        }
        int[] customer = LogColumns.picked(customerOfOldRow, bySource);
        long[] second = LogColumns.picked(columns.second, bySource);
        RowOrder order = RowOrder.of(customer, second, n, 0, customers.size());
        int[] rows = order.rows();
        for (int i = 0; i < n; i++) {
            rows[i] = bySource[rows[i]];
        }
        TieOrder.sort(rows, order.starts(), columns.second, columns.order, columns.line, columns.orders, columns.lines);
        return new TransactionLog(columns.permuted(rows), customers, order.starts());
    }

    /** Rows in the order of the source, where it is known; the order of rows of one customer and moment hangs on it. */
    private static int[] bySource(int[] sourceRow) {
        int[] rows = new int[sourceRow.length];
        long[] keys = new long[sourceRow.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
            keys[row] = sourceRow[row];
        }
        return TimeOrder.of(keys, rows);
    }

    private static boolean keepsPlaces(int @Nullable [] numbers) {
        for (int c = 0; numbers != null && c < numbers.length; c++) {
            if (numbers[c] != c) {
                return false;
            }
        }
        return true;
    }

    private static boolean sorted(LogColumns columns, int[] starts) {
        long[] second = columns.second;
        int[] source = columns.sourceRow;
        for (int c = 0; c + 1 < starts.length; c++) {
            for (int row = starts[c] + 1; row < starts[c + 1]; row++) {
                boolean tieAgainstSource = second[row] == second[row - 1] && source[row] < source[row - 1];
                if (second[row] < second[row - 1] || tieAgainstSource) {
                    return false;
                }
            }
        }
        return true;
    }
}
