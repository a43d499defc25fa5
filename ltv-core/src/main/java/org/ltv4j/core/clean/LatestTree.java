package org.ltv4j.core.clean;

/**
 * Non-negative numbers at places 0 to n - 1, all 0 at first, that can be asked for the last place with at least a given
 * number: a tree of maxima, so that setting and asking cost {@code O(log n)}.
 */
final class LatestTree {
    private final int leaves;
    private final double[] largest;

    LatestTree(int places) {
        this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, places - 1)) * 2);
        this.largest = new double[2 * leaves];
    }

    void set(int place, double value) {
        int node = leaves + place;
        largest[node] = value;
        for (node >>= 1; node > 0; node >>= 1) {
            largest[node] = Math.max(largest[2 * node], largest[2 * node + 1]);
        }
    }

    double get(int place) {
        return largest[leaves + place];
    }

    /** The last place whose number is at least {@code need}, which is positive; -1 if there is none. */
    int last(double need) {
        if (!(largest[1] >= need)) {
            return -1;
        }
        int node = 1;
        while (node < leaves) {
            node = largest[2 * node + 1] >= need ? 2 * node + 1 : 2 * node;
        }
        return node - leaves;
    }
}
