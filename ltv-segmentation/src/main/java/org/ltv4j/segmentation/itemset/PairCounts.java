package org.ltv4j.segmentation.itemset;

/**
 * In how many rows two items stand together, for all pairs: a triangle that one pass over the rows fills. Walking along the rows in their order is
 * several times quicker than from one occurrence of an item to the next.
 */
final class PairCounts {
    /** The triangle of so many ranks takes 32 MB. */
    static final int MOST_RANKS = 4096;
    /** Pairs in the rows of a share, at least: counting them takes several times as long as starting a thread. */
    private static final long LEAST_PAIRS = 500_000;
    /** Pairs in the rows of a share for each place of its triangle, at least, as triangles have to be added up. */
    private static final long PAIRS_PER_PLACE = 4;
    /** Places in the rows between two looks at the limits. */
    private static final int WORK = 1 << 18;

    private PairCounts() {}

    /** Where the partners of a rank, which are more frequent, stand in the triangle, from rank 0 on. */
    static int row(int rank) {
        return rank * (rank - 1) / 2;
    }

    /** Into how many shares it is worth to cut the rows. */
    static int shares(RankedBaskets data, int threads, long bytes) {
        long places = Math.max(1, row(data.ranks()));
        long worth = data.pairs / Math.max(LEAST_PAIRS, PAIRS_PER_PLACE * places);
        return (int) Math.max(1, Math.min(threads, Math.min(worth, bytes / (places * Integer.BYTES))));
    }

    /** Counts all pairs: a triangle for each share of the rows. */
    static int[][] of(RankedBaskets data, Strands strands, MiningGuard guard) {
        int[][] triangles = new int[strands.threads()][];
        strands.run((mine, all) -> {
            triangles[mine] = new int[row(data.ranks())];
            count(data, triangles[mine], data.start(mine, all), data.start(mine + 1, all), guard);
        });
        return triangles;
    }

    private static void count(RankedBaskets data, int[] triangle, int from, int to, MiningGuard guard) {
        int[] rows = data.rows;
        int start = from;
        int polled = from;
        for (int p = from; p < to; p++) {
            int rank = rows[p];
            if (rank < 0) {
                start = p + 1;
                if (start - polled > WORK) {
                    polled = start;
                    guard.poll();
                }
            } else {
                int row = row(rank);
                for (int q = start; q < p; q++) {
                    triangle[row + rows[q]]++;
                }
            }
        }
    }
}
