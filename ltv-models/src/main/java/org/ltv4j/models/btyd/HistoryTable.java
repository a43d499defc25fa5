package org.ltv4j.models.btyd;

import java.util.Arrays;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.internal.math.Blocks;

/**
 * The distinct histories {@code (x, t_x, T)} of many customers with their counts, laid out for likelihoods: the times are
 * numbered, so that a likelihood keeps one table of logarithms for all of them. The layout depends on the histories alone, not
 * on the order of the customers.
 *
 * <p>Customers without repeat purchases have only a T, and are kept apart as counts per T.
 */
final class HistoryTable {
    /** Distinct values of x, rising. */
    final int[] x;

    /** Customers with each x. */
    final double[] customersOfX;

    /** Distinct values of t_x and T, rising, in units of {@link #unit}. */
    final double[] time;

    /** Customers whose T is each time, and the sum of their x. */
    final double[] customersOfAge;

    final double[] purchasesOfAge;

    /** Customers without repeat purchases whose T is each time. */
    final double[] oneTimersOfAge;

    /** One row per distinct history with repeat purchases: numbers of x, t_x and T, and how many customers have it. */
    final int[] rowX;

    final int[] rowRecency;
    final int[] rowAge;
    final double[] rowCustomers;

    /** The time that counts as 1 inside: the largest T, so that starts and tolerances fit any unit. */
    final double unit;

    private HistoryTable(
            double unit, double[] time, int[] x, double[] oneTimersOfAge, int[][] rows, double[] rowCustomers) {
        this.unit = unit;
        this.time = time;
        this.x = x;
        this.oneTimersOfAge = oneTimersOfAge;
        rowX = rows[0];
        rowRecency = rows[1];
        rowAge = rows[2];
        this.rowCustomers = rowCustomers;
        customersOfX = new double[x.length];
        customersOfAge = oneTimersOfAge.clone();
        purchasesOfAge = new double[time.length];
        customersOfX[0] = Arrays.stream(oneTimersOfAge).sum();
        for (int i = 0; i < rowX.length; i++) {
            customersOfX[rowX[i]] += rowCustomers[i];
            customersOfAge[rowAge[i]] += rowCustomers[i];
            purchasesOfAge[rowAge[i]] += rowCustomers[i] * x[rowX[i]];
        }
    }

    static HistoryTable of(CustomerSummaries data) {
        HistoryCounter counter = new HistoryCounter();
        for (int i = 0; i < data.size(); i++) {
            failIfInterrupted(i);
            counter.add(data.frequency(i), data.recency(i), data.age(i), 1);
        }
        return of(counter);
    }

    private static HistoryTable of(HistoryCounter counter) {
        int n = counter.size();
        double[] time = new double[2 * n];
        int[] xs = new int[n + 1];
        for (int i = 0; i < n; i++) {
            time[2 * i] = counter.recency(i);
            time[2 * i + 1] = counter.age(i);
            xs[i] = counter.x(i);
        }
        time = TimeIndex.distinct(time);
        TimeIndex index = new TimeIndex(time);
        xs = Arrays.stream(xs).sorted().distinct().toArray();
        int[] numberX = new int[n];
        int[] numberRecency = new int[n];
        int[] numberAge = new int[n];
        double[] oneTimers = new double[time.length];
        int repeaters = 0;
        for (int i = 0; i < n; i++) {
            failIfInterrupted(i);
            int age = index.of(counter.age(i));
            if (counter.x(i) == 0) {
                oneTimers[age] += counter.customers(i);
                continue;
            }
            numberX[i] = Arrays.binarySearch(xs, counter.x(i));
            numberRecency[i] = index.of(counter.recency(i));
            numberAge[i] = age;
            repeaters++;
        }
        int[] order = new int[repeaters];
        for (int i = 0, k = 0; i < n; i++) {
            if (counter.x(i) > 0) {
                order[k++] = i;
            }
        }
        order = sorted(order, numberRecency, time.length);
        order = sorted(order, numberAge, time.length);
        order = sorted(order, numberX, xs.length);
        int[][] rows = new int[3][repeaters];
        double[] customers = new double[repeaters];
        for (int k = 0; k < repeaters; k++) {
            rows[0][k] = numberX[order[k]];
            rows[1][k] = numberRecency[order[k]];
            rows[2][k] = numberAge[order[k]];
            customers[k] = counter.customers(order[k]);
        }
        double unit = time[time.length - 1] > 0 ? time[time.length - 1] : 1;
        for (int i = 0; i < time.length; i++) {
            time[i] /= unit;
        }
        return new HistoryTable(unit, time, xs, oneTimers, rows, customers);
    }

