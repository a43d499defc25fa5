package org.ltv4j.core.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.internal.math.CompensatedSum;

/**
 * Rows in groups.
 *
 * @param of the group of each row, -1 for none
 * @param count how many groups there are
 */
record Groups(int[] of, int count) {
    private static final int FIFTHS = 5;

    /** Up to so many pairs of product and channel each has a number of its own, whether or not it is sold. */
    private static final long MOST_PAIRS = 1 << 22;

    /** Rows by peers; amounts after the day of the cut do not tell who spends alike. */
    static Groups by(Peers peers, TransactionLog log, long cut) {
        return switch (peers) {
            case ALL -> new Groups(new int[log.size()], 1);
            case PRODUCT -> byProduct(log);
            case CUSTOMER -> byCustomer(log);
            case PRODUCT_AND_CHANNEL -> byProductAndChannel(log);
            case SPEND_QUINTILE -> bySpend(log, cut);
        };
    }

    static Groups byProduct(TransactionLog log) {
        int[] of = new int[log.size()];
        for (int row = 0; row < of.length; row++) {
            of[row] = log.product(row);
        }
        return new Groups(of, log.products().size());
    }

    private static Groups byCustomer(TransactionLog log) {
        int[] of = new int[log.size()];
        int customers = log.customers().size();
        for (int c = 0; c < customers; c++) {
            Arrays.fill(of, log.start(c), log.start(c + 1), c);
        }
        return new Groups(of, customers);
    }

    private static Groups byProductAndChannel(TransactionLog log) {
        int[] of = new int[log.size()];
        long channels = log.channels().size();
        boolean few = channels * log.products().size() <= MOST_PAIRS;
        Map<Long, Integer> numbers = new HashMap<>();
        for (int row = 0; row < of.length; row++) {
            int product = log.product(row);
            int channel = log.channel(row);
            long pair = product * channels + channel;
            if (product == TransactionLog.NONE || channel == TransactionLog.NONE) {
                of[row] = -1;
            } else {
                of[row] = few ? (int) pair : numbers.computeIfAbsent(pair, key -> numbers.size());
            }
        }
        return new Groups(of, few ? (int) channels * log.products().size() : numbers.size());
    }

    private static Groups bySpend(TransactionLog log, long cut) {
        int customers = log.customers().size();
        double[] mean = new double[customers];
        double[] known = new double[customers];
        int n = 0;
        for (int c = 0; c < customers; c++) {
            mean[c] = meanAmount(log, c, cut);
            if (mean[c] > 0) {
                known[n++] = mean[c];
            }
        }
        Arrays.sort(known, 0, n);
        int[] of = new int[log.size()];
        for (int c = 0; c < customers; c++) {
            int fifth = mean[c] > 0 ? (int) ((long) FIFTHS * below(known, n, mean[c]) / n) : -1;
            Arrays.fill(of, log.start(c), log.start(c + 1), fifth);
        }
        return new Groups(of, FIFTHS);
    }

    /** Mean of the known amounts above 0 up to the cut; 0 if there are none. */
    private static double meanAmount(TransactionLog log, int customer, long cut) {
        CompensatedSum sum = new CompensatedSum();
        int n = 0;
        for (int row = log.start(customer); row < log.start(customer + 1) && log.day(row) <= cut; row++) {
            if (Known.is(LogColumn.AMOUNT, log.amount(row))) {
                sum.add(log.amount(row));
                n++;
            }
        }
        return n == 0 ? 0 : sum.value() / n;
    }

    /** How many of the sorted values are below one of them. */
    private static int below(double[] sorted, int n, double value) {
        int at = Arrays.binarySearch(sorted, 0, n, value);
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }
}
