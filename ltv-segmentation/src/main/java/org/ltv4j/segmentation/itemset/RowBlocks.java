package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Sorts the rows of {@link RankedBaskets} block by block: the occurrences of a block are turned round by rank and back by row, which sorts all of its rows at
 * once, in the processor's cache. Shares are runs of blocks, so that threads write side by side.
 */
final class RowBlocks {
    /** Occurrences of a block, at least; a block ends with a basket. */
    private static final int LEAST = 1 << 14;
    /** Occurrences for each rank, at least, as each block looks at all ranks. */
    private static final int PER_RANK = 8;

    private final BasketLog log;
    private final int[] rankOf;
    private final int ranks;
    private final MiningGuard guard;
    /** First basket of each block, and the number of baskets. */
    private final int[] firsts;
    /** Length of each block's rows. */
    private final int[] lengths;
    /** Pairs of ranks in them. */
    private final long[] pairs;

    /**
     * Blocks to sort.
     *
     * @param log the baskets
     * @param rankOf rank of each item, below 0 for those that are left out
     * @param ranks how many ranks there are
     * @param guard the limits
     */
    RowBlocks(BasketLog log, int[] rankOf, int ranks, MiningGuard guard) {
        this.log = log;
        this.rankOf = rankOf;
        this.ranks = ranks;
        this.guard = guard;
        this.firsts = firsts(log, Math.max(LEAST, (long) PER_RANK * ranks));
        this.lengths = new int[firsts.length - 1];
        this.pairs = new long[lengths.length];
    }

    private static int[] firsts(BasketLog log, long occurrences) {
        int[] firsts = new int[(int) (log.occurrences() / occurrences) + 2];
        int blocks = 0;
        long end = 0;
        for (int b = 0; b < log.size(); b++) {
            if (log.start(b) >= end) {
                firsts[blocks++] = b;
                end = log.start(b) + occurrences;
            }
        }
        firsts[blocks] = log.size();
        return Arrays.copyOf(firsts, blocks + 1);
    }

    /** Measures a share of the blocks. */
    void measure(int mine, int all) {
        for (int block = first(mine, all); block < first(mine + 1, all); block++) {
            guard.poll();
            int length = 0;
            long sum = 0;
            for (int b = firsts[block]; b < firsts[block + 1]; b++) {
                int size = 0;
                for (int p = log.start(b), to = log.start(b + 1); p < to; p++) {
                    size += 1 + (rankOf[log.itemAt(p)] >> 31);
                }
                length += size >= 2 ? size + 1 : 0;
                sum += (long) size * (size - 1) / 2;
            }
            lengths[block] = length;
            pairs[block] = sum;
        }
    }

    /** Length of all rows and a sentinel, once all blocks are measured. */
    int length() {
        return Math.toIntExact(1 + start(lengths.length));
    }

    /** Pairs in all rows, once all blocks are measured. */
    long pairs() {
        return LongStream.of(pairs).sum();
    }

    private long start(int block) {
        long start = 0;
        for (int before = 0; before < block; before++) {
            start += lengths[before];
        }
        return start;
    }

    private int first(int share, int all) {
        return (int) ((long) lengths.length * share / all);
    }

    /** Sorts a share of the blocks, once all are measured. */
    void fill(int[] rows, int mine, int all) {
        Sorter sorter = new Sorter(rows, (int) start(first(mine, all)));
        for (int block = first(mine, all); block < first(mine + 1, all); block++) {
            guard.poll();
            sorter.sort(firsts[block], firsts[block + 1]);
        }
    }

    /** Sorts one block after the other, in room that is used again. */
    private final class Sorter {
        private final int[] rows;
        /** Ranks of the rows as they come. */
        private int[] ranksOfRows = {};
        /** Where each row begins in all rows; then where its next rank goes. */
        private int[] places = {};
        /** Where the rows of each rank begin; then where they end. */
        private final int[] ends = new int[ranks];
        /** The rows of each rank. */
        private int[] rowsOfRanks = {};

        private int at;

        Sorter(int[] rows, int at) {
            this.rows = rows;
            this.at = at;
        }

        void sort(int from, int to) {
            int occurrences = log.start(to) - log.start(from);
            ranksOfRows = room(ranksOfRows, occurrences);
            rowsOfRanks = room(rowsOfRanks, occurrences);
            places = room(places, to - from + 1);
            byRank(list(from, to));
            byRow();
        }

        /** Lists the rows and counts their ranks; returns how many rows there are. */
        private int list(int from, int to) {
            Arrays.fill(ends, 0);
            int size = 0;
            int listed = 0;
            for (int b = from; b < to; b++) {
                int next = listed;
                for (int p = log.start(b), end = log.start(b + 1); p < end; p++) {
                    int rank = rankOf[log.itemAt(p)];
                    ranksOfRows[next] = rank; // is overwritten by the next one if this is none
                    next += 1 + (rank >> 31);
                }
                if (next - listed >= 2) {
                    places[size++] = at + 1;
                    rows[at] = RankedBaskets.SENTINEL;
                    at += 1 + next - listed;
                    for (; listed < next; listed++) {
                        ends[ranksOfRows[listed]]++;
                    }
                }
            }
            places[size] = at + 1;
            return size;
        }

        private void byRank(int size) {
            int start = 0;
            for (int rank = 0; rank < ranks; rank++) {
                int count = ends[rank];
                ends[rank] = start;
                start += count;
            }
            int listed = 0;
            for (int row = 0; row < size; row++) {
                for (int left = places[row + 1] - places[row] - 1; left > 0; left--) {
                    rowsOfRanks[ends[ranksOfRows[listed++]]++] = row;
                }
            }
        }

        private void byRow() {
            int p = 0;
            for (int rank = 0; rank < ranks; rank++) {
                for (; p < ends[rank]; p++) {
                    rows[places[rowsOfRanks[p]]++] = rank;
                }
            }
        }
    }

    private static int[] room(int[] array, int length) {
        return array.length >= length ? array : new int[length];
    }
}
