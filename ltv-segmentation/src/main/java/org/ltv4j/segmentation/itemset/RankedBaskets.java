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

    /** A set is frequent from so many baskets on. */
    final int minCount;
    /** Item number of each rank. */
    final int[] itemOf;
    /** Baskets of each rank, rows that were left out included. */
    final int[] counts;
    /** All rows, one after the other, and a sentinel. */
    final int[] rows;

    private RankedBaskets(int minCount, int[] itemOf, int[] counts, int[] rows) {
        this.minCount = minCount;
        this.itemOf = itemOf;
        this.counts = counts;
        this.rows = rows;
    }

    /** How many items are frequent. */
    int ranks() {
        return itemOf.length;
    }

    /**
     * Turns the baskets round twice, which sorts all of them at once.
     *
     * @param log the baskets
     * @param ranking order of the items
     * @param counts baskets of each item, 0 for items that are not to be looked at
     * @param minCount least number of baskets
     */
    static RankedBaskets of(BasketLog log, Ranking ranking, int[] counts, int minCount) {
        int[] itemOf = frequent(ranking, counts, minCount);
        int[] countOf = new int[itemOf.length];
        int[] nextOf =
                new int[counts.length]; // where the next basket of each item goes, -1 for items that are not frequent
        Arrays.fill(nextOf, -1);
        int occurrences = 0;
        for (int r = 0; r < itemOf.length; r++) {
            countOf[r] = counts[itemOf[r]];
            nextOf[itemOf[r]] = occurrences;
            occurrences += countOf[r];
        }
        int[] positions = new int[log.size()];
        int[] basketOf = new int[occurrences];
        int length = columns(log, nextOf, positions, basketOf);
        int[] rows = new int[length];
        Arrays.fill(rows, SENTINEL);
        int at = 0;
        for (int r = 0; r < itemOf.length; r++) {
            for (int to = at + countOf[r]; at < to; at++) {
                int basket = basketOf[at];
                int position = positions[basket];
                if (position > 0) {
                    rows[position] = r;
                    positions[basket] = position + 1;
                }
            }
        }
        return new RankedBaskets(minCount, itemOf, countOf, rows);
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

    /** Lists the baskets of each item and says where each row's first item goes, 0 for rows that are left out; returns the length of all rows. */
    private static int columns(BasketLog log, int[] nextOf, int[] positions, int[] basketOf) {
        long length = 1;
        for (int b = 0; b < positions.length; b++) {
            int frequent = 0;
            for (int p = log.start(b), to = log.start(b + 1); p < to; p++) {
                int item = log.itemAt(p);
                int next = nextOf[item];
                if (next >= 0) {
                    basketOf[next] = b;
                    nextOf[item] = next + 1;
                    frequent++;
                }
            }
            if (frequent >= 2) {
                positions[b] = (int) length;
                length += frequent + 1;
            }
        }
        return Math.toIntExact(length);
    }
}
