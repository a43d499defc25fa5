package org.ltv4j.segmentation.itemset;

/**
 * In which rows the items of ranked baskets stand.
 *
 * @param starts where the occurrences of each rank begin in {@code positions}; one more than there are ranks
 * @param positions where these rows begin in {@link RankedBaskets#rows}, rank after rank
 */
record Occurrences(int[] starts, int[] positions) {

    static Occurrences of(RankedBaskets data) {
        int[] rows = data.rows;
        int[] starts = new int[data.ranks() + 1];
        for (int rank : rows) {
            if (rank >= 0) {
                starts[rank + 1]++;
            }
        }
        for (int r = 1; r < starts.length; r++) {
            starts[r] += starts[r - 1];
        }
        int[] positions = new int[starts[data.ranks()]];
        int[] next = starts.clone();
        int start = 0;
        for (int p = 0; p < rows.length; p++) {
            if (rows[p] >= 0) {
                positions[next[rows[p]]++] = start;
            } else {
                start = p + 1;
            }
        }
        return new Occurrences(starts, positions);
    }
}
