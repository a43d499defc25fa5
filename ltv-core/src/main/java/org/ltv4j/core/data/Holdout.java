package org.ltv4j.core.data;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * What customers did in the time after a cut. Customer {@code i} is customer {@code i} of the calibration's histories;
 * customers whose first purchase came after the cut are not among them.
 */
public final class Holdout {
    private final int[] transactions;
    private final double[] spend;
    private final Horizon length;

    private Holdout(int[] transactions, double[] spend, Horizon length) {
        this.transactions = transactions;
        this.spend = spend;
        this.length = length;
    }

    /**
     * Outcomes that were observed elsewhere.
     *
     * @param transactions purchases of each customer, at least 0
     * @param spend amount spent by each customer, finite
     * @param length how long they were observed
     * @return the outcomes
     * @throws InvalidDataException if lengths differ or a value is out of its range
     */
    public static Holdout of(int[] transactions, double[] spend, Horizon length) {
        if (transactions.length != spend.length) {
            throw new InvalidDataException(transactions.length + " transactions but " + spend.length + " spends");
        }
        for (int i = 0; i < spend.length; i++) {
            if (transactions[i] < 0 || !Double.isFinite(spend[i])) {
                throw new InvalidDataException("row " + (i + 1) + ": need transactions >= 0 and finite spend, got "
                        + transactions[i] + " and " + spend[i]);
            }
        }
        return new Holdout(transactions.clone(), spend.clone(), length);
    }

    /**
     * What customers did between two days.
     *
     * @param log all rows
     * @param end last day of the calibration
     * @param last last day that counts, after {@code end}
     * @return a value for each customer of the log whose first row is on or before {@code end}, in their order; a row below 0 is a return
     *     and no purchase, but belongs to the spend
     * @throws IllegalArgumentException if {@code last} is not after {@code end}
     */
    public static Holdout between(TransactionLog log, LocalDate end, LocalDate last) {
        if (!last.isAfter(end)) {
            throw new IllegalArgumentException("the holdout must end after " + end + ", got " + last);
        }
        return after(log, end, last, TimeScale.DAY, false);
    }

    /** As histories count: a day with any row is a purchase. */
    static Holdout after(TransactionLog log, LocalDate end, LocalDate last, TimeScale scale) {
        return after(log, end, last, scale, true);
    }

    private static Holdout after(
            TransactionLog log, LocalDate end, LocalDate last, TimeScale scale, boolean returnsCount) {
        long cut = end.toEpochDay();
        long until = last.toEpochDay();
        int customers = log.customers().size();
        int[] transactions = new int[customers];
        double[] spend = new double[customers];
        int n = 0;
        for (int c = 0; c < customers; c++) {
            if (log.day(log.start(c)) > cut) {
                continue;
            }
            int day = Integer.MIN_VALUE;
            for (int row = log.start(c); row < log.start(c + 1); row++) {
                int d = log.day(row);
                if (d > cut && d <= until) {
                    spend[n] += log.amount(row);
                    if (returnsCount || !(log.amount(row) < 0)) {
                        transactions[n] += d == day ? 0 : 1;
                        day = d;
                    }
                }
            }
            n++;
        }
        Horizon length = Horizon.of((last.toEpochDay() - cut) / scale.days(), scale);
        return new Holdout(Arrays.copyOf(transactions, n), Arrays.copyOf(spend, n), length);
    }

    /**
     * How many customers there are.
     *
     * @return customers
     */
    public int size() {
        return transactions.length;
    }

    /**
     * Purchases of a customer in the holdout; those of one calendar day count once.
     *
     * @param i from 0 to {@code size() - 1}
     * @return purchases
     */
    public int transactions(int i) {
        return transactions[i];
    }

    /**
     * What a customer spent in the holdout.
     *
     * @param i from 0 to {@code size() - 1}
     * @return sum of amounts, in the currency of the log; 0 where the log has none
     */
    public double spend(int i) {
        return spend[i];
    }

    /**
     * How long the holdout is: from the day after the cut to the last day of the log.
     *
     * @return its length in the scale of the calibration
     */
    public Horizon length() {
        return length;
    }
}
