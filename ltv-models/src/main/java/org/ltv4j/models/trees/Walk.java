package org.ltv4j.models.trees;

/**
 * Walks every tree for every row, one after the other: exact for every kind of split, leaf and shape. Leaves are added in
 * float from the base margin on, in the order of the trees; any other order would change the last bits.
 */
final class Walk {
    private Walk() {}

    /** The margin of a row of a model of one output. */
    static float margin(Forest forest, float[] row) {
        if (forest.leafAt != null) {
            float[] out = new float[1];
            margins(forest, row, out, 0);
            return out[0];
        }
        float sum = forest.baseMargin[0];
        for (int tree = 0; tree < forest.trees; tree++) {
            sum += forest.leaf[forest.leafOf(tree, row)];
        }
        return sum;
    }

    /** The margins of a row, into {@code outputs} places of {@code out} from {@code at} on. */
    static void margins(Forest forest, float[] row, float[] out, int at) {
        int outputs = forest.outputs;
        System.arraycopy(forest.baseMargin, 0, out, at, outputs);
        for (int tree = 0; tree < forest.trees; tree++) {
            add(forest, tree, forest.leafOf(tree, row), out, at);
        }
    }

    /** Adds a leaf of a tree to the margins of a row. */
    static void add(Forest forest, int tree, int leaf, float[] out, int at) {
        if (forest.leafAt == null) {
            out[at + forest.group[tree]] += forest.leaf[leaf];
        } else {
            addVector(forest, forest.leafAt[leaf], out, at);
        }
    }

    /** Adds the vector of a leaf, which starts at {@code start} of the pool, to the margins of a row. */
    static void addVector(Forest forest, int start, float[] out, int at) {
        for (int k = 0; k < forest.outputs; k++) {
            out[at + k] += forest.leaf[start + k];
        }
    }
}
