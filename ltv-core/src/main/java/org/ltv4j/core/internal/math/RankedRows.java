package org.ltv4j.core.internal.math;

import java.util.Arrays;

/**
 * Rows in the order of a falling key, and the statistics that depend on that order. Rows belong to units (customers), and each unit
 * counts as often as a resample drew it: the order is found once, a resample costs a pass. Where keys are equal every statistic is
 * its mean over all orders of those rows, so that no order of the input can be seen.
 */
public final class RankedRows {
    private final int[] rows;
    private final int[] units;
    private final int[] groupEnds;

    /**
     * Orders rows; a radix sort.
     *
     * @param keys no NaN
     * @param unitOfRow whose each row is
     */
    public RankedRows(double[] keys, int[] unitOfRow) {
        int n = keys.length;
        rows = Ranking.descending(keys);
        units = new int[n];
        int groups = 0;
        for (int place = 0; place < n; place++) {
            units[place] = unitOfRow[rows[place]];
            groups += endsGroup(keys, place) ? 1 : 0;
        }
        groupEnds = new int[groups];
        for (int place = 0, g = 0; place < n; place++) {
            if (endsGroup(keys, place)) {
                groupEnds[g++] = place + 1;
            }
        }
    }

    private boolean endsGroup(double[] keys, int place) {
        return place + 1 == rows.length || keys[rows[place]] != keys[rows[place + 1]];
    }

    /**
     * How many rows there are.
     *
     * @return rows
     */
    public int size() {
        return rows.length;
    }

    /**
     * The row at a place.
     *
     * @param place 0 for the highest key
     * @return its number
     */
    public int row(int place) {
        return rows[place];
    }

    /**
     * Where the group of equal keys around a place ends.
     *
     * @param place from 0
     * @return one past the last place of the group
     */
    public int groupEnd(int place) {
        int low = 0;
        int high = groupEnds.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (groupEnds[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return groupEnds[low];
    }

    /**
     * Values in this order, as the methods below read them.
     *
     * @param values one per row
     * @return one per place
     */
    public double[] inOrder(double[] values) {
        double[] ordered = new double[rows.length];
        for (int place = 0; place < rows.length; place++) {
            ordered[place] = values[rows[place]];
        }
        return ordered;
    }

    /**
     * Values in this order, of equal keys their mean.
     *
     * @param values one per row
     * @return one per place
     */
    public double[] meansInOrder(double[] values) {
        double[] ordered = inOrder(values);
        int from = 0;
        for (int to : groupEnds) {
            if (to - from > 1) { // a group of one keeps its value to the bit
                double sum = 0;
                for (int k = from; k < to; k++) {
                    sum += ordered[k];
                }
                Arrays.fill(ordered, from, to, sum / (to - from));
            }
            from = to;
        }
        return ordered;
    }

    /**
     * The Gini of values in this order: {@code 2 * mean of the cumulative shares - 1}.
     *
     * @param ordered values from {@link #inOrder}
     * @param counts how often each unit counts
     * @return at most 1; NaN if the total is 0 or nothing counts
     */
    public double gini(double[] ordered, int[] counts) {
        double held = 0;
        double sum = 0;
        long size = 0;
        int from = 0;
        for (int to : groupEnds) {
            double values = 0;
            long places = 0;
            for (int k = from; k < to; k++) {
                int count = counts[units[k]];
                places += count;
                values += count * ordered[k];
            }
            // held + values * j / places for j = 1, ..., places
            sum += places * held + values * (places + 1) / 2;
            held += values;
            size += places;
            from = to;
        }
        return held == 0 || size == 0 ? Double.NaN : 2 * (sum / held) / size - 1;
    }

    /**
     * The total of the first places.
     *
     * @param ordered values from {@link #inOrder}
     * @param counts how often each unit counts
     * @param places how many, at least 0
     * @return the total; a group that the border cuts counts in proportion
     */
    public double top(double[] ordered, int[] counts, long places) {
        double held = 0;
        long left = places;
        int from = 0;
        for (int g = 0; g < groupEnds.length && left > 0; g++) {
            int to = groupEnds[g];
            double values = 0;
            long members = 0;
            for (int k = from; k < to; k++) {
                int count = counts[units[k]];
                members += count;
                values += count * ordered[k];
            }
            held += members <= left ? values : values / members * left;
            left -= Math.min(left, members);
            from = to;
        }
        return held;
    }

    /**
     * The area under the ROC curve: how often an event has a higher key than a non-event, ties counting half.
     *
     * @param ordered 1 for an event, 0 for none, from {@link #inOrder}
     * @param counts how often each unit counts
     * @return from 0 to 1; NaN without an event or without a non-event. Exact as long as the pairs are fewer than 2^52
     */
    public double auc(double[] ordered, int[] counts) {
        double twice = 0;
        long above = 0;
        long size = 0;
        int from = 0;
        for (int to : groupEnds) {
            long events = 0;
            long members = 0;
            for (int k = from; k < to; k++) {
                int count = counts[units[k]];
                members += count;
                events += ordered[k] > 0 ? count : 0;
            }
            long others = members - events;
            twice += (double) others * (2 * above + events);
            above += events;
            size += members;
            from = to;
        }
        double pairs = (double) above * (size - above);
        return pairs > 0 ? twice / 2 / pairs : Double.NaN;
    }

    /**
     * The rank of each row, 1 for the highest key; equal keys share the mean of their ranks.
     *
     * @param counts how often each unit counts
     * @param ranks receives a rank per row; that of a row that does not count means nothing
     */
    public void ranks(int[] counts, double[] ranks) {
        long before = 0;
        int from = 0;
        for (int to : groupEnds) {
            long members = 0;
            for (int k = from; k < to; k++) {
                members += counts[units[k]];
            }
            double rank = before + (members + 1) / 2.0;
            for (int k = from; k < to; k++) {
                ranks[rows[k]] = rank;
            }
            before += members;
            from = to;
        }
    }

    /**
     * Correlation of two columns of ranks.
     *
     * @param a ranks of all rows
     * @param b other ranks of them
     * @param unitOfRow whose each row is
     * @param counts how often each unit counts
     * @return from -1 to 1 but for rounding; NaN if a column is constant
     */
    public static double rankCorrelation(double[] a, double[] b, int[] unitOfRow, int[] counts) {
        long size = 0;
        for (int unit : unitOfRow) {
            size += counts[unit];
        }
        double mean = (size + 1) / 2.0;
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            int count = counts[unitOfRow[i]];
            product += count * (a[i] - mean) * (b[i] - mean);
            squaresA += count * (a[i] - mean) * (a[i] - mean);
            squaresB += count * (b[i] - mean) * (b[i] - mean);
        }
        return squaresA > 0 && squaresB > 0 ? product / Math.sqrt(squaresA * squaresB) : Double.NaN;
    }
}
