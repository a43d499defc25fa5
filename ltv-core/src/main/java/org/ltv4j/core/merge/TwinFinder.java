package org.ltv4j.core.merge;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.TransactionLog;

/** Finds rows of a batch without a key that stand in the log with the same values, each as often as it stands there. */
final class TwinFinder {
    private final TransactionLog log;
    private final TransactionLog batch;
    private final RowContent content;
    private final RowKey key;

    TwinFinder(TransactionLog log, TransactionLog batch, RowContent content, RowKey key) {
        this.log = log;
        this.batch = batch;
        this.content = content;
        this.key = key;
    }

    /** Takes the rows that are known out of those to add; gives how many. */
    int leaveTwins(BitSet added) {
        int known = 0;
        for (int c = 0; c < batch.customers().size(); c++) {
            int customer = log.customers().indexOf(batch.customers(), c);
            if (customer < 0) {
                continue;
            }
            int from = batch.start(c);
            while (from < batch.start(c + 1)) {
                int to = from + 1;
                while (to < batch.start(c + 1) && batch.second(to) == batch.second(from)) {
                    to++;
                }
                known += leaveTwins(added, from, to, atMoment(customer, batch.second(from)));
                from = to;
            }
        }
        return known;
    }

    private int leaveTwins(BitSet added, int from, int to, Map<List<Object>, int[]> rows) {
        int known = 0;
        for (int row = from; row < to && !rows.isEmpty(); row++) {
            if (!BatchMatcher.unkeyed(batch, row, key)) {
                continue;
            }
            int[] left = rows.get(content.otherValues(row));
            if (left != null && left[0] > 0) {
                left[0]--;
                added.clear(row);
                known++;
            }
        }
        return known;
    }

    /** How often each combination of values stands among the customer's rows of that moment that have no key. */
    private Map<List<Object>, int[]> atMoment(int customer, long second) {
        int low = log.start(customer);
        int high = log.start(customer + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.second(middle) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Map<List<Object>, int[]> rows = new HashMap<>();
        for (int row = low; row < log.start(customer + 1) && log.second(row) == second; row++) {
            if (BatchMatcher.unkeyed(log, row, key)) {
                rows.computeIfAbsent(content.values(row), unseen -> new int[1])[0]++;
            }
        }
        return rows;
    }
}
