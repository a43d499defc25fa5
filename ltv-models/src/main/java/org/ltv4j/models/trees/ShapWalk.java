package org.ltv4j.models.trees;

import java.util.Arrays;

/**
 * Contributions of the features to one row's margin, for trees of any shape: the Shapley values of {@link Quadrature}, for
 * all leaves of a tree at once. On the way down from the root the factors of all features are multiplied up, at one node of
 * the rule after the other; on the way back the leaves under each split are added, and each split gives its feature what it
 * has changed. A feature that a path meets again takes the place of its earlier self. Cost per row: nodes times half the
 * largest number of features on a path.
 *
 * <p>Lundberg et al. (2020), "From local explanations to global understanding with explainable AI for trees", Nature Machine
 * Intelligence 2, for the game; Yu et al. (2022), "Linear TreeShap", NeurIPS, for the way there.
 */
final class ShapWalk {
    private static final int NONE = -1;
    /** Nodes times points of the rule of one tree, at most, where ways are very long. */
    static final long MOST_STEPS = 1 << 26;
    /** Trees that need no more points are taken however large they are: up to a thousand features on one way. */
    private static final int FEW_POINTS = 500;

    private final Forest forest;
    /** Nodes in an order in which parents come before their children. */
    private final int[] order;
    /** Where the nodes of each tree start in {@link #order}; pruned ones are not there. */
    private final int[] start;

    private final int[] parent;
    /** For the split above a node: the closest node further up whose split above asks the same feature, or none. */
    private final int[] again;
    /** Part of the training rows that meet all conditions on the feature of the split above, down to this node. */
    private final double[] part;

    private final Quadrature[] rules;
    /** Which of the rules a tree needs. */
    private final int[] ruleOf;

    ShapWalk(Forest forest, Covers covers) {
        this.forest = forest;
        int nodes = forest.nodes();
        order = new int[nodes];
        start = new int[forest.trees + 1];
        parent = new int[nodes];
        again = new int[nodes];
        part = new double[nodes];
        ruleOf = new int[forest.trees];
        int[] distinct = new int[nodes];
        int[] last = new int[forest.features];
        Arrays.fill(last, NONE);
        int most = 0;
        for (int tree = 0; tree < forest.trees; tree++) {
            start[tree + 1] = start[tree] + layOut(tree, start[tree], covers, distinct, last);
            for (int i = start[tree]; i < start[tree + 1]; i++) {
                ruleOf[tree] = Math.max(ruleOf[tree], (distinct[order[i]] + 1) / 2);
            }
            most = Math.max(most, ruleOf[tree]);
            checkWork(tree);
        }
        rules = new Quadrature[most + 1];
        for (int rule : ruleOf) {
            if (rules[rule] == null) {
                rules[rule] = new Quadrature(2 * rule);
            }
        }
    }

    /** The work in a tree grows with its nodes times the features on one way: harmless but for chains made to be slow. */
    private void checkWork(int tree) {
        long steps = (long) ruleOf[tree] * (start[tree + 1] - start[tree]);
        if (ruleOf[tree] > FEW_POINTS && steps > MOST_STEPS) {
            throw new IllegalStateException(
                    "tree " + tree + " has " + (start[tree + 1] - start[tree]) + " nodes and asks "
                            + 2L * ruleOf[tree] + " features on one way, which takes " + steps
                            + " steps per row for contributions, need at most " + MOST_STEPS
                            + ": train with a lower max_depth or max_leaves");
        }
    }

    /** Walks a tree in depth, keeping for each feature the last node that it was asked above. */
    private int layOut(int tree, int from, Covers covers, int[] distinct, int[] last) {
        int count = 0;
        int node = forest.root[tree];
        parent[node] = NONE;
        again[node] = NONE;
        while (node != NONE) {
            order[from + count++] = node;
            if (parent[node] != NONE) {
                enter(node, covers, distinct, last);
            }
            if (forest.left[node] >= 0) {
                parent[forest.left[node]] = node;
                parent[forest.right[node]] = node;
                node = forest.left[node];
                continue;
            }
            while (node != NONE && (parent[node] == NONE || node == forest.right[parent[node]])) {
                leave(node, last);
                node = parent[node];
            }
            if (node != NONE) {
                leave(node, last);
                node = forest.right[parent[node]];
            }
        }
        return count;
    }

