package org.ltv4j.core.clean;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.ltv4j.core.data.TransactionLog;

/**
 * Finds rows of one customer (and product) that are too close in time: a window slides over them and counts what tells purchases,
 * or places, apart. A window never reaches across the cut. Cost: {@code O(n log n)}.
 */
final class BurstFinder {
    private static final long LOW = 0xffffffffL;

    private final TransactionLog log;
    private final IsolationRule.Burst burst;
    private final long cut;
    private final BitSet found = new BitSet();

    BurstFinder(TransactionLog log, IsolationRule.Burst burst, long cut) {
        this.log = log;
        this.burst = burst;
        this.cut = cut;
    }

    BitSet find() {
        long[] keys = new long[16];
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int from = log.start(customer);
            int to = log.start(customer + 1);
            if (to - from < burst.times()) {
                continue;
            }
            keys = keys.length < to - from ? new long[2 * (to - from)] : keys;
            int n = 0;
            for (int row = from; row < to; row++) {
                int group = burst.ofProduct() ? log.product(row) : 0;
                boolean sale = !(log.amount(row) < 0) && !(log.quantity(row) < 0);
                boolean told = burst.ofProduct() || log.channel(row) != TransactionLog.NONE;
                if (group != TransactionLog.NONE && sale && told) {
                    keys[n++] = (long) group << 32 | row;
                }
            }
            search(keys, n);
        }
        return found;
    }

    /** Looks through rows of one customer, group by group and in time order within each. */
    private void search(long[] keys, int n) {
        Arrays.sort(keys, 0, n);
        int from = 0;
        while (from < n) {
            int to = from + 1;
            while (to < n && keys[to] >>> 32 == keys[from] >>> 32) {
                to++;
            }
            if (to - from >= burst.times()) {
                slide(keys, from, to);
            }
            from = to;
        }
    }

    private void slide(long[] keys, int from, int to) {
        Map<Integer, Integer> inWindow = new HashMap<>();
        int first = from;
        int marked = from;
        for (int last = from; last < to; last++) {
            int row = (int) (keys[last] & LOW);
            inWindow.merge(what(row), 1, Integer::sum);
            while (apart((int) (keys[first] & LOW), row)) {
                inWindow.computeIfPresent(what((int) (keys[first] & LOW)), (k, count) -> count == 1 ? null : count - 1);
                first++;
            }
            if (inWindow.size() >= burst.times()) {
                for (int i = Math.max(first, marked); i <= last; i++) {
                    found.set((int) (keys[i] & LOW));
                }
                marked = last + 1;
            }
        }
    }

    private boolean apart(int earlier, int later) {
        return log.second(later) - log.second(earlier) > burst.seconds()
                || log.day(earlier) <= cut && log.day(later) > cut;
    }

    /** What is counted: the order, the row where it has none, or the channel. */
    private int what(int row) {
        if (!burst.ofProduct()) {
            return log.channel(row);
        }
        return log.order(row) == TransactionLog.NONE ? -2 - row : log.order(row);
    }
}
