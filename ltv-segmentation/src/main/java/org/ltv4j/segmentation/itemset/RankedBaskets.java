package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Baskets as miners read them: frequent items only, as ranks, 0 for the most frequent one (equal counts by item number).
 * Each row is a {@link #SENTINEL} and then its ranks, ascending, so that whoever stands at an occurrence and walks down meets
 * all items of the row that are more frequent. Rows with fewer than two frequent items are left out: no set of two is in them.
 */
final class RankedBaskets {
    static final int SENTINEL = -1;

    /** Baskets in all, those without frequent items included. */
    final int baskets;
    /** A set is frequent from so many baskets on. */
    final int minCount;
    /** Item number of each rank. */
    final int[] itemOf;
    /** Baskets of each rank, rows that were left out included. */
    final int[] counts;
    /** All rows, one after the other. */
    final int[] rows;
    /** Where in {@link #rows} the occurrences of each rank stand, rank after rank. */
    final int[] occurrences;
    /** Where the occurrences of a rank begin; one more than there are ranks. */
    final int[] starts;

    private RankedBaskets(int baskets, int minCount, int[] itemOf, int[] counts, int[] rows, int[] occ, int[] starts) {
        this.baskets = baskets;
        this.minCount = minCount;
        this.itemOf = itemOf;
        this.counts = counts;
        this.rows = rows;
        this.occurrences = occ;
        this.starts = starts;
    }

    /** How many items are frequent. */
    int ranks() {
        return itemOf.length;
    }

    /**
     * Ranks the items and turns the baskets round, without sorting any of them.
     *
     * @param log the baskets
     * @param counts baskets of each item, 0 for items that are not to be looked at
     * @param minCount least number of baskets
     */
    static RankedBaskets of(BasketLog log, int[] counts, int minCount) {
        int[] itemOf = ranking(counts, minCount);
        int[] rankOf = new int[counts.length];
        Arrays.fill(rankOf, -1);
        int[] countOf = new int[itemOf.length];
        for (int r = 0; r < itemOf.length; r++) {
            rankOf[itemOf[r]] = r;
            countOf[r] = counts[itemOf[r]];
        }
        int baskets = log.size();
        int[] positions = new int[baskets]; // where each row's next item goes, -1 for a row that is left out
        int[] starts = new int[itemOf.length + 1];
        int length = lengths(log, rankOf, positions, starts);
        int[] occurrences = new int[starts[itemOf.length]];
        int[] next = Arrays.copyOf(starts, itemOf.length);
        for (int b = 0; b < baskets; b++) {
            if (positions[b] >= 0) {
                for (int p = log.start(b), to = log.start(b + 1); p < to; p++) {
                    int rank = rankOf[log.itemAt(p)];
                    if (rank >= 0) {
                        occurrences[next[rank]++] = b;
                    }
                }
            }
        }
        int[] rows = new int[length];
        for (int b = 0; b < baskets; b++) {
            if (positions[b] >= 0) {
                rows[positions[b]++] = SENTINEL;
            }
        }
        for (int r = 0; r < itemOf.length; r++) {
            for (int p = starts[r]; p < starts[r + 1]; p++) {
                int at = positions[occurrences[p]]++;
                rows[at] = r;
                occurrences[p] = at;
            }
        }
        return new RankedBaskets(baskets, minCount, itemOf, countOf, rows, occurrences, starts);
    }

    /** Frequent items, the most frequent first. */
    private static int[] ranking(int[] counts, int minCount) {
        long[] keys = new long[counts.length];
        int frequent = 0;
        for (int item = 0; item < counts.length; item++) {
            if (counts[item] >= minCount) {
                keys[frequent++] = ((long) -counts[item] << 32) | item;
            }
        }
        Arrays.sort(keys, 0, frequent);
        int[] itemOf = new int[frequent];
        for (int r = 0; r < frequent; r++) {
            itemOf[r] = (int) keys[r];
        }
        return itemOf;
    }

    /** Where each row that is kept begins and where each rank's occurrences do; returns the length of all rows. */
    private static int lengths(BasketLog log, int[] rankOf, int[] positions, int[] starts) {
        int length = 0;
        for (int b = 0; b < positions.length; b++) {
            int frequent = 0;
            for (int p = log.start(b), to = log.start(b + 1); p < to; p++) {
                frequent += rankOf[log.itemAt(p)] >= 0 ? 1 : 0;
            }
            positions[b] = frequent < 2 ? -1 : length;
            if (frequent >= 2) {
                length = Math.addExact(length, 1 + frequent);
                for (int p = log.start(b), to = log.start(b + 1); p < to; p++) {
                    int rank = rankOf[log.itemAt(p)];
                    if (rank >= 0) {
                        starts[rank + 1]++;
                    }
                }
            }
        }
        for (int r = 1; r < starts.length; r++) {
            starts[r] += starts[r - 1];
        }
        return length;
    }
}
