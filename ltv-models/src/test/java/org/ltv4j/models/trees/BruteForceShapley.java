package org.ltv4j.models.trees;

/** Shapley values by their definition: over all subsets of features. For few features. */
final class BruteForceShapley {
    private BruteForceShapley() {}

    /** Per output the value of each feature, then the worth of knowing none. */
    static double[] of(Forest forest, float[] row) {
        int n = forest.features;
        double[] phi = new double[forest.outputs * (n + 1)];
        for (int k = 0; k < forest.outputs; k++) {
            double[] worth = new double[1 << n];
            for (int known = 0; known < worth.length; known++) {
                worth[known] = forest.baseMargin[k];
                for (int tree = 0; tree < forest.trees; tree++) {
                    if (forest.vectorLeaves() || forest.group[tree] == k) {
                        worth[known] += worth(forest, forest.root[tree], row, known, k);
                    }
                }
            }
            for (int f = 0; f < n; f++) {
                for (int known = 0; known < worth.length; known++) {
                    if ((known >> f & 1) == 0) {
                        phi[k * (n + 1) + f] +=
                                weight(Integer.bitCount(known), n) * (worth[known | 1 << f] - worth[known]);
                    }
                }
            }
            phi[k * (n + 1) + n] = worth[0];
        }
        return phi;
    }

    private static double worth(Forest forest, int node, float[] row, int known, int output) {
        int left = forest.left[node];
        int right = forest.right[node];
        if (left < 0) {
            return Covers.leaf(forest, node, output);
        }
        float value = row[forest.feature[node]];
        if ((known >> forest.feature[node] & 1) != 0) {
            return worth(forest, forest.goesLeft(node, value) ? left : right, row, known, output);
        }
        float[] cover = forest.cover == null ? new float[0] : forest.cover;
        return worth(forest, left, row, known, output) * ((double) cover[left] / cover[node])
                + worth(forest, right, row, known, output) * ((double) cover[right] / cover[node]);
    }

    /** {@code s! (n - s - 1)! / n!}. */
    private static double weight(int s, int n) {
        double weight = 1.0 / n;
        for (int i = 1; i <= s; i++) {
            weight *= (double) i / (n - i);
        }
        return weight;
    }
}
