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
            int node = forest.leafOf(tree, row);
            if (forest.leafAt == null) {
                out[at + forest.group[tree]] += forest.leaf[node];
            } else {
                int start = forest.leafAt[node];
                for (int k = 0; k < outputs; k++) {
                    out[at + k] += forest.leaf[start + k];
                }
            }
        }
    }

    static void marginsOfRows(Forest forest, float[] rows, int count, float[] out) {
        float[] row = new float[forest.features];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, i * forest.features, row, 0, forest.features);
            margins(forest, row, out, i * forest.outputs);
        }
    }

    static void marginsOfColumns(Forest forest, float[][] columns, int count, float[] out) {
        float[] row = new float[forest.features];
        for (int i = 0; i < count; i++) {
            for (int f = 0; f < row.length; f++) {
                row[f] = columns[f][i];
            }
            margins(forest, row, out, i * forest.outputs);
        }
    }
}
