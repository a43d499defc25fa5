package org.ltv4j.core.clean;

import java.util.Arrays;
import java.util.BitSet;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.internal.math.CompensatedSum;

/** Finds customers who buy as staff does. */
final class StaffFinder {
    private static final long MOMENT = 1L << 40;

    private StaffFinder() {}

    /** Customers with many purchases on their days of purchase, judged by rows up to the cut. */
    static BitSet busy(TransactionLog log, IsolationRule.Busy rule, long cut) {
        BitSet customers = new BitSet();
        long[] keys = new long[16];
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int row = log.start(customer);
            int to = log.start(customer + 1);
            keys = keys.length < to - row ? new long[2 * (to - row)] : keys;
            long days = 0;
            long purchases = 0;
            while (row < to && log.day(row) <= cut) {
                int day = log.day(row);
                int n = 0;
                for (; row < to && log.day(row) == day; row++) {
                    if (isSale(log, row)) {
                        keys[n++] = log.order(row) == TransactionLog.NONE
                                ? MOMENT + Math.floorMod(log.second(row), 86_400)
                                : log.order(row);
                    }
                }
                days += n > 0 ? 1 : 0;
                purchases += distinct(keys, n);
            }
            customers.set(customer, days >= rule.minDays() && purchases > rule.above() * days);
        }
        return customers;
    }

    private static int distinct(long[] keys, int n) {
        Arrays.sort(keys, 0, n);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    /** Customers with large discounts, judged by rows up to the cut. */
    static BitSet discounted(TransactionLog log, IsolationRule.Discounted rule, long cut) {
        BitSet customers = new BitSet();
        for (int customer = 0; customer < log.customers().size(); customer++) {
            CompensatedSum granted = new CompensatedSum();
            CompensatedSum paid = new CompensatedSum();
            int rows = 0;
            for (int row = log.start(customer); row < log.start(customer + 1) && log.day(row) <= cut; row++) {
                if (isSale(log, row) && log.discount(row) >= 0 && log.amount(row) >= 0) {
                    granted.add(log.discount(row));
                    paid.add(log.amount(row));
                    rows++;
                }
            }
            double full = granted.value() + paid.value();
            customers.set(customer, rows >= rule.minRows() && granted.value() > rule.above() * full);
        }
        return customers;
    }

    private static boolean isSale(TransactionLog log, int row) {
        return !(log.amount(row) < 0) && !(log.quantity(row) < 0);
    }
}
