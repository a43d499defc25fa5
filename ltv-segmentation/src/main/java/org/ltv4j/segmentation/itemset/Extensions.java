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
        Extensions extensions = survivors(data, triangles, rows, strands);
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
    private static Extensions survivors(RankedBaskets data, int[][] triangles, PartnerRows rows, Strands strands) {
        int ranks = data.ranks();
        int[] starts = new int[ranks + 1];
        strands.run((mine, all) -> {
            for (int rank = first(ranks, mine, all); rank < first(ranks, mine + 1, all); rank++) {
                starts[rank + 1] = frequent(triangles, rank, data.minCount);
            }
        });
        for (int rank = 0; rank < ranks; rank++) {
            starts[rank + 1] += starts[rank];
        }
        Extensions extensions = new Extensions(starts, new int[starts[ranks]], new int[starts[ranks]], rows);
        strands.run((mine, all) -> {
            for (int rank = first(ranks, mine, all); rank < first(ranks, mine + 1, all); rank++) {
                extensions.list(triangles, rank, data.minCount);
            }
        });
        return extensions;
    }

    /** First rank of a share of them, which have about as many places in a triangle. */
    private static int first(int ranks, int share, int all) {
        return (int) Math.round(ranks * Math.sqrt((double) share / all));
    }

    /** Adds a rank's counts up in the first triangle; returns how many are frequent. */
    private static int frequent(int[][] triangles, int rank, int minCount) {
        int[] sums = triangles[0];
        int from = PairCounts.row(rank);
        for (int share = 1; share < triangles.length; share++) {
            int[] counts = triangles[share];
            for (int place = from; place < from + rank; place++) {
                sums[place] += counts[place];
            }
        }
        int frequent = 0;
        for (int place = from; place < from + rank; place++) {
            frequent += sums[place] >= minCount ? 1 : 0;
        }
        return frequent;
    }

    /** Lists the partners of a rank. */
    private void list(int[][] triangles, int rank, int minCount) {
        int[] triangle = triangles[0];
        int place = PairCounts.row(rank);
        int at = starts[rank];
        for (int partner = 0; partner < rank; partner++, place++) {
            int count = triangle[place];
            if (count >= minCount) {
                rows.expect(rank, count, triangles, place);
                triangle[place] = at - starts[rank];
                partners[at] = partner;
                counts[at] = count;
                at++;
            } else {
                triangle[place] = -1;
            }
        }
    }
}
