package org.ltv4j.models.trees;

/** How deep trees are. Walks with a stack of its own: a tree may be as deep as it has nodes. */
final class TreeShape {
    private TreeShape() {}

    /** Splits on the longest way from the root of each tree to a leaf. */
    static int[] depths(Forest forest) {
        int[] depths = new int[forest.trees];
        int[] level = new int[forest.nodes()];
        int[] open = new int[largest(forest) + 1];
        for (int tree = 0; tree < forest.trees; tree++) {
            int waiting = 0;
            open[waiting++] = forest.root[tree];
            while (waiting > 0) {
                int node = open[--waiting];
                int left = forest.left[node];
                if (left < 0) {
                    depths[tree] = Math.max(depths[tree], level[node]);
                    continue;
                }
                int right = forest.right[node];
                level[left] = level[node] + 1;
                level[right] = level[node] + 1;
                open[waiting++] = right;
                open[waiting++] = left;
            }
        }
        return depths;
    }

    /** Nodes of the largest tree. */
    static int largest(Forest forest) {
        int largest = 0;
        for (int tree = 0; tree < forest.trees; tree++) {
            largest = Math.max(largest, forest.root[tree + 1] - forest.root[tree]);
        }
        return largest;
    }
}
