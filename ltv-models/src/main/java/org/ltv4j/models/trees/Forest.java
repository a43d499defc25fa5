package org.ltv4j.models.trees;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The trees of a model as flat arrays, one array per property over the nodes of all trees: what kernels and explanations
 * read. Every node that can be reached was checked: children lie in the same tree, no node is reached twice, features exist.
 *
 * <p>The nodes of tree {@code t} are {@code root[t]} to {@code root[t + 1] - 1}, its root is the first of them, and the id of
 * a node within its tree is {@code node - root[t]}. Nodes that pruning has left behind are kept, so that ids are those of
 * the file; nothing leads to them, and what stands in them means nothing.
 *
 * <p>At an inner node a missing value (NaN) goes to the left child if {@code defaultLeft}, else to the right. Otherwise a
 * numerical split sends a value to the left if {@code value < threshold}, and a categorical one to the right if the value,
 * without its fraction, is in the node's set; a value below 0 or from 2^24 on goes to the left.
 *
 * <p>The arrays are shared and never written to. The sets of categories are sorted when they are first asked for.
 */
final class Forest {
    /** Values per row. */
    final int features;
    /** Margins per row. */
    final int outputs;
    /** What each output starts from. */
    final float[] baseMargin;
    /** How many trees count; the arrays may hold more. */
    final int trees;
    /** Trees before round r; one entry more than there are rounds. */
    final int[] roundStart;
    /** First node of each tree, and one entry more: the number of nodes. */
    final int[] root;
    /** The output that a tree adds to; 0 where leaves are vectors, which add to all. */
    final int[] group;
    /** Left child, or -1 for a leaf. */
    final int[] left;
    /** Right child, or -1 for a leaf. */
    final int[] right;
    /** What an inner node asks for. */
    final int[] feature;
    /** Where a numerical inner node splits: not NaN; infinite where training met values near the end of float. */
    final float[] threshold;
    /** Where a missing value goes. */
    final boolean[] defaultLeft;
    /** Where the leaves are single numbers: the leaf of each node, weight of the tree (dart) included. Else the pool of vectors. */
    final float[] leaf;
    /** Where the leaves are vectors: start in {@link #leaf} of the {@link #outputs} numbers of a node; null for single numbers. */
    final int @Nullable [] leafAt;
    /** Start of a node's set in {@link #categories}, -1 at a numerical split; null if the model has no categorical split. */
    final int @Nullable [] categoryStart;
    /** End, exclusive, of a node's set in {@link #categories}; null if the model has no categorical split. */
    final int @Nullable [] categoryEnd;
    /** Sets of categories, each rising. */
    final int[] categories;
    /** Sum of hessians per node: the weight of the training rows that came by; null if the file does not tell of all trees. */
    final float @Nullable [] cover;
    /** Loss reduction of the split of each inner node; null if the file does not tell of all trees. */
    final float @Nullable [] gain;

    private volatile @Nullable CategorySets categorySets;

    Forest(ForestBuilder from) {
        features = from.features;
        outputs = from.outputs;
        baseMargin = from.baseMargin;
        trees = from.trees;
        roundStart = from.roundStart;
        root = from.root;
        group = from.group;
        left = from.left;
        right = from.right;
        feature = from.feature;
        threshold = from.threshold;
        defaultLeft = from.defaultLeft;
        leaf = from.leaf;
        leafAt = from.leafAt;
        categoryStart = from.categoryStart;
        categoryEnd = from.categoryEnd;
        categories = from.categories;
        cover = from.cover;
        gain = from.gain;
    }

    private Forest(Forest all, int rounds) {
        features = all.features;
        outputs = all.outputs;
        baseMargin = all.baseMargin;
        roundStart = Arrays.copyOf(all.roundStart, rounds + 1);
        trees = roundStart[rounds];
        root = all.root;
        group = all.group;
        left = all.left;
        right = all.right;
        feature = all.feature;
        threshold = all.threshold;
        defaultLeft = all.defaultLeft;
        leaf = all.leaf;
        leafAt = all.leafAt;
        categoryStart = all.categoryStart;
        categoryEnd = all.categoryEnd;
        categories = all.categories;
        cover = all.cover;
        gain = all.gain;
    }

    /** The same model with its first rounds only; arrays are shared. */
    Forest first(int rounds) {
        return new Forest(this, rounds);
    }

    int rounds() {
        return roundStart.length - 1;
    }

    /** Nodes of the trees that count. */
    int nodes() {
        return root[trees];
    }

    /** Whether the leaves are vectors of {@link #outputs} numbers. */
    boolean vectorLeaves() {
        return leafAt != null;
    }

    /** Whether a node splits by category. */
    boolean categorical(int node) {
        return categoryStart != null && categoryStart[node] >= 0;
    }

    /** The sets of categories of all nodes, made once for all that score with them. */
    CategorySets categorySets() {
        CategorySets made = categorySets;
        if (made == null) {
            made = new CategorySets(this);
            categorySets = made;
        }
        return made;
    }

    /** The leaf of a tree, as index into the arrays, that a row comes to. Exact for every kind of split. */
    int leafOf(int tree, float[] row) {
        int node = root[tree];
        while (left[node] >= 0) {
            node = goesLeft(node, row[feature[node]]) ? left[node] : right[node];
        }
        return node;
    }

    /** Whether a value goes to the left child of an inner node. */
    boolean goesLeft(int node, float value) {
        if (Float.isNaN(value)) {
            return defaultLeft[node];
        }
        return categorical(node) ? !inSet(node, value) : value < threshold[node];
    }

    private boolean inSet(int node, float value) {
        if (!(value >= 0 && value < MAX_CATEGORY) || categoryStart == null || categoryEnd == null) {
            return false;
        }
        return Arrays.binarySearch(categories, categoryStart[node], categoryEnd[node], (int) value) >= 0;
    }

    /** Categories are whole numbers that float holds exactly: below 2^24. */
    static final int MAX_CATEGORY = 1 << 24;
}
