package org.ltv4j.segmentation.itemset;

/**
 * In how many rows two items stand together, for all pairs: a triangle that one pass over the rows fills. Walking along the rows in their order is
 * several times quicker than from one occurrence of an item to the next.
 */
final class PairCounts {
    /** The triangle of so many ranks takes 32 MB. */
    static final int MOST_RANKS = 4096;
    /** Places in the rows between two looks at the limits. */
    private static final int WORK = 1 << 18;

    private PairCounts() {}

    /** Where the partners of a rank, which are more frequent, stand in the triangle, from rank 0 on. */
    static int row(int rank) {
        return rank * (rank - 1) / 2;
    }

    /** Steps of a pass over all pairs of all rows. */
    static long steps(RankedBaskets data) {
        long steps = 0;
        long length = 0;
        for (int rank : data.rows) {
            length = rank < 0 ? 0 : length + 1;
            steps += length;
        }
        return steps;
    }

    /** Counts all pairs. */
    static int[] of(RankedBaskets data, Strands strands, MiningGuard guard) {
        int[] triangle = new int[row(data.ranks())];
        strands.run((mine, all) -> count(data, triangle, Strands.share(data, mine, all), guard));
        return triangle;
    }

    /** Counts the pairs whose rarer item is one of a strand's. */
    private static void count(RankedBaskets data, int[] triangle, boolean[] isMine, MiningGuard guard) {
        int[] rows = data.rows;
        int start = 1;
        int polled = 0;
        for (int p = 1; p < rows.length; p++) {
            int rank = rows[p];
            if (rank < 0) {
                start = p + 1;
                if (start - polled > WORK) {
                    polled = start;
                    guard.poll();
                }
            } else if (isMine[rank]) {
                int row = row(rank);
                for (int q = start; q < p; q++) {
                    triangle[row + rows[q]]++;
                }
            }
        }
    }
}
