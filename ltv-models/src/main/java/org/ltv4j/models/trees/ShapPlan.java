package org.ltv4j.models.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which trees get tables for their contributions, and the groups of leaves that they are cut into. */
final class ShapPlan {
    /** Bits of a group, at most: 256 lines. */
    private static final int MAX_BITS = Byte.SIZE;
    /** Levels of splits in a group, at most: three splits and four leaves save most work for the size of the table. */
    private static final int MAX_HEIGHT = 2;
    /** Deepest tree that is tried. */
    private static final int MAX_DEPTH = 16;

    /** The groups of all trees that have tables. */
    final List<ShapGroup> groups = new ArrayList<>();
    /** The trees that have none, rising. */
    final int[] others;

    private final Forest forest;
    private final int[] path = new int[MAX_DEPTH];
    private final boolean[] left = new boolean[MAX_DEPTH];

    /**
     * Takes trees as long as there is room for their tables.
     *
     * @param limit numbers in all tables together, at most
     */
    ShapPlan(Forest forest, long limit) {
        this.forest = forest;
        int[] depths = TreeShape.depths(forest);
        int[] without = new int[forest.trees];
        int count = 0;
        long room = limit;
        for (int tree = 0; tree < forest.trees; tree++) {
            List<ShapGroup> own = new ArrayList<>();
            boolean cut = depths[tree] <= MAX_DEPTH && !forest.vectorLeaves() && cut(tree, forest.root[tree], 0, own);
            long size = own.stream().mapToLong(ShapGroup::size).sum();
            if (cut && size <= room) {
                room -= size;
                groups.addAll(own);
            } else {
                without[count++] = tree;
            }
        }
        others = Arrays.copyOf(without, count);
    }

    /** Cuts what stands under a node into the largest groups that fit; false if a leaf fits into none. */
    private boolean cut(int tree, int node, int depth, List<ShapGroup> into) {
        if (height(node, MAX_HEIGHT) <= MAX_HEIGHT) {
            ShapGroup group = ShapGroup.of(forest, tree, node, Arrays.copyOf(path, depth), Arrays.copyOf(left, depth));
            if (group.bits() <= MAX_BITS) {
                into.add(group);
                return true;
            }
        }
        if (forest.left[node] < 0) {
            return false;
        }
        path[depth] = node;
        left[depth] = true;
        if (!cut(tree, forest.left[node], depth + 1, into)) {
            return false;
        }
        path[depth] = node;
        left[depth] = false;
        return cut(tree, forest.right[node], depth + 1, into);
    }

    /** Splits on the longest way to a leaf, or more than {@code enough}. */
    private int height(int node, int enough) {
        if (forest.left[node] < 0) {
            return 0;
        }
        return enough == 0
                ? 1
                : 1 + Math.max(height(forest.left[node], enough - 1), height(forest.right[node], enough - 1));
    }
}
