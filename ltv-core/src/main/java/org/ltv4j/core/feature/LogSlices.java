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
    private int[] order = new int[256];
    private int[] spare = new int[256];
    private final PurchaseHistory history;

    LogSlices(TransactionLog log, FeatureContext context, int asOfDay) {
        this.log = log;
        this.names = new Names(context);
        this.asOfDay = asOfDay;
        this.end = (asOfDay + 1L) * PurchaseHistory.SECONDS_PER_DAY;
        source = new LogRows(log, names);
        read = new RowColumns(context.columns(), 256);
        sorted = new RowColumns(context.columns(), 256);
        back = new RowColumns(context.columns(), 16);
        backSorted = new RowColumns(context.columns(), 16);
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
        for (int row = log.start(customer); row < log.start(customer + 1) && log.second(row) < end; row++) {
            source.append(row, log.amount(row) >= 0 ? read : back);
        }
        RowColumns sales = inOrder(read, sorted);
        RowColumns returned = back.size == 0 ? null : inOrder(back, backSorted);
        history.open(log.customers(), customer, sales, returned, asOfDay);
        return history;
    }

    private RowColumns inOrder(RowColumns rows, RowColumns target) {
        if (order.length < rows.size) {
            order = new int[2 * rows.size];
            spare = new int[2 * rows.size];
        }
        if (!RowOrdering.sort(rows, order, spare, names)) {
            return rows;
        }
        target.ensure(rows.size);
        target.size = rows.size;
        for (int i = 0; i < rows.size; i++) {
            int row = order[i];
            target.set(
                    i,
                    rows.second[row],
                    rows.amount[row],
                    rows.quantity(row),
                    rows.unitPrice(row),
                    rows.discount(row),
                    rows.product(row),
                    rows.channel(row),
                    rows.order(row));
        }
        return target;
    }
}
