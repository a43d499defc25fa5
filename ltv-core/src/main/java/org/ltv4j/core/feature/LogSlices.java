package org.ltv4j.core.feature;

import org.ltv4j.core.data.TransactionLog;

/** Shows the customers of a log one after another, each as its history up to a day. Its columns are reused; one per thread. */
final class LogSlices {
    private final TransactionLog log;
    private final Names names;
    private final LogRows source;
    private final long end;
    private final int asOfDay;
    private final RowColumns read;
    private final RowColumns sorted;
    private final RowColumns back;
    private final RowColumns backSorted;
    private final TieSorter sorter;
    private final CustomerKey key = new CustomerKey();
    private final PurchaseHistory history;

    LogSlices(TransactionLog log, FeatureContext context, int asOfDay) {
        this.log = log;
        this.names = new Names(context);
        this.asOfDay = asOfDay;
        this.end = (asOfDay + 1L) * PurchaseHistory.SECONDS_PER_DAY;
        source = new LogRows(log, names);
        sorter = new TieSorter(names);
        read = new RowColumns(context.stored(), 256);
        sorted = new RowColumns(context.stored(), 256);
        back = new RowColumns(context.stored(), 16);
        backSorted = new RowColumns(context.stored(), 16);
        history = new PurchaseHistory(names, new Scratch(), read);
    }

    /** Whether the customer bought anything up to the day. */
    static boolean hasSales(TransactionLog log, int customer, long end) {
        for (int row = log.start(customer); row < log.start(customer + 1) && log.second(row) < end; row++) {
            if (log.amount(row) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The customer's history up to the day; without purchases if there are none. */
    PurchaseHistory open(int customer) {
        read.size = 0;
        back.size = 0;
        int from = log.start(customer);
        int limit = log.start(customer + 1);
        boolean salesOnly = true;
        int to = from;
        while (to < limit && log.second(to) < end) {
            salesOnly = salesOnly && log.amount(to) >= 0;
            to++;
        }
        if (salesOnly) {
            source.copy(from, to, read);
        } else {
            for (int row = from; row < to; row++) {
                source.append(row, log.amount(row) >= 0 ? read : back);
            }
        }
        RowColumns sales = sorter.sorted(read, sorted);
        RowColumns returned = back.size == 0 ? null : sorter.sorted(back, backSorted);
        key.set(log.customers(), customer);
        history.open(key, sales, returned, asOfDay);
        return history;
    }
}
