package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/**
 * The rows of each rank as lists of its partners, ascending: the conditional baskets of the item. Rows with fewer than two partners are left
 * out, as only larger sets ask for rows. Each share of the baskets has a run of its own for each rank, so that threads write side by side.
 */
final class PartnerRows {
    /** Places in the rows between two looks at the limits. */
    private static final int WORK = 1 << 18;

    private final int ranks;
    private final Strands strands;
    /** All rows: how many partners there are, then their numbers among the rank's partners. */
    private char[] rows = {};
    /** Pairs of the rank and a partner in the rows of each share, share by share. */
    private final long[] expected;
    /** Where the rows of each share and rank begin. */
    private final int[] starts;
    /** Where they end; below 0 where there can be none. */
    private final int[] ends;
    /** How many there are. */
    private final int[] sizes;
    /** How many pairs of partners are in them. */
    private final long[] pairs;

    PartnerRows(int ranks, Strands strands) {
        this.ranks = ranks;
        this.strands = strands;
        int runs = ranks * strands.threads();
        this.expected = new long[runs];
        this.starts = new int[runs];
        this.ends = new int[runs];
        this.sizes = new int[runs];
        this.pairs = new long[runs];
    }

    /**
     * Makes room for the pairs of a rank and a partner.
     *
     * @param rank the rank
     * @param count how often they are together
     * @param triangles of which all but the first say how often in one share
     * @param place where they say it
     */
    void expect(int rank, int count, int[][] triangles, int place) {
        int rest = count;
        for (int share = 1; share < triangles.length; share++) {
            expected[share * ranks + rank] += triangles[share][place];
            rest -= triangles[share][place];
        }
        expected[rank] += rest;
    }

    /** Gives each run its place, for ranks with these counts; returns the length of all. */
    long layOut(int[] counts) {
        long length = 0;
        for (int run = 0; run < starts.length; run++) {
            if (expected[run] < 2) { // no row has two partners
                ends[run] = -1;
                continue;
            }
            starts[run] = (int) length;
            ends[run] = (int) length;
            length += expected[run]
                    + Math.min(expected[run] / 2, counts[run % ranks])
                    + 2; // two for a row that is not kept
        }
        return length;
    }

    /**
     * Lists the rows.
     *
     * @param data the baskets
     * @param length of all
     * @param numbers triangle of the number of each pair among a rank's partners, -1 for others
     * @param guard the limits
     */
    void fill(RankedBaskets data, int length, int[] numbers, MiningGuard guard) {
        rows = new char[length];
        strands.run((mine, all) -> fill(data, numbers, mine, all, guard));
    }

    private void fill(RankedBaskets data, int[] numbers, int mine, int all, MiningGuard guard) {
        int[] ranksOfRows = data.rows;
        char[] target = rows;
        int first = mine * ranks;
        int start = data.start(mine, all);
        int polled = start;
        for (int p = start, to = data.start(mine + 1, all); p < to; p++) {
            int rank = ranksOfRows[p];
            if (rank < 0) {
                start = p + 1;
                if (start - polled > WORK) {
                    polled = start;
                    guard.poll();
                }
                continue;
            }
            int run = first + rank;
            int from = ends[run];
            if (from < 0) {
                continue;
            }
            int row = PairCounts.row(rank);
            int at = from + 1;
            for (int q = start; q < p; q++) {
                int number = numbers[row + ranksOfRows[q]];
                target[at] = (char) number; // is overwritten by the next one if this is none
                at += 1 + (number >> 31);
            }
            int size = at - from - 1;
            if (size >= 2) {
                target[from] = (char) size;
                ends[run] = at;
                sizes[run]++;
                pairs[run] += (long) size * (size - 1) / 2;
            }
        }
    }

    /** How many rows a rank has here. */
    int size(int rank) {
        int size = 0;
        for (int run = rank; run < sizes.length; run += ranks) {
            size += sizes[run];
        }
        return size;
    }

    /** How many pairs of partners are in them. */
    long pairs(int rank) {
        long sum = 0;
        for (int run = rank; run < pairs.length; run += ranks) {
            sum += pairs[run];
        }
        return sum;
    }

    /**
     * Turns the rows of a rank into bitmaps, one after the other.
     *
     * @param rank the rank
     * @param partners how many it has
     * @param words length of a bitmap
     * @param target where they go
     */
    void bitmaps(int rank, int partners, int words, long[] target) {
        Arrays.fill(target, 0, partners * words, 0);
        int column = 0;
        for (int run = rank; run < starts.length; run += ranks) {
            for (int p = starts[run]; p < ends[run]; column++) {
                int word = column >>> 6;
                long bit = 1L << column;
                for (int end = p + 1 + rows[p++]; p < end; p++) {
                    target[rows[p] * words + word] |= bit;
                }
            }
        }
    }

    /**
     * Counts how many rows of a rank hold each pair of partners, in a triangle.
     *
     * @param rank the rank
     * @param partners how many it has
     * @param triangle where they are counted
     */
    void countPairs(int rank, int partners, int[] triangle) {
        Arrays.fill(triangle, 0, PairCounts.row(partners), 0);
        for (int run = rank; run < starts.length; run += ranks) {
            for (int p = starts[run]; p < ends[run]; ) {
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
}
