package org.ltv4j.models.trees;

import java.util.Arrays;

/** Computes the table of one {@link ShapGroup} after the other. */
final class ShapGroupTable {
    private final Forest forest;
    private final Covers covers;
    /** By number of players. */
    private final Quadrature[] rules;

    private final boolean[] asked;
    private final double[] meets;
    private final double[] part;
    private final double[] o;
    private final double[] z;
    private final double[] phi;
    private final double[] line;

    /** For groups of at most {@code most} features. */
    ShapGroupTable(Forest forest, Covers covers, int most) {
        this.forest = forest;
        this.covers = covers;
        rules = new Quadrature[most + 1];
        for (int players = 0; players <= most; players++) {
            rules[players] = new Quadrature(players);
        }
        asked = new boolean[most];
        meets = new double[most];
        part = new double[most];
        o = new double[most];
        z = new double[most];
        phi = new double[2 * most];
        line = new double[most];
    }

    /** Writes the table of a group from place {@code at} on: a line per combination of bits, a column per feature. */
    void fill(ShapGroup group, float[] table, int at) {
        int width = group.width();
        for (int number = 0; number < 1 << group.bits(); number++) {
            Arrays.fill(line, 0);
            path(group, number);
            add(group, number, group.node(), 0);
            for (int k = 0; k < width; k++) {
                table[at + number * width + k] = (float) line[k];
            }
        }
    }

    private void path(ShapGroup group, int number) {
        for (int k = 0; k < group.width(); k++) {
            asked[k] = k < group.onPath().length;
            meets[k] = asked[k] ? bit(group, number, k) : 1;
            part[k] = 1;
        }
        for (int i = 0; i < group.path().length; i++) {
            int node = group.path()[i];
            int child = group.left()[i] ? forest.left[node] : forest.right[node];
            part[place(group, forest.feature[node])] *= covers.part(node, child);
        }
    }

    /** Adds the leaves under a node, whose first split is number {@code split}; how many splits there are. */
    private int add(ShapGroup group, int number, int node, int split) {
        if (forest.left[node] < 0) {
            leaf(group.width(), forest.leaf[node]);
            return 0;
        }
        int k = place(group, forest.feature[node]);
        boolean askedBefore = asked[k];
        double metBefore = meets[k];
        double partBefore = part[k];
        double goesLeft = bit(group, number, group.onPath().length + split);
        asked[k] = true;
        meets[k] = metBefore * goesLeft;
        part[k] = partBefore * covers.part(node, forest.left[node]);
        int inLeft = add(group, number, forest.left[node], split + 1);
        meets[k] = metBefore * (1 - goesLeft);
        part[k] = partBefore * covers.part(node, forest.right[node]);
        int inRight = add(group, number, forest.right[node], split + 1 + inLeft);
        asked[k] = askedBefore;
        meets[k] = metBefore;
        part[k] = partBefore;
        return 1 + inLeft + inRight;
    }

    private void leaf(int width, float value) {
        int players = 0;
        for (int k = 0; k < width; k++) {
            if (asked[k]) {
                o[players] = meets[k];
                z[players++] = part[k];
            }
        }
        rules[players].shapley(players, value, o, z, phi);
        players = 0;
        for (int k = 0; k < width; k++) {
            if (asked[k]) {
                line[k] += phi[players++];
            }
        }
    }

    private static double bit(ShapGroup group, int number, int index) {
        return number >> (group.bits() - 1 - index) & 1;
    }

    private static int place(ShapGroup group, int feature) {
        int k = 0;
        while (group.features()[k] != feature) {
            k++;
        }
        return k;
    }
}
