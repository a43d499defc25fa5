package org.ltv4j.models.trees;

import java.util.Arrays;

/**
 * One tree as it stands in a file, an array per property over its nodes, checked to be a tree: every node that the root
 * leads to is there and has one parent. Arrays that the file does not have are empty.
 *
 * <p>Nodes that nothing leads to are what pruning left behind; their values mean nothing and are not checked.
 */
final class RawTree {
    private static final int[] NO_INTS = {};
    private static final float[] NO_FLOATS = {};
    private static final int CATEGORICAL = 1;

    int id = -1;
    /** Numbers per leaf: more than 1 for vector leaves. */
    int leafSize = 1;

    int[] left = NO_INTS;
    int[] right = NO_INTS;
    int[] feature = NO_INTS;
    int[] defaultLeft = NO_INTS;
    int[] splitType = NO_INTS;
    float[] threshold = NO_FLOATS;
    float[] cover = NO_FLOATS;
    float[] gain = NO_FLOATS;
    /** Since version 3.2 the vectors of the leaves, one after the other; before they stand in {@link #baseWeights}. */
    float[] leafWeights = NO_FLOATS;

    float[] baseWeights = NO_FLOATS;
    /** All sets of categories, each rising, one after the other. */
    int[] categories = NO_INTS;
    /** Start and end of the set of each node in {@link #categories}, -1 where it has none; empty without any. */
    int[] categoryStart = NO_INTS;

    int[] categoryEnd = NO_INTS;
    /** Whether the root leads to a node. */
    boolean[] reached = {};

    private int nodes = -1;
    private int[] categoryNodes = NO_INTS;
    private int[] categorySegments = NO_INTS;
    private int[] categorySizes = NO_INTS;

    private RawTree() {}

    static RawTree read(Document in) {
        RawTree tree = new RawTree();
        in.object(name -> tree.member(name, in));
        tree.checkLengths(in);
        tree.takeCategories(in);
        tree.checkShape(in);
        return tree;
    }

    int nodes() {
        return nodes;
    }

    boolean leaf(int node) {
        return left[node] < 0;
    }

    boolean categorical(int node) {
        return splitType.length > 0 && splitType[node] == CATEGORICAL;
    }

    /** Where the vector of a leaf starts, in {@link #leafWeights} if there are any, else in {@link #baseWeights}. */
    int vectorStart(int leaf) {
        if (leafWeights.length == 0) {
            return leaf * leafSize;
        }
        return right[leaf] < 0 ? 0 : right[leaf] * leafSize; // a tree of one leaf may leave its number out
    }

    private void member(String name, Document in) {
        switch (name) {
            case "id" -> id = in.wholeParameter(0);
            case "tree_param" -> in.object(parameter -> parameter(parameter, in));
            case "left_children" -> left = in.ints();
            case "right_children" -> right = in.ints();
            case "split_indices" -> feature = in.ints();
            case "split_conditions" -> threshold = in.floats();
            case "default_left" -> defaultLeft = in.ints();
            case "split_type" -> splitType = in.ints();
            case "sum_hessian" -> cover = in.floats();
            case "loss_changes" -> gain = in.floats();
            case "base_weights" -> baseWeights = in.floats();
            case "leaf_weights" -> leafWeights = in.floats();
            case "categories" -> categories = in.ints();
            case "categories_nodes" -> categoryNodes = in.ints();
            case "categories_segments" -> categorySegments = in.ints();
            case "categories_sizes" -> categorySizes = in.ints();
            default -> in.skip();
        }
    }

    private void parameter(String name, Document in) {
        switch (name) {
            case "num_nodes" -> nodes = in.wholeParameter(1);
            case "size_leaf_vector" -> leafSize = Math.max(1, in.wholeParameter(0)); // 0 in version 1
            default -> in.skip();
        }
    }

    private void checkLengths(Document in) {
        if (nodes < 0) {
            throw in.error("need tree_param.num_nodes, which is missing");
        }
        needLength("left_children", left.length, nodes, in);
        needLength("right_children", right.length, nodes, in);
        needLength("split_indices", feature.length, nodes, in);
        needLength("split_conditions", threshold.length, nodes, in);
        needLength("default_left", defaultLeft.length, nodes, in);
        needLengthOrNone("split_type", splitType.length, in);
        needLengthOrNone("sum_hessian", cover.length, in);
        needLengthOrNone("loss_changes", gain.length, in);
        if (leafSize == 1) {
            baseWeights = NO_FLOATS;
            leafWeights = NO_FLOATS;
        } else if (leafWeights.length == 0) {
            needLength("base_weights", baseWeights.length, (long) nodes * leafSize, in);
        } else if (leafWeights.length % leafSize != 0) {
            throw in.error("leaf_weights has " + leafWeights.length + " values, need a multiple of size_leaf_vector "
                    + leafSize);
        }
    }

