package org.ltv4j.core.merge;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.TransactionLog;

/**
 * Rows of one log that state the same order and line and yet differ in another column. Rows that repeat another one in every column are
 * no conflict, and rows without order or line have no key.
 *
 * @param rows how many differ from the first row of their key in the source; 0 if none
 * @param line the first of them in the source; 0 if there is none, or lines are not known
 * @param otherLine the row whose key it has
 * @param differences names of the columns in which the two differ
 */
public record KeyConflicts(int rows, int line, int otherLine, List<String> differences) {
    /**
     * Keeps a copy of the names.
     *
     * @param rows how many differ from the first row of their key in the source; 0 if none
     * @param line the first of them in the source; 0 if there is none, or lines are not known
     * @param otherLine the row whose key it has
     * @param differences names of the columns in which the two differ
     */
    public KeyConflicts {
        differences = List.copyOf(differences);
    }

    /**
     * Compares the rows of each order. Cost: 4 bytes per row and order, and a sort of the lines of each order.
     *
     * @param log the log; without orders or lines it has no conflict
     * @return what was found
     */
    public static KeyConflicts of(TransactionLog log) {
        if (log.orders().size() == 0 || log.lines().size() == 0) {
            return new KeyConflicts(0, 0, 0, List.of());
        }
        return new Search(log).found();
    }

    /** Goes through the rows, order by order. */
    private static final class Search {
        private final TransactionLog log;
        private final RowContent content;
        private int conflicts;
        private int first = -1;
        private int firstOther = -1;

        Search(TransactionLog log) {
            this.log = log;
            this.content = new RowContent(log, log);
        }

        KeyConflicts found() {
            int orders = log.orders().size();
            int[] ends = new int[orders + 1];
            for (int row = 0; row < log.size(); row++) {
                ends[log.order(row) + 1]++; // rows without order come first
            }
            for (int order = 0; order < orders; order++) {
                ends[order + 1] += ends[order];
            }
            int[] rows = new int[log.size()];
            for (int row = log.size() - 1; row >= 0; row--) {
                rows[--ends[log.order(row) + 1]] = row; // so that ends become starts
            }
            long[] keys = new long[16];
            for (int order = 0; order < orders; order++) {
                int from = ends[order + 1];
                int to = order + 1 < orders ? ends[order + 2] : log.size();
                if (to - from > 1) {
                    keys = to - from > keys.length ? new long[2 * (to - from)] : keys;
                    compare(rows, from, to, keys);
                }
            }
            if (conflicts == 0) {
                return new KeyConflicts(0, 0, 0, List.of());
            }
            return new KeyConflicts(
                    conflicts, log.sourceRow(first), log.sourceRow(firstOther), content.differences(firstOther, first));
        }

        /** The rows of an order, sorted by line. */
        private void compare(int[] rows, int from, int to, long[] keys) {
            int count = 0;
            for (int i = from; i < to; i++) {
                if (log.line(rows[i]) >= 0) {
                    keys[count++] = (long) log.line(rows[i]) << 32 | rows[i];
                }
            }
            Arrays.sort(keys, 0, count);
            int start = 0;
            for (int i = 1; i <= count; i++) {
                if (i == count || keys[i] >> 32 != keys[start] >> 32) {
                    if (i - start > 1) {
                        compareLine(keys, start, i);
                    }
                    start = i;
                }
            }
        }

        private void compareLine(long[] keys, int from, int to) {
            int kept = (int) keys[from];
            for (int i = from + 1; i < to; i++) {
                int row = (int) keys[i];
                kept = log.sourceRow(row) < log.sourceRow(kept) ? row : kept;
            }
            for (int i = from; i < to; i++) {
                int row = (int) keys[i];
                if (row == kept || content.same(kept, row)) {
                    continue;
                }
                conflicts++;
                if (first < 0 || log.sourceRow(row) < log.sourceRow(first)) {
                    first = row;
                    firstOther = kept;
                }
            }
        }
    }
}