    private void enter(int node, Covers covers, int[] distinct, int[] last) {
        int above = parent[node];
        int feature = forest.feature[above];
        int earlier = last[feature];
        again[node] = earlier;
        part[node] = covers.part(above, node) * (earlier == NONE ? 1 : part[earlier]);
        distinct[node] = distinct[above] + (earlier == NONE ? 1 : 0);
        last[feature] = node;
    }

    private void leave(int node, int[] last) {
        if (parent[node] != NONE) {
            last[forest.feature[parent[node]]] = again[node];
        }
    }

    /** Room for one thread to work in. */
    final class Room {
        /** 1 where the row meets all conditions on the feature of the split above, else 0: no branch to guess. */
        private final double[] meets;

        private final double[] product;
        /** One over the factor of each node. */
        private final double[] inverse;

        private final double[] sum;

        Room() {
            int largest = TreeShape.largest(forest);
            meets = new double[largest];
            product = new double[largest];
            inverse = new double[largest];
            sum = new double[largest];
        }

        /**
         * Adds what a tree says about a row.
         *
         * @param out takes for each output a number per feature and one more, from {@code at} on
         */
        void add(int tree, float[] row, double[] out, int at) {
            int root = forest.root[tree];
            for (int i = start[tree] + 1; i < start[tree + 1]; i++) {
                int node = order[i];
                int above = parent[node];
                boolean here = forest.goesLeft(above, row[forest.feature[above]]) == (forest.left[above] == node);
                double earlier = again[node] == NONE ? 1 : meets[again[node] - root];
                meets[node - root] = here ? earlier : 0;
            }
            Quadrature rule = rules[ruleOf[tree]];
            for (int q = 0; q < rule.t.length; q++) {
                down(tree, rule.t[q]);
                if (forest.leafAt == null) {
                    up(tree, 0, rule.weight[q], out, at + forest.group[tree] * (forest.features + 1));
                } else {
                    for (int k = 0; k < forest.outputs; k++) {
                        up(tree, k, rule.weight[q], out, at + k * (forest.features + 1));
                    }
                }
            }
        }

        private void down(int tree, double t) {
            int root = forest.root[tree];
            product[0] = 1;
            for (int i = start[tree] + 1; i < start[tree + 1]; i++) {
                int node = order[i];
                double factor = meets[node - root] * t + part[node] * (1 - t);
                double earlier = again[node] == NONE ? 1 : inverse[again[node] - root];
                double above = product[parent[node] - root];
                product[node - root] = above == 0 ? 0 : above * earlier * factor;
                inverse[node - root] = 1 / factor;
            }
        }

        private void up(int tree, int output, double weight, double[] out, int at) {
            int root = forest.root[tree];
            Arrays.fill(sum, 0, forest.root[tree + 1] - root, 0);
            for (int i = start[tree + 1] - 1; i > start[tree]; i--) {
                int node = order[i];
                if (product[node - root] == 0) {
                    continue; // a part of 0 that the row does not meet: nothing under it counts
                }
                if (forest.left[node] < 0) {
                    sum[node - root] = product[node - root] * Covers.leaf(forest, node, output);
                }
                double under = sum[node - root];
                sum[parent[node] - root] += under;
                double change = gain(node, root) - (again[node] == NONE ? 0 : gain(again[node], root));
                out[at + forest.feature[parent[node]]] += weight * under * change;
            }
        }

        /** {@code (o - z) / (o t + z (1 - t))}. */
        private double gain(int node, int root) {
            return (meets[node - root] - part[node]) * inverse[node - root];
        }
    }
}
