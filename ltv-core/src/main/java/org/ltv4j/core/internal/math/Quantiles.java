package org.ltv4j.core.internal.math;

import java.util.Arrays;

/**
 * Sample quantiles by linear interpolation between order statistics at {@code (n - 1) p}: definition 7 of Hyndman and Fan
 * (1996), The American Statistician 50(4), what R and NumPy give by default.
 */
public final class Quantiles {
    private Quantiles() {}

    /**
     * One quantile of sorted values.
     *
     * @param sorted holds the values in rising order
     * @param from first value
     * @param to one past the last value
     * @param probability from 0 to 1
     * @return the quantile, NaN of no values
     */
    public static double of(double[] sorted, int from, int to, double probability) {
        int n = to - from;
        if (n == 0) {
            return Double.NaN;
        }
        double place = (n - 1) * probability;
        int below = (int) Math.floor(place);
        double low = sorted[from + below];
        if (below + 1 == n) {
            return low;
        }
        double high = sorted[from + below + 1];
        return between(low, high, place - below);
    }

    /**
     * Quantiles of numbers in any order, found by selection, in a time that grows with n, not with n log n.
     *
     * @param values finite numbers, NaN where missing; not changed
     * @param probabilities from 0 to 1, rising
     * @return a quantile for each probability; NaN where all values are missing
     */
    public static double[] ofUnsorted(double[] values, double... probabilities) {
        double[] work = present(values);
        double[] quantiles = new double[probabilities.length];
        if (work.length == 0) {
            Arrays.fill(quantiles, Double.NaN);
            return quantiles;
        }
        int from = 0;
        for (int i = 0; i < quantiles.length; i++) {
            double place = (work.length - 1) * probabilities[i];
            int below = (int) place;
            select(work, from, below);
            from = below;
            double share = place - below;
            if (share == 0) {
                quantiles[i] = work[below];
            } else {
                select(work, below + 1, below + 1);
                quantiles[i] = between(work[below], work[below + 1], share);
            }
        }
        return quantiles;
    }

    /** Without the missing ones; adding 0 turns -0 into 0, so that the order of equal numbers cannot be seen. */
    private static double[] present(double[] values) {
        double[] present = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present[count++] = value + 0.0;
            }
        }
        return count == present.length ? present : Arrays.copyOf(present, count);
    }

    private static double between(double low, double high, double share) {
        if (low == high) {
            return low;
        }
        double width = high - low;
        return Double.isInfinite(width) ? low * (1 - share) + high * share : Math.min(high, low + share * width);
    }

    /**
     * Puts the number of rank k at place k, none larger before and none smaller behind it: Hoare's selection with the median
     * of three as pivot, and a sort where that goes on for too long.
     */
    private static void select(double[] work, int first, int k) {
        int from = first;
        int to = work.length - 1;
        int budget = 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(work.length));
        while (from < to) {
            if (budget-- == 0) {
                Arrays.sort(work, from, to + 1);
                return;
            }
            double pivot = median(work[from], work[(from + to) >>> 1], work[to]);
            int i = from;
            int j = to;
            while (i <= j) {
                while (work[i] < pivot) {
                    i++;
                }
                while (work[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = work[i];
                    work[i++] = work[j];
                    work[j--] = swap;
                }
            }
            if (k <= j) {
                to = j;
            } else if (k >= i) {
                from = i;
            } else {
                return;
            }
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
