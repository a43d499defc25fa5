package org.ltv4j.core.data;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Logs of fewer rows and fewer ids, made from the parts of another. */
final class LogParts {
    private LogParts() {}

    /** The rows of the set, and the customers that have any. */
    static TransactionLog keep(BitSet rows, LogColumns columns, IdTable customers, int[] starts) {
        int[] order = new int[rows.cardinality()];
        int[] newStarts = new int[customers.size() + 1];
        int n = 0;
        int row = rows.nextSetBit(0);
        for (int c = 0; c < customers.size(); c++) {
            for (; row >= 0 && row < starts[c + 1]; row = rows.nextSetBit(row + 1)) {
                order[n++] = row;
            }
            newStarts[c + 1] = n;
        }
        return withoutEmptyCustomers(columns.permuted(order), customers, newStarts);
    }

    /** A log of rows some of whose customers may have none. */
    static TransactionLog withoutEmptyCustomers(LogColumns columns, IdTable customers, int[] starts) {
        int[] kept = new int[customers.size()];
        int[] newStarts = new int[customers.size() + 1];
        int left = 0;
        for (int c = 0; c < customers.size(); c++) {
            if (starts[c + 1] > starts[c]) {
                kept[left++] = c;
                newStarts[left] = starts[c + 1];
            }
        }
        if (left == customers.size()) {
            return new TransactionLog(columns, customers, starts);
        }
        return new TransactionLog(
                columns, customers.subset(Arrays.copyOf(kept, left)), Arrays.copyOf(newStarts, left + 1));
    }

    /** Refuses columns that are no log. */
    static void requireOrdered(
            IdTable customers, int[] starts, long[] seconds, double @Nullable [] amounts, int[] sourceRows) {
        int size = seconds.length;
        if (starts.length != customers.size() + 1
                || starts[0] != 0
                || starts[starts.length - 1] != size
                || sourceRows.length != size
                || amounts != null && amounts.length != size) {
            throw new InvalidDataException(
                    "the columns of a log must be of one length, and every row must have a customer");
        }
        for (int c = 0; c < customers.size(); c++) {
            if (starts[c + 1] <= starts[c] || starts[c + 1] > size) {
                throw new InvalidDataException("customer " + c + " of the log has no rows");
            }
            for (int row = starts[c]; row < starts[c + 1]; row++) {
                WallClock.require(seconds[row], "row", row);
                if (row > starts[c] && seconds[row] < seconds[row - 1]) {
                    throw new InvalidDataException("row " + row + " of the log is not in the order of time");
                }
                if (sourceRows[row] < 0 || amounts != null && Double.isInfinite(amounts[row])) {
                    throw new InvalidDataException("row " + row + " of the log has no finite amount or source row");
                }
            }
        }
    }

    /** The second of the earliest or the latest row. */
    static long extreme(TransactionLog log, boolean latest) {
        if (log.size() == 0) {
            throw new InvalidDataException("the log has no rows, so it has no first or last day");
        }
        long best = log.second(0);
        for (int c = 0; c < log.customers().size(); c++) {
            long at = log.second(latest ? log.start(c + 1) - 1 : log.start(c));
            best = latest ? Math.max(best, at) : Math.min(best, at);
        }
        return best;
    }

    static boolean hasMissing(double @Nullable [] column) {
        if (column != null) {
            for (double value : column) {
                if (Double.isNaN(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Leaves in the tables of orders, lines, products and channels only what a row names. */
    static void removeUnusedIds(LogColumns.Draft draft) {
        Used orders = new Used(draft.order, draft.orders);
        Used lines = new Used(draft.line, draft.lines);
        Used products = new Used(draft.product, draft.products);
        Used channels = new Used(draft.channel, draft.channels);
        draft.order = orders.numbers;
        draft.orders = orders.ids;
        draft.line = lines.numbers;
        draft.lines = lines.ids;
        draft.product = products.numbers;
        draft.products = products.ids;
        draft.channel = channels.numbers;
        draft.channels = channels.ids;
    }

    /** A column of numbers and its table, without ids that no row has. */
    private static final class Used {
        final int @Nullable [] numbers;
        final IdTable ids;

        Used(int @Nullable [] column, IdTable all) {
            BitSet named = new BitSet(all.size());
            if (column != null) {
                for (int number : column) {
                    if (number >= 0) {
                        named.set(number);
                    }
                }
            }
            if (column == null || named.cardinality() == all.size()) {
                numbers = column;
                ids = column == null ? IdTable.EMPTY : all;
                return;
            }
            int[] kept = named.stream().toArray();
            int[] renumbered = new int[all.size()];
            for (int i = 0; i < kept.length; i++) {
                renumbered[kept[i]] = i;
            }
            int[] out = new int[column.length];
            for (int row = 0; row < out.length; row++) {
                out[row] = column[row] < 0 ? column[row] : renumbered[column[row]];
            }
            numbers = out;
            ids = all.subset(kept);
        }
    }
}
