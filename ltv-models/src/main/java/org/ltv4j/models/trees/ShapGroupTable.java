package org.ltv4j.models.trees;

import java.util.Arrays;

/**
 * Computes the table of one {@link ShapGroup} after the other: first per leaf, where what counts is which of its features the
 * row meets, then for all combinations of the bits of the group.
 */
final class ShapGroupTable {
    private final Forest forest;
    private final Covers covers;
    /** By number of players. */
    private final Quadrature[] rules;

    /** Which features are asked above a leaf, by their place in the group. */
    private final boolean[] asked;
    /** Bits of the group that decide whether the row meets all conditions on a feature, and what they must be. */
    private final int[] care;

    private final int[] want;
    /** Part of the training rows that meet them. */
    private final double[] part;
    /** The features asked above a leaf: its players. */
    private final int[] player;
    /** What a leaf gives its players, by which of them the row meets. */
    private final double[] ofLeaf;

    private final double[] o;
    private final double[] z;
    private final double[] phi;
    private double[] lines = {};

    /** For groups of at most {@code most} features. */
    ShapGroupTable(Forest forest, Covers covers, int most) {
        this.forest = forest;
        this.covers = covers;
        rules = new Quadrature[most + 1];
        for (int players = 0; players <= most; players++) {
            rules[players] = new Quadrature(players);
        }
        asked = new boolean[most];
        care = new int[most];
        want = new int[most];
        part = new double[most];
        player = new int[most];
        ofLeaf = new double[(1 << most) * most];
        o = new double[most];
        z = new double[most];
        phi = new double[2 * most];
    }

    /** Writes the table of a group from place {@code at} on: a line per combination of bits, a column per feature. */
    void fill(ShapGroup group, float[] table, int at) {
        if (lines.length < group.size()) {
            lines = new double[group.size()];
        }
        Arrays.fill(lines, 0, group.size(), 0);
        path(group);
        add(group, group.node(), 0);
        for (int i = 0; i < group.size(); i++) {
            table[at + i] = (float) lines[i];
        }
    }

    private void path(ShapGroup group) {
        for (int k = 0; k < group.width(); k++) {
            asked[k] = k < group.onPath().length;
            care[k] = asked[k] ? bit(group, k) : 0;
            want[k] = care[k];
            part[k] = 1;
        }
        for (int i = 0; i < group.path().length; i++) {
            int node = group.path()[i];
            int child = group.left()[i] ? forest.left[node] : forest.right[node];
            part[place(group, forest.feature[node])] *= covers.part(node, child);
        }
    }

    /** Adds the leaves under a node, whose first split is number {@code split}; returns how many splits there are. */
    private int add(ShapGroup group, int node, int split) {
        if (forest.left[node] < 0) {
            leaf(group, forest.leaf[node]);
            return 0;
        }
        int k = place(group, forest.feature[node]);
        boolean askedBefore = asked[k];
        int careBefore = care[k];
        int wantBefore = want[k];
        double partBefore = part[k];
        int bit = bit(group, group.onPath().length + split);
        asked[k] = true;
        care[k] = careBefore | bit;
        want[k] = wantBefore | bit;
        part[k] = partBefore * covers.part(node, forest.left[node]);
        int inLeft = add(group, forest.left[node], split + 1);
        care[k] = careBefore | bit;
        want[k] = wantBefore;
        part[k] = partBefore * covers.part(node, forest.right[node]);
        int inRight = add(group, forest.right[node], split + 1 + inLeft);
        asked[k] = askedBefore;
        care[k] = careBefore;
        want[k] = wantBefore;
        part[k] = partBefore;
        return 1 + inLeft + inRight;
    }

    private void leaf(ShapGroup group, float value) {
        int players = 0;
        for (int k = 0; k < group.width(); k++) {
            if (asked[k]) {
                z[players] = part[k];
                player[players++] = k;
            }
        }
        for (int met = 0; met < 1 << players; met++) {
            for (int i = 0; i < players; i++) {
                o[i] = met >> i & 1;
            }
            rules[players].shapley(players, value, o, z, phi);
            System.arraycopy(phi, 0, ofLeaf, met * players, players);
        }
        for (int number = 0; number < 1 << group.bits(); number++) {
            int met = 0;
            for (int i = 0; i < players; i++) {
                met |= (number & care[player[i]]) == want[player[i]] ? 1 << i : 0;
            }
            int line = number * group.width();
            for (int i = 0; i < players; i++) {
                lines[line + player[i]] += ofLeaf[met * players + i];
            }
        }
    }

    private static int bit(ShapGroup group, int index) {
        return 1 << (group.bits() - 1 - index);
    }

    private static int place(ShapGroup group, int feature) {
        int k = 0;
        while (group.features()[k] != feature) {
            k++;
        }
        return k;
    }
}
