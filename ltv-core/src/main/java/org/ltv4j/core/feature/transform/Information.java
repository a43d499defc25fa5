package org.ltv4j.core.feature.transform;

import java.util.Arrays;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.Ranking;

/** Mutual information of columns with a target by tables of counts. */
final class Information {
    private static final int ROWS_PER_CELL = 5;
    private static final int MAX_TABLE = 100_000_000;

    private final int bins;
    private final Cells target;

    Information(double[] target, int bins) {
        this.bins = Math.max(2, Math.min(bins, (int) Math.sqrt(target.length / (double) ROWS_PER_CELL)));
        this.target = cells(target, this.bins);
    }

    /** The bin of each row, from 0, and how many bins there are. */
    record Cells(int[] cell, int count) {}

    double of(Column column, double[] values) {
        return nats(column.isCategory() ? levels(column, values) : cells(values, bins), target);
    }

    private static Cells levels(Column column, double[] values) {
        int missing = column.levels().size();
        int[] cell = new int[values.length];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = Double.isNaN(values[i]) ? missing : (int) values[i];
        }
        return new Cells(cell, missing + 1);
    }

    /**
     * Bins of about equal numbers of rows. Equal values share the bin that their middle rank falls into, so that a value
     * that many rows have does not draw all others into its bin. The missing ones have the last bin.
     */
    static Cells cells(double[] values, int bins) {
        int[] present = new int[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                present[n++] = i;
            }
        }
        double[] some = new double[n];
        for (int i = 0; i < n; i++) {
            some[i] = values[present[i]];
        }
        int[] order = Ranking.descending(some);
        int[] ends = ends(some, order, bins);
        int[] cell = new int[values.length];
        Arrays.fill(cell, bins);
        int group = 0;
        for (int start = 0; start < n; group++) {
            int end = ends.length == 0 ? endOfTies(some, order, start) : ends[group];
            int bin = ends.length == 0 ? (int) ((start + (end - 1L)) * bins / (2L * n)) : group;
            for (int rank = start; rank < end; rank++) {
                cell[present[order[rank]]] = bin;
            }
            start = end;
        }
        return new Cells(cell, bins + 1);
    }

    /** Where each distinct value ends in the order, if there are no more of them than bins; else nothing. */
    private static int[] ends(double[] values, int[] order, int bins) {
        int[] ends = new int[bins];
        int distinct = 0;
        for (int start = 0; start < values.length; start = ends[distinct - 1]) {
            if (distinct == bins) {
                return new int[0];
            }
            ends[distinct++] = endOfTies(values, order, start);
        }
        return ends;
    }

    private static int endOfTies(double[] values, int[] order, int start) {
        int end = start + 1;
        while (end < values.length && values[order[end]] == values[order[start]]) {
            end++;
        }
        return end;
    }

    /** In nats, corrected for chance, at least 0. */
    static double nats(Cells x, Cells y) {
        int n = x.cell.length;
        if ((long) x.count * y.count > MAX_TABLE) {
            throw new InvalidDataException("a table of " + x.count + " by " + y.count
                    + " cells is too large: encode the category before, or use fewer bins");
        }
        int[] joint = new int[x.count * y.count];
        int[] rows = new int[x.count];
        int[] columns = new int[y.count];
        for (int i = 0; i < n; i++) {
            joint[x.cell[i] * y.count + y.cell[i]]++;
            rows[x.cell[i]]++;
            columns[y.cell[i]]++;
        }
        double information = 0;
        int filled = 0;
        for (int a = 0; a < x.count; a++) {
            for (int b = 0; b < y.count; b++) {
                int count = joint[a * y.count + b];
                if (count > 0) {
                    filled++;
                    information += (double) count / n * Math.log((double) count * n / ((double) rows[a] * columns[b]));
                }
            }
        }
        double chance = (filled - filled(rows) - filled(columns) + 1) / (2.0 * n);
        return Math.max(0, information - chance);
    }

    private static int filled(int[] counts) {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }
}
