package org.ltv4j.segmentation.itemset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Sorts the rows of {@link RankedBaskets} block by block: the occurrences of a block are turned round by rank and back by row, which sorts all of its rows at
 * once, in the processor's cache. One for each share of the baskets.
 */
final class RowSorter {
    /** Occurrences of a block; it ends with a basket. */
    private static final int BLOCK = 1 << 14;
    /** Occurrences for each rank, at least, as each block looks at all ranks. */
    private static final int PER_RANK = 8;

    private final BasketLog log;
    private final int[] rankOf;
    private final int ranks;
    /** The rows of each block. */
    private final List<int[]> blocks = new ArrayList<>();
    /** Ranks of a block's rows as they come, and their rows. */
    private int[] ranksOf = {};

    private int[] rowsOf = {};
    /** Where each row's next rank goes. */
    private int[] places = {};
    /** The rows of each rank. */
    private int[] rowsByRank = {};
    /** Where those of each rank begin, then where they end; the first place is for items that are left out. */
    private final int[] ends;
    /** Length of the block's rows. */
    private int length;

    private long pairs;

    /**
     * A sorter of any baskets.
     *
     * @param log the baskets
     * @param rankOf rank of each item, -1 for those that are left out
     * @param ranks how many ranks there are
     */
    RowSorter(BasketLog log, int[] rankOf, int ranks) {
        this.log = log;
        this.rankOf = rankOf;
        this.ranks = ranks;
        this.ends = new int[ranks + 1];
    }

    /** Sorts the rows of some baskets. */
    void sort(int from, int to, MiningGuard guard) {
        long occurrences = Math.max(BLOCK, (long) PER_RANK * ranks);
        for (int first = from, next; first < to; first = next) {
            guard.poll();
            next = first + 1;
            for (long end = log.start(first) + occurrences; next < to && log.start(next) < end; ) {
                next++;
            }
            sortBlock(first, next);
        }
    }

    /** Their rows, block by block. */
    List<int[]> blocks() {
        return blocks;
    }

    /** Pairs of ranks in them. */
    long pairs() {
        return pairs;
    }

    private void sortBlock(int from, int to) {
        int most = log.start(to) - log.start(from) + 1;
        ranksOf = room(ranksOf, most);
        rowsOf = room(rowsOf, most);
        rowsByRank = room(rowsByRank, most);
        places = room(places, to - from);
        Arrays.fill(ends, 0);
        length = 0;
        int size = list(from, to);
        int[] rows = new int[length];
        for (int row = 0; row < size; row++) {
            rows[places[row] - 1] = RankedBaskets.SENTINEL;
        }
        byRank(length - size);
        byRow(rows);
        blocks.add(rows);
    }

    /** Lists the rows and counts their ranks; returns how many rows there are. */
    private int list(int from, int to) {
        int[] listedRanks = ranksOf;
        int[] listedRows = rowsOf;
        int[] counts = ends;
        int row = 0;
        int listed = 0;
        for (int b = from; b < to; b++) {
            int next = listed;
            for (int p = log.start(b), end = log.start(b + 1); p < end; p++) {
                int rank = rankOf[log.itemAt(p)];
                listedRanks[next] = rank; // is overwritten by the next one if this is none
                listedRows[next] = row;
                counts[rank + 1]++;
                next += 1 + (rank >> 31);
            }
            int size = next - listed;
            if (size >= 2) {
                places[row++] = length + 1;
                length += 1 + size;
                pairs += (long) size * (size - 1) / 2;
                listed = next;
            } else if (size == 1) {
                counts[listedRanks[listed] + 1]--;
            }
        }
        return row;
    }

    private void byRank(int occurrences) {
        int[] to = ends;
        int start = 0;
        for (int rank = 0; rank < ranks; rank++) {
            int count = to[rank + 1];
            to[rank + 1] = start;
            start += count;
        }
        for (int i = 0; i < occurrences; i++) {
            rowsByRank[to[ranksOf[i] + 1]++] = rowsOf[i];
        }
    }

    private void byRow(int[] rows) {
        int[] to = places;
        int p = 0;
        for (int rank = 0; rank < ranks; rank++) {
            for (int end = ends[rank + 1]; p < end; p++) {
                rows[to[rowsByRank[p]]++] = rank;
            }
        }
    }

    private static int[] room(int[] array, int length) {
        return array.length >= length ? array : new int[length + length / 4];
    }
}