    private static void failIfInterrupted(int row) {
        if ((row & 0xFFFF) == 0) {
            Blocks.failIfInterrupted();
        }
    }

    /** A stable counting sort of row numbers by a key. */
    private static int[] sorted(int[] order, int[] key, int keys) {
        Blocks.failIfInterrupted();
        int[] start = new int[keys + 1];
        for (int row : order) {
            start[key[row] + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            start[k + 1] += start[k];
        }
        int[] result = new int[order.length];
        for (int row : order) {
            result[start[key[row]]++] = row;
        }
        return result;
    }

    /** How many rows with repeat purchases there are. */
    int rows() {
        return rowX.length;
    }

    /** How many different histories there are, those without repeat purchases included. */
    int distinctHistories() {
        return rows() + (int) Arrays.stream(oneTimersOfAge).filter(n -> n > 0).count();
    }

    double customers() {
        return Arrays.stream(customersOfX).sum();
    }

    double purchases() {
        return Arrays.stream(purchasesOfAge).sum();
    }

    int maxX() {
        return x[x.length - 1];
    }

    /** The sum of T over all customers, in units. */
    double totalAge() {
        double sum = 0;
        for (int i = 0; i < time.length; i++) {
            sum += customersOfAge[i] * time[i];
        }
        return sum;
    }

    /** About so many of the rows, evenly spread, with as large a share of the customers without repeat purchases. */
    HistoryTable thinned(int most) {
        int stride = Math.max(1, (rows() + most - 1) / most);
        int kept = (rows() + stride - 1) / stride;
        int[][] rows = new int[3][kept];
        double[] customers = new double[kept];
        double share = 0;
        for (int k = 0; k < kept; k++) {
            int i = k * stride;
            rows[0][k] = rowX[i];
            rows[1][k] = rowRecency[i];
            rows[2][k] = rowAge[i];
            customers[k] = rowCustomers[i];
            share += rowCustomers[i];
        }
        share /= Arrays.stream(rowCustomers).sum();
        return withUsedTimes(thinnedOneTimers(most, share), rows, customers);
    }

    /** A share of the customers without repeat purchases, at about so many of their ages. */
    private double[] thinnedOneTimers(int most, double share) {
        int ages = (int) Arrays.stream(oneTimersOfAge).filter(n -> n > 0).count();
        int stride = Math.max(1, (ages + most - 1) / most);
        double[] thinned = new double[oneTimersOfAge.length];
        double kept = 0;
        int seen = 0;
        for (int i = 0; i < thinned.length; i++) {
            if (oneTimersOfAge[i] > 0 && seen++ % stride == 0) {
                thinned[i] = oneTimersOfAge[i];
                kept += oneTimersOfAge[i];
            }
        }
        double factor = kept == 0 ? 0 : share * Arrays.stream(oneTimersOfAge).sum() / kept;
        for (int i = 0; i < thinned.length; i++) {
            thinned[i] *= factor;
        }
        return thinned;
    }

    /** Drops the times that no row needs any more. */
    private HistoryTable withUsedTimes(double[] oneTimers, int[][] rows, double[] customers) {
        boolean[] used = new boolean[time.length];
        for (int i = 0; i < used.length; i++) {
            used[i] = oneTimers[i] > 0;
        }
        for (int k = 0; k < customers.length; k++) {
            used[rows[1][k]] = true;
            used[rows[2][k]] = true;
        }
        int[] place = new int[time.length];
        double[] fewer = new double[time.length];
        double[] fewerOneTimers = new double[time.length];
        int n = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                fewer[n] = time[i];
                fewerOneTimers[n] = oneTimers[i];
                place[i] = n++;
            }
        }
        for (int k = 0; k < customers.length; k++) {
            rows[1][k] = place[rows[1][k]];
            rows[2][k] = place[rows[2][k]];
        }
        return new HistoryTable(unit, Arrays.copyOf(fewer, n), x, Arrays.copyOf(fewerOneTimers, n), rows, customers);
    }

    /**
     * The histories cut at the last purchase of whoever bought again. Where everybody leaves at the first repeat purchase, time
     * after it says nothing, and this table under the NBD has the likelihood of that limit.
     */
    HistoryTable endingAtRepeatPurchase() {
        int[][] rows = {rowX, rowRecency, rowRecency};
        return new HistoryTable(unit, time, x, oneTimersOfAge, rows, rowCustomers);
    }
}
