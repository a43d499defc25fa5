package org.ltv4j.core.feature;

import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.TransactionLog;

/** Shows the customers of a log one after another, each as its history up to a day. Its columns are reused; one per thread. */
final class LogSlices {
    private final TransactionLog log;
    private final Names names;
    private final int @Nullable [] products;
    private final int @Nullable [] channels;
    private final int @Nullable [] orders;
    private final long end;
    private final int asOfDay;
    private final RowColumns read;
    private final RowColumns sorted;
    private final RowColumns back;
    private final RowColumns backSorted;
    private int[] order = new int[256];
    private int[] spare = new int[256];
    private final PurchaseHistory history;

    /** The names must not be shared between threads. */
    LogSlices(TransactionLog log, FeatureContext context, int asOfDay) {
        this.log = log;
        this.names = new Names(context);
        this.asOfDay = asOfDay;
        this.end = (asOfDay + 1L) * PurchaseHistory.SECONDS_PER_DAY;
        products = names.products.translation(log.products());
        channels = names.channels.translation(log.channels());
        orders = names.orders.translation(log.orders());
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
            copy(row, log.amount(row) >= 0 ? read : back);
        }
        RowColumns sales = inOrder(read, sorted);
        RowColumns returned = back.size == 0 ? null : inOrder(back, backSorted);
        history.open(log.customers(), customer, sales, returned, asOfDay);
        return history;
    }

    private void copy(int row, RowColumns to) {
        int at = to.size;
        to.ensure(at + 1);
        to.size = at + 1;
        to.set(
                at,
                log.second(row),
                log.amount(row),
                log.quantity(row),
                log.unitPrice(row),
                log.discount(row),
                translated(log.product(row), products),
                translated(log.channel(row), channels),
                translated(log.order(row), orders));
    }

    private static int translated(int number, int @Nullable [] numbers) {
        return numbers == null || number == TransactionLog.NONE ? number : numbers[number];
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
