package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Baskets as miners read them: frequent items only, as ranks, 0 for the most frequent one.
 * Each row is a {@link #SENTINEL} and then its ranks, ascending, so that whoever stands at an occurrence and walks down meets
 * all items of the row that are more frequent. Rows with fewer than two frequent items are left out: no set of two is in them.
 */
final class RankedBaskets {
    static final int SENTINEL = -1;

    /** Occurrences of items from which on threads are worth starting: some two milliseconds. */
    private static final long MANY = 500_000;

    /** A set is frequent from so many baskets on. */
    final int minCount;
    /** Item number of each rank. */
    final int[] itemOf;
    /** Baskets of each rank, rows that were left out included. */
    final int[] counts;
    /** All rows, one after the other, and a sentinel. */
    final int[] rows;
    /** Pairs of items in all rows. */
    final long pairs;

    private RankedBaskets(int minCount, int[] itemOf, int[] counts, int[] rows, long pairs) {
        this.minCount = minCount;
        this.itemOf = itemOf;
        this.counts = counts;
        this.rows = rows;
        this.pairs = pairs;
    }

    /** How many items are frequent. */
    int ranks() {
        return itemOf.length;
    }

    /** Where the rows of a share begin, behind a sentinel; the length of the rows where there are no more shares. */
    int start(int share, int all) {
        int p = (int) ((long) (rows.length - 1) * share / all);
        while (rows[p] != SENTINEL) {
            p++;
        }
        return p + 1;
    }

    /**
     * Ranks the baskets.
     *
     * @param log the baskets
     * @param ranking order of the items
     * @param counts baskets of each item, 0 for items that are not to be looked at
     * @param minCount least number of baskets
     * @param threads at most
     * @param guard the limits
     */
    static RankedBaskets of(
            BasketLog log, Ranking ranking, int[] counts, int minCount, int threads, MiningGuard guard) {
        int[] itemOf = frequent(ranking, counts, minCount);
        int[] countOf = new int[itemOf.length];
        int[] rankOf = new int[counts.length];
        Arrays.fill(rankOf, SENTINEL);
        for (int r = 0; r < itemOf.length; r++) {
            countOf[r] = counts[itemOf[r]];
            rankOf[itemOf[r]] = r;
        }
        Strands strands = new Strands(log.occurrences() < MANY ? 1 : threads);
        RowSorter[] sorters = new RowSorter[strands.threads()];
        strands.run((mine, all) -> {
            sorters[mine] = new RowSorter(log, rankOf, itemOf.length);
            sorters[mine].sort(first(log, mine, all), first(log, mine + 1, all), guard);
        });
        long pairs = Arrays.stream(sorters).mapToLong(RowSorter::pairs).sum();
        return new RankedBaskets(minCount, itemOf, countOf, joined(sorters), pairs);
    }

    /** First basket of a share of them, which are about as long as one another. */
    private static int first(BasketLog log, int share, int all) {
        long wanted = log.occurrences() * share / all;
        int low = 0;
        int high = log.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.start(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return share == all ? log.size() : low;
    }

    private static int[] joined(RowSorter[] sorters) {
        long length = 1;
        for (RowSorter sorter : sorters) {
            length += sorter.blocks().stream().mapToLong(block -> block.length).sum();
        }
        int[] rows = new int[Math.toIntExact(length)];
        int at = 0;
        for (RowSorter sorter : sorters) {
            for (int[] block : sorter.blocks()) {
                System.arraycopy(block, 0, rows, at, block.length);
                at += block.length;
            }
        }
        rows[at] = SENTINEL;
        return rows;
    }

    /** Frequent items in the order of their counts in all baskets. */
    private static int[] frequent(Ranking ranking, int[] counts, int minCount) {
        int[] itemOf = new int[ranking.itemOf().length];
        int size = 0;
        for (int item : ranking.itemOf()) {
            if (counts[item] >= minCount) {
                itemOf[size++] = item;
            }
        }
        return Arrays.copyOf(itemOf, size);
    }
}