    private static void needLength(String name, int length, long need, Document in) {
        if (length != need) {
            throw in.error(name + " has " + length + " values, need " + need);
        }
    }

    private void needLengthOrNone(String name, int length, Document in) {
        if (length != 0) {
            needLength(name, length, nodes, in);
        }
    }

    /** Cuts the sets of the categorical splits out of the pool; together they cannot be larger than it. */
    private void takeCategories(Document in) {
        int count = categoryNodes.length;
        needLength("categories_segments", categorySegments.length, count, in);
        needLength("categories_sizes", categorySizes.length, count, in);
        if (count == 0) {
            categories = NO_INTS;
            return;
        }
        int[] pool = new int[categories.length];
        categoryStart = new int[nodes];
        categoryEnd = new int[nodes];
        Arrays.fill(categoryStart, -1);
        int end = 0;
        for (int i = 0; i < count; i++) {
            int node = categoryNodes[i];
            int from = categorySegments[i];
            int size = categorySizes[i];
            if (!(node >= 0 && node < nodes) || categoryStart[node] >= 0) {
                throw in.error(
                        "categories_nodes[" + i + "]: need a node from 0 to " + (nodes - 1) + " once, got " + node);
            }
            if (!(from >= 0 && size >= 0 && from <= categories.length - size && size <= pool.length - end)) {
                throw in.error("the set of node " + node + " starts at " + from + " and has " + size
                        + " categories, but there are " + categories.length + " for all sets");
            }
            System.arraycopy(categories, from, pool, end, size);
            categoryStart[node] = end;
            end += size;
            categoryEnd[node] = end;
            Arrays.sort(pool, categoryStart[node], end);
            if (size > 0 && !(pool[categoryStart[node]] >= 0 && pool[end - 1] < Forest.MAX_CATEGORY)) {
                throw in.error("the set of node " + node + " has category " + pool[categoryStart[node]] + " or "
                        + pool[end - 1] + ", need 0 to " + (Forest.MAX_CATEGORY - 1));
            }
        }
        categories = end == pool.length ? pool : Arrays.copyOf(pool, end);
    }

    /** Walks all ways from the root: children in range, no node twice, so that every walk ends in a leaf. */
    private void checkShape(Document in) {
        reached = new boolean[nodes];
        int[] open = new int[nodes];
        int waiting = 0;
        reached[0] = true;
        open[waiting++] = 0;
        while (waiting > 0) {
            int node = open[--waiting];
            if (left[node] == -1) {
                checkLeaf(node, in);
                continue;
            }
            checkSplit(node, in);
            for (int child : new int[] {left[node], right[node]}) {
                if (!(child >= 0 && child < nodes)) {
                    throw in.error("node " + node + " has the child " + child + ", need 0 to " + (nodes - 1));
                }
                if (reached[child]) {
                    throw in.error("node " + child + " is a child twice, or its own ancestor: this is no tree");
                }
                reached[child] = true;
                open[waiting++] = child;
            }
        }
    }

    private void checkLeaf(int node, Document in) {
        if (leafWeights.length == 0) {
            if (right[node] != -1) {
                throw in.error("node " + node + " has no left child, but the right child " + right[node]);
            }
            return;
        }
        int leaves = leafWeights.length / leafSize;
        boolean only = nodes == 1 && right[node] == -1;
        if (!only && !(right[node] >= 0 && right[node] < leaves)) {
            throw in.error(
                    "node " + node + " is leaf number " + right[node] + ", but leaf_weights has " + leaves + " leaves");
        }
    }

    private void checkSplit(int node, Document in) {
        int type = splitType.length == 0 ? 0 : splitType[node];
        if (type != 0 && type != CATEGORICAL) {
            throw in.error("node " + node + " has split type " + type + ", need 0 (number) or 1 (category)");
        }
        boolean set = categoryStart.length > 0 && categoryStart[node] >= 0;
        if (set != (type == CATEGORICAL)) {
            throw in.error(
                    "node " + node + (set ? " splits a number, but has a set" : " splits categories, but has no set"));
        }
        if (type == 0 && Float.isNaN(threshold[node])) {
            throw in.error("node " + node + " splits at NaN, need a number");
        }
    }
}
