package org.ltv4j.models.trees;

import java.util.Arrays;

/**
 * Some leaves of a tree that lie under one node, and the bits on which depends what they say about a row: one for each
 * feature on the path from the root to that node, whether the row meets all conditions on it, and one for each split under it,
 * whether the row goes to the left there. The first bit is the highest of a line's number.
 *
 * @param tree the tree
 * @param node what the leaves lie under; may be a leaf itself
 * @param path the splits from the root to it
 * @param left per split of the path, whether it goes on to the left child
 * @param onPath the features of the path, each once
 * @param inner the splits from {@code node} on
 * @param features the features of the path, then those that only inner splits ask
 */
record ShapGroup(int tree, int node, int[] path, boolean[] left, int[] onPath, int[] inner, int[] features) {

    static ShapGroup of(Forest forest, int tree, int node, int[] path, boolean[] left) {
        int[] inner = new int[3];
        int[] splits = Arrays.copyOf(inner, inner(forest, node, inner, 0));
        int[] onPath = distinct(Arrays.stream(path).map(i -> forest.feature[i]).toArray());
        int[] both = Arrays.copyOf(onPath, onPath.length + splits.length);
        for (int i = 0; i < splits.length; i++) {
            both[onPath.length + i] = forest.feature[splits[i]];
        }
        return new ShapGroup(tree, node, path, left, onPath, splits, distinct(both));
    }

    private static int inner(Forest forest, int node, int[] into, int count) {
        if (forest.left[node] < 0) {
            return count;
        }
        into[count] = node;
        return inner(forest, forest.right[node], into, inner(forest, forest.left[node], into, count + 1));
    }

    private static int[] distinct(int[] features) {
        return Arrays.stream(features).distinct().toArray();
    }

    int bits() {
        return onPath.length + inner.length;
    }

    /** Columns of its table. */
    int width() {
        return features.length;
    }

    /** Numbers in its table. */
    int size() {
        return width() << bits();
    }

    /** The conditions behind its bits: see {@link ShapTables}. */
    int[] conditions(Forest forest, Questions questions) {
        int[] conditions = new int[path.length + inner.length];
        int count = 0;
        for (int feature : onPath) {
            for (int i = 0; i < path.length; i++) {
                if (forest.feature[path[i]] == feature) {
                    conditions[count++] = ShapTables.condition(questions.of(path[i]), left[i]);
                }
            }
            conditions[count - 1] |= ShapTables.LAST;
        }
        for (int split : inner) {
            conditions[count++] = ShapTables.condition(questions.of(split), true) | ShapTables.LAST;
        }
        return conditions;
    }
}
