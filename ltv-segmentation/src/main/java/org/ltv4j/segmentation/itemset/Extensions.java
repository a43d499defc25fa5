package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For each item its partners, the more frequent items that it makes a frequent pair with, and its rows as lists of those partners: the
 * conditional baskets of the item.
 */
final class Extensions {
    /** Steps of counting from which on threads are worth starting: some ten milliseconds. */
    private static final long MANY_STEPS = 10_000_000;
    /** Length of the rows from which on threads are worth starting. */
    private static final long MANY_ROWS = 1_000_000;
    /** Places in the rows between two looks at the limits. */
    private static final int WORK = 1 << 18;

    /** Where the partners of each rank begin; one more than there are ranks. */
    final int[] starts;
    /** Ranks of the partners, ascending. */
    final int[] partners;
    /** Rows with the item and the partner. */
    final int[] counts;
    /**
     * Rows of each rank with at least two partners, as only they matter to longer sets: how many partners there are, then their numbers in the rank's
     * list, ascending.
     */
    char[] rows = {};
    /** Where the rows of each rank begin in {@link #rows}. */
    final int[] rowsFrom;
    /** Where they end. */
    final int[] rowsTo;
    /** How many rows each rank has there. */
    final int[] columns;
    /** How many pairs of partners are in the rows of each rank. */
    final long[] pairs;

    private Extensions(int[] starts, int[] partners, int[] counts) {
        this.starts = starts;
        this.partners = partners;
        this.counts = counts;
        int ranks = starts.length - 1;
        this.rowsFrom = new int[ranks];
        this.rowsTo = new int[ranks];
        this.columns = new int[ranks];
        this.pairs = new long[ranks];
    }

    /**
     * Counts pairs and lists rows.
     *
     * @param data the baskets
     * @param threads at most
     * @param withRows false if only pairs are wanted
     * @param guard is asked for the memory
     * @return null if it would take too much memory
     */
    static @Nullable Extensions of(RankedBaskets data, int threads, boolean withRows, MiningGuard guard) {
        long most = guard.bytesLimit() / 4;
        if (data.ranks() > PairCounts.MOST_RANKS || (long) PairCounts.row(data.ranks()) * Integer.BYTES > most) {
            return null;
        }
        boolean isMuch = threads > 1 && PairCounts.steps(data) >= MANY_STEPS;
        int[] triangle = PairCounts.of(data, new Strands(isMuch ? threads : 1), guard);
        Extensions extensions = survivors(data, triangle);
        if (withRows) {
            long length = extensions.layOut(data);
            if (length > TreeBuilder.LONGEST || length * Character.BYTES > most) {
                return null;
            }
            extensions.rows = new char[(int) length];
            Strands strands = new Strands(length >= MANY_ROWS ? threads : 1);
            strands.run((mine, all) -> extensions.fill(data, triangle, Strands.share(data, mine, all), guard));
        }
        return extensions;
    }

    /** Lists the frequent pairs; the triangle then holds the number of each among its rank's partners, or -1. */
    private static Extensions survivors(RankedBaskets data, int[] triangle) {
        int pairs = 0;
        for (int count : triangle) {
            pairs += count >= data.minCount ? 1 : 0;
        }
        Extensions extensions = new Extensions(new int[data.ranks() + 1], new int[pairs], new int[pairs]);
        int at = 0;
        for (int rank = 0; rank < data.ranks(); rank++) {
            int row = PairCounts.row(rank);
            int first = at;
            for (int partner = 0; partner < rank; partner++) {
                int count = triangle[row + partner];
                if (count >= data.minCount) {
                    triangle[row + partner] = at - first;
                    extensions.partners[at] = partner;
                    extensions.counts[at] = count;
                    at++;
                } else {
                    triangle[row + partner] = -1;
                }
            }
            extensions.starts[rank + 1] = at;
        }
        return extensions;
    }

    /** Gives each rank with two and more partners its place; returns the length of all. */
    private long layOut(RankedBaskets data) {
        long length = 0;
        for (int rank = 0; rank < data.ranks(); rank++) {
            rowsFrom[rank] = (int) length;
            rowsTo[rank] = (int) length;
            if (starts[rank + 1] - starts[rank] >= 2) {
                long found = 0;
                for (int e = starts[rank]; e < starts[rank + 1]; e++) {
                    found += counts[e];
                }
                length += found + Math.min(data.counts[rank], found / 2) + 2; // two for a row that is not kept
            }
        }
        return length;
    }

    /** Lists the rows of a share of the ranks. */
    private void fill(RankedBaskets data, int[] triangle, boolean[] isMine, MiningGuard guard) {
        for (int rank = 0; rank < isMine.length; rank++) {
            isMine[rank] &= starts[rank + 1] - starts[rank] >= 2;
        }
        int[] ranks = data.rows;
        char[] to = rows;
        int start = 1;
        int polled = 0;
        for (int p = 1; p < ranks.length; p++) {
            int rank = ranks[p];
            if (rank < 0) {
                start = p + 1;
                if (start - polled > WORK) {
                    polled = start;
                    guard.poll();
                }
            } else if (isMine[rank]) {
                int row = PairCounts.row(rank);
                int from = rowsTo[rank];
                int at = from + 1;
                for (int q = start; q < p; q++) {
                    int extension = triangle[row + ranks[q]];
                    to[at] = (char) extension; // is overwritten by the next one if this is none
                    at += 1 + (extension >> 31);
                }
                int size = at - from - 1;
                if (size >= 2) {
                    to[from] = (char) size;
                    rowsTo[rank] = at;
                    columns[rank]++;
                    pairs[rank] += (long) size * (size - 1) / 2;
                }
            }
        }
    }

    /** Turns the rows of a rank into bitmaps of so many words, one after the other. */
    void bitmaps(int rank, int words, long[] target) {
        int extensions = starts[rank + 1] - starts[rank];
        Arrays.fill(target, 0, extensions * words, 0);
        int column = 0;
        for (int p = rowsFrom[rank]; p < rowsTo[rank]; column++) {
            int word = column >>> 6;
            long bit = 1L << column;
            for (int end = p + 1 + rows[p++]; p < end; p++) {
                target[rows[p] * words + word] |= bit;
            }
        }
    }

    /** Counts how many rows of a rank hold each pair of partners, in a triangle. */
    void countPairs(int rank, int[] triangle) {
        int extensions = starts[rank + 1] - starts[rank];
        Arrays.fill(triangle, 0, PairCounts.row(extensions), 0);
        for (int p = rowsFrom[rank]; p < rowsTo[rank]; ) {
            int first = p + 1;
            int end = first + rows[p];
            for (int q = first + 1; q < end; q++) {
                int row = PairCounts.row(rows[q]);
                for (int s = first; s < q; s++) {
                    triangle[row + rows[s]]++;
                }
            }
            p = end;
        }
    }
}
