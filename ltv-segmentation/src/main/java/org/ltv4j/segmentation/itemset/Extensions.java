package org.ltv4j.segmentation.itemset;

import org.jspecify.annotations.Nullable;

/** For each item its partners: the more frequent items that it makes a frequent pair with. */
final class Extensions {
    /** Where the partners of each rank begin; one more than there are ranks. */
    final int[] starts;
    /** Ranks of the partners, ascending. */
    final int[] partners;
    /** Rows with the item and the partner. */
    final int[] counts;
    /** The rows of each rank as lists of its partners; empty if only pairs are wanted. */
    final PartnerRows rows;

    private Extensions(int[] starts, int[] partners, int[] counts, PartnerRows rows) {
        this.starts = starts;
        this.partners = partners;
        this.counts = counts;
        this.rows = rows;
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
        int ranks = data.ranks();
        if (ranks > PairCounts.MOST_RANKS || (long) PairCounts.row(ranks) * Integer.BYTES > most) {
            return null;
        }
        Strands strands = new Strands(PairCounts.shares(data, threads, most));
        int[][] triangles = PairCounts.of(data, strands, guard);
        PartnerRows rows = new PartnerRows(ranks, strands);
        Extensions extensions = survivors(data, triangles, rows);
        if (withRows) {
            long length = rows.layOut(data.counts);
            if (length > TreeBuilder.LONGEST || length * Character.BYTES > most) {
                return null;
            }
            rows.fill(data, (int) length, triangles[0], guard);
        }
        return extensions;
    }

    /** Lists the frequent pairs; the first triangle then holds the number of each among its rank's partners, or -1. */
    private static Extensions survivors(RankedBaskets data, int[][] triangles, PartnerRows rows) {
        int[] triangle = triangles[0];
        for (int share = 1; share < triangles.length; share++) {
            add(triangle, triangles[share]);
        }
        int pairs = 0;
        for (int count : triangle) {
            pairs += count >= data.minCount ? 1 : 0;
        }
        int[] starts = new int[data.ranks() + 1];
        int[] partners = new int[pairs];
        int[] counts = new int[pairs];
        int at = 0;
        for (int rank = 0; rank < data.ranks(); rank++) {
            int first = at;
            int place = PairCounts.row(rank);
            for (int partner = 0; partner < rank; partner++, place++) {
                int count = triangle[place];
                if (count >= data.minCount) {
                    rows.expect(rank, count, triangles, place);
                    triangle[place] = at - first;
                    partners[at] = partner;
                    counts[at] = count;
                    at++;
                } else {
                    triangle[place] = -1;
                }
            }
            starts[rank + 1] = at;
        }
        return new Extensions(starts, partners, counts, rows);
    }

    private static void add(int[] sums, int[] numbers) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += numbers[i];
        }
    }
}
