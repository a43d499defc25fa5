package org.ltv4j.models.trees;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores one row after the other. Trees stand in groups of four that are walked side by side, so that one waits for memory
 * while the others compute. Where depth allows, the trees of a group are filled up to perfect ones of the same depth, whose
 * nodes are one {@code long} each, and are walked without a branch:
 *
 * <pre>{@code
 * i = 2 i + 2 + (int) ((key - threshold) >> 63)        // to the left child if key < threshold
 * }</pre>
 *
 * <p>A node that only fills up has a threshold below all keys, and all leaves under it are the same. Deeper groups, and those
 * that would grow too much, are walked as they stand in the {@link Forest}. Memory: 12 bytes per leaf of a perfect tree, of
 * which there are at most {@link #GROWTH} times the nodes of the forest.
 *
 * <p>Asadi, Lin and de Vries (2014), "Runtime Optimizations for Tree-Based Machine Learning Models", IEEE TKDE 26(9).
 */
final class RowKernel {
    /** Trees per group. */
    static final int SIDE_BY_SIDE = 4;
    /** Deepest tree that is filled up. */
    static final int MAX_DEPTH = 10;
    /** Leaves of perfect trees per node of the trees they come from, at most. */
    static final int GROWTH = 8;

    private static final int AS_IT_IS = -1;

    private final Forest forest;
    private final RowKeys keys;
    /** Depth of the trees of each whole group, or {@link #AS_IT_IS}. */
    private final int[] depths;
    /** Where the nodes and the leaves of a group start: each of its trees has {@code 1 << depth} places for either. */
    private final int[] starts;

    private final long[] nodes;
    /** The leaves; empty where they are vectors. */
    private final float[] leaves;
    /** Where the vectors of the leaves start in the forest's pool; empty where leaves are numbers. */
    private final int[] vectors;

    private RowKernel(Forest forest, RowKeys keys, int[] depths) {
        this.forest = forest;
        this.keys = keys;
        this.depths = depths;
        starts = new int[depths.length + 1];
        for (int group = 0; group < depths.length; group++) {
            int places = depths[group] == AS_IT_IS ? 0 : SIDE_BY_SIDE << depths[group];
            starts[group + 1] = Math.addExact(starts[group], places);
        }
        int size = starts[depths.length];
        nodes = new long[size];
        leaves = new float[forest.vectorLeaves() ? 0 : size];
        vectors = new int[forest.vectorLeaves() ? size : 0];
        for (int tree = 0; tree < depths.length * SIDE_BY_SIDE; tree++) {
            int depth = depths[tree / SIDE_BY_SIDE];
            if (depth != AS_IT_IS) {
                int at = starts[tree / SIDE_BY_SIDE] + (tree % SIDE_BY_SIDE << depth);
                fill(forest.root[tree], 0, (1 << depth) - 1, at);
            }
        }
    }

    /** The kernel of a forest, or null if no group of it can be filled up: then nothing is gained. */
    static @Nullable RowKernel of(Forest forest) {
        int[] depth = TreeShape.depths(forest);
        int[] depths = new int[forest.trees / SIDE_BY_SIDE];
        boolean any = false;
        for (int group = 0; group < depths.length; group++) {
            int first = group * SIDE_BY_SIDE;
            int deepest =
                    Arrays.stream(depth, first, first + SIDE_BY_SIDE).max().orElse(0);
            long nodes = (long) forest.root[first + SIDE_BY_SIDE] - forest.root[first];
            boolean fits = deepest <= MAX_DEPTH && (long) SIDE_BY_SIDE << deepest <= GROWTH * nodes;
            depths[group] = fits ? deepest : AS_IT_IS;
            any |= fits;
        }
        RowKeys keys = any ? RowKeys.of(forest) : null;
        return keys == null ? null : new RowKernel(forest, keys, depths);
    }

    /** Writes what stands below a node to place {@code i} of a perfect tree with {@code inner} inner nodes. */
    private void fill(int node, int i, int inner, int at) {
        boolean leaf = forest.left[node] < 0;
        if (i >= inner) {
            if (forest.leafAt == null) {
                leaves[at + i - inner] = forest.leaf[node];
            } else {
                vectors[at + i - inner] = forest.leafAt[node];
            }
            return;
        }
        nodes[at + i] = leaf ? (long) Integer.MIN_VALUE << Integer.SIZE : keys.packed(forest, node);
        fill(leaf ? node : forest.left[node], 2 * i + 1, inner, at);
        fill(leaf ? node : forest.right[node], 2 * i + 2, inner, at);
    }

    /** How many ints a call needs to work with. */
    int scratch() {
        return keys.size() + SIDE_BY_SIDE;
    }

    /** The margin of a row of a model of one output and single leaves. */
    float margin(float[] row, int[] scratch) {
        keys.fill(row, scratch);
        int found = keys.size();
        float sum = forest.baseMargin[0];
        for (int group = 0; group < depths.length; group++) {
            if (depths[group] == AS_IT_IS) {
                for (int t = 0; t < SIDE_BY_SIDE; t++) {
                    sum += forest.leaf[forest.leafOf(group * SIDE_BY_SIDE + t, row)];
                }
            } else {
                walk(group, scratch, found);
                sum += leaves[scratch[found]];
                sum += leaves[scratch[found + 1]];
                sum += leaves[scratch[found + 2]];
                sum += leaves[scratch[found + 3]];
            }
        }
        for (int tree = depths.length * SIDE_BY_SIDE; tree < forest.trees; tree++) {
            sum += forest.leaf[forest.leafOf(tree, row)];
        }
        return sum;
    }

    /** The margins of a row, into {@code outputs} places of {@code out} from {@code at} on. */
    void margins(float[] row, int[] scratch, float[] out, int at) {
        keys.fill(row, scratch);
        int found = keys.size();
        System.arraycopy(forest.baseMargin, 0, out, at, forest.outputs);
        for (int group = 0; group < depths.length; group++) {
            boolean filled = depths[group] != AS_IT_IS;
            if (filled) {
                walk(group, scratch, found);
            }
            for (int t = 0; t < SIDE_BY_SIDE; t++) {
                int tree = group * SIDE_BY_SIDE + t;
                if (!filled) {
                    Walk.add(forest, tree, forest.leafOf(tree, row), out, at);
                } else if (forest.leafAt == null) {
                    out[at + forest.group[tree]] += leaves[scratch[found + t]];
                } else {
                    Walk.addVector(forest, vectors[scratch[found + t]], out, at);
                }
            }
        }
        for (int tree = depths.length * SIDE_BY_SIDE; tree < forest.trees; tree++) {
            Walk.add(forest, tree, forest.leafOf(tree, row), out, at);
        }
    }

    /** Where a row ends up in the four trees of a group, into four places of {@code scratch} from {@code found} on. */
    private void walk(int group, int[] scratch, int found) {
        int depth = depths[group];
        int at0 = starts[group];
        int at1 = at0 + (1 << depth);
        int at2 = at1 + (1 << depth);
        int at3 = at2 + (1 << depth);
        int i0 = 0;
        int i1 = 0;
        int i2 = 0;
        int i3 = 0;
        for (int level = 0; level < depth; level++) {
            long node0 = nodes[at0 + i0];
            long node1 = nodes[at1 + i1];
            long node2 = nodes[at2 + i2];
            long node3 = nodes[at3 + i3];
            i0 = 2 * i0 + 2 + (int) ((scratch[(int) node0] - (node0 >> Integer.SIZE)) >> 63);
            i1 = 2 * i1 + 2 + (int) ((scratch[(int) node1] - (node1 >> Integer.SIZE)) >> 63);
            i2 = 2 * i2 + 2 + (int) ((scratch[(int) node2] - (node2 >> Integer.SIZE)) >> 63);
            i3 = 2 * i3 + 2 + (int) ((scratch[(int) node3] - (node3 >> Integer.SIZE)) >> 63);
        }
        int inner = (1 << depth) - 1;
        scratch[found] = at0 + i0 - inner;
        scratch[found + 1] = at1 + i1 - inner;
        scratch[found + 2] = at2 + i2 - inner;
        scratch[found + 3] = at3 + i3 - inner;
    }
}
