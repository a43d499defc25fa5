package org.ltv4j.models.trees;

import org.jspecify.annotations.Nullable;

/**
 * What part of a node's training rows goes on to each child, by their sums of hessians: where a row would go if the feature of
 * the split were not known.
 */
final class Covers {
    private final Forest forest;
    private final float[] cover;

    /**
     * Checks the sums.
     *
     * @throws IllegalStateException if the model has none, or one that says nothing
     */
    Covers(Forest forest) {
        this.forest = forest;
        this.cover = check(forest, forest.cover);
    }

    private static float[] check(Forest forest, float @Nullable [] cover) {
        if (cover == null) {
            throw new IllegalStateException(
                    "contributions need the sum of hessians of every node (sum_hessian), which the"
                            + " model file does not tell"
                            + (forest.vectorLeaves() ? ", as it has leaves of several outputs" : "")
                            + ": train it with a version of XGBoost that writes them"
                            + (forest.vectorLeaves() ? " (3.4 does), or with one tree per output" : ""));
        }
        for (int tree = 0; tree < forest.trees; tree++) {
            for (int node = forest.root[tree]; node < forest.root[tree + 1]; node++) {
                if (forest.left[node] >= 0 && !divides(forest, cover, node)) {
                    throw new IllegalStateException("tree " + tree + ", node " + (node - forest.root[tree])
                            + " has the sum of hessians " + cover[node] + ", its children " + cover[forest.left[node]]
                            + " and " + cover[forest.right[node]]
                            + ": need a number above 0 and two of at least 0 for contributions");
                }
            }
        }
        return cover;
    }

    private static boolean divides(Forest forest, float[] cover, int node) {
        float left = cover[forest.left[node]];
        float right = cover[forest.right[node]];
        return cover[node] > 0 && left >= 0 && right >= 0 && Float.isFinite(cover[node] + left + right);
    }

    /** The part of a node's rows that goes to one of its children. */
    double part(int node, int child) {
        return (double) cover[child] / cover[node];
    }

    /** The mean of a tree over all rows, as far as covers tell, in one output. */
    double mean(int tree, int output) {
        int from = forest.root[tree];
        double[] share = new double[forest.root[tree + 1] - from];
        int[] open = new int[share.length + 1];
        int waiting = 0;
        share[0] = 1;
        open[waiting++] = from;
        double mean = 0;
        while (waiting > 0) {
            int node = open[--waiting];
            if (forest.left[node] < 0) {
                mean += share[node - from] * leaf(forest, node, output);
                continue;
            }
            for (int child : new int[] {forest.right[node], forest.left[node]}) {
                share[child - from] = share[node - from] * part(node, child);
                open[waiting++] = child;
            }
        }
        return mean;
    }

    /** What a leaf adds to an output. */
    static float leaf(Forest forest, int node, int output) {
        return forest.leafAt == null ? forest.leaf[node] : forest.leaf[forest.leafAt[node] + output];
    }
}
