package org.ltv4j.models.spend;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.CompensatedSum;
import org.ltv4j.core.model.SpendBasis;

/**
 * What a model of spend is fitted on: the distinct pairs of a number of purchases and a mean amount above 0, with counts,
 * grouped by the number of purchases and sorted. So the order of the customers cannot matter.
 */
final class SpendData {
    /** Larger ones, and means below its inverse, are no amounts of money; their squares and sums must not overflow. */
    private static final double LARGEST = 1e100;

    private final int[] x;
    private final int[] start;
    private final double[] m;
    private final int[] count;
    private final int customers;
    private final int withoutPurchases;
    private final int notPositive;

    private SpendData(int[] x, int[] start, double[] m, int[] count, int withoutPurchases, int notPositive) {
        this.x = x;
        this.start = start;
        this.m = m;
        this.count = count;
        this.customers = Arrays.stream(count).sum();
        this.withoutPurchases = withoutPurchases;
        this.notPositive = notPositive;
    }

    static SpendData of(CustomerSummaries data, SpendBasis basis) {
        int n = data.size();
        int[] purchases = new int[n];
        double[] mean = new double[n];
        int none = 0;
        int notPositive = 0;
        int used = 0;
        for (int i = 0; i < n; i++) {
            int repeats = data.frequency(i);
            boolean all = basis == SpendBasis.ALL_PURCHASES;
            int k = all ? repeats + 1 : repeats;
            double amount =
                    all ? (repeats * data.meanRepeatSpend(i) + data.firstSpend(i)) / k : data.meanRepeatSpend(i);
            if (k == 0) {
                none++;
            } else if (!(amount > 0)) {
                notPositive++;
            } else {
                if (!(amount <= LARGEST && amount >= 1 / LARGEST)) {
                    throw new InvalidDataException("customer " + (i + 1) + " of " + n + " has a mean spend of " + amount
                            + ": need one from " + 1 / LARGEST + " to " + LARGEST + ", or 0 or less to be left out");
                }
                purchases[used] = k;
                mean[used++] = amount;
            }
        }
        return grouped(Arrays.copyOf(purchases, used), Arrays.copyOf(mean, used), none, notPositive);
    }

    /** Sorted by purchases, then by mean; equal pairs counted. */
    private static SpendData grouped(int[] purchases, double[] mean, int none, int notPositive) {
        int[] x = Arrays.stream(purchases).sorted().distinct().toArray();
        int[] end = new int[x.length];
        for (int k : purchases) {
            end[Arrays.binarySearch(x, k)]++;
        }
        for (int g = 1; g < x.length; g++) {
            end[g] += end[g - 1];
        }
        double[] sorted = new double[mean.length];
        int[] next = end.clone();
        for (int i = 0; i < mean.length; i++) {
            sorted[--next[Arrays.binarySearch(x, purchases[i])]] = mean[i];
        }
        int[] start = new int[x.length + 1];
        int[] count = new int[mean.length];
        int distinct = 0;
        for (int g = 0; g < x.length; g++) {
            int from = next[g];
            Arrays.sort(sorted, from, end[g]);
            start[g] = distinct;
            for (int i = from; i < end[g]; i++) {
                if (i == from || sorted[i] != sorted[distinct - 1]) {
                    sorted[distinct++] = sorted[i];
                }
                count[distinct - 1]++;
            }
        }
        start[x.length] = distinct;
        return new SpendData(
                x, start, Arrays.copyOf(sorted, distinct), Arrays.copyOf(count, distinct), none, notPositive);
    }

    /** The same with every amount divided by {@code unit}. */
    SpendData inUnitsOf(double unit) {
        double[] scaled = Arrays.stream(m).map(amount -> amount / unit).toArray();
        return new SpendData(x, start, scaled, count, withoutPurchases, notPositive);
    }

    /** Customers with a mean amount above 0. */
    int customers() {
        return customers;
    }

    int withoutPurchases() {
        return withoutPurchases;
    }

    /** Customers left out since refunds or free goods outweigh what they paid. */
    int notPositive() {
        return notPositive;
    }

    int groups() {
        return x.length;
    }

    /** Purchases of the customers of a group. */
    int x(int group) {
        return x[group];
    }

    int start(int group) {
        return start[group];
    }

    double m(int row) {
        return m[row];
    }

    int count(int row) {
        return count[row];
    }

    int rows() {
        return m.length;
    }

    double smallest() {
        return Arrays.stream(m).min().orElseThrow();
    }

    double largest() {
        return Arrays.stream(m).max().orElseThrow();
    }

    /** A term for each distinct pair. */
    interface Term {
        double of(int x, double m);
    }

    /** Sum of a term over customers. */
    double sum(Term term) {
        CompensatedSum sum = new CompensatedSum();
        for (int g = 0; g < x.length; g++) {
            for (int i = start[g]; i < start[g + 1]; i++) {
                sum.add(count[i] * term.of(x[g], m[i]));
            }
        }
        return sum.value();
    }

    /** Correlation over customers of the number of purchases and their mean amount; 0 where one of them does not vary. */
    double correlation() {
        double xMean = sum((k, amount) -> k) / customers;
        double mMean = sum((k, amount) -> amount) / customers;
        double xx = sum((k, amount) -> (k - xMean) * (k - xMean));
        double mm = sum((k, amount) -> (amount - mMean) * (amount - mMean));
        double xm = sum((k, amount) -> (k - xMean) * (amount - mMean));
        return xx > 0 && mm > 0 ? xm / Math.sqrt(xx) / Math.sqrt(mm) : 0;
    }

    /** The same for the same pairs in any order; tells nothing about any customer. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer row = ByteBuffer.allocate(16);
            for (int g = 0; g < x.length; g++) {
                for (int i = start[g]; i < start[g + 1]; i++) {
                    digest.update(row.clear()
                            .putInt(x[g])
                            .putInt(count[i])
                            .putDouble(m[i])
                            .flip());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
