package org.ltv4j.segmentation.rhythm;

import java.util.Arrays;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * Customers and products with the days on which the one bought the other; quantities of one day are added up. Pairs of a customer stand
 * together, by product number.
 */
final class PurchasePairs {
    /** Quantities beyond these count as these: sums of several stay finite. */
    static final double MOST = 1e90;

    static final double LEAST = 1e-90;

    int size;
    int[] customer = new int[1024];
    int[] product = new int[1024];

    /** First purchase of each pair, one more than there are. */
    int[] starts = new int[1025];

    int purchases;
    int[] day = new int[4096];

    /** Logarithm of the quantity, NaN where not known or 0. */
    double[] logQuantity = new double[4096];

    private PurchasePairs() {}

    static PurchasePairs of(TransactionLog log) {
        if (!log.hasProducts()) {
            throw new InvalidDataException("the rhythm of products needs products, and this log states none: name the"
                    + " column of products where the sales are read");
        }
        PurchasePairs pairs = new PurchasePairs();
        for (int c = 0; c < log.customers().size(); c++) {
            pairs.add(log, c);
        }
        return pairs;
    }

    private void add(TransactionLog log, int c) {
        int from = log.start(c);
        long[] rows = new long[log.start(c + 1) - from];
        int n = 0;
        for (int row = from; row < from + rows.length; row++) {
            if (log.product(row) != TransactionLog.NONE && !(log.amount(row) < 0) && !(log.quantity(row) < 0)) {
                rows[n++] = ((long) log.product(row) << 32) | (row - from);
            }
        }
        Arrays.sort(rows, 0, n); // by product, then in the order of time
        int open = TransactionLog.NONE;
        double quantity = 0;
        for (int i = 0; i < n; i++) {
            int row = from + (int) rows[i];
            if (log.product(row) != open) {
                open = log.product(row);
                pair(c, open);
                purchase(log.day(row));
                quantity = log.quantity(row);
            } else if (log.day(row) != day[purchases - 1]) {
                purchase(log.day(row));
                quantity = log.quantity(row);
            } else {
                quantity += log.quantity(row);
            }
            logQuantity[purchases - 1] = log(quantity);
            starts[size] = purchases;
        }
    }

    private void pair(int c, int p) {
        if (size == customer.length) {
            customer = Arrays.copyOf(customer, 2 * size);
            product = Arrays.copyOf(product, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size + 1);
        }
        customer[size] = c;
        product[size++] = p;
    }

    private void purchase(int when) {
        if (purchases == day.length) {
            day = Arrays.copyOf(day, 2 * purchases);
            logQuantity = Arrays.copyOf(logQuantity, 2 * purchases);
        }
        day[purchases++] = when;
    }

    private static double log(double quantity) {
        return quantity > 0 ? Math.log(Math.max(LEAST, Math.min(MOST, quantity))) : Double.NaN;
    }
}
