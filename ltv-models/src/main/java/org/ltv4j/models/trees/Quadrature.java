package org.ltv4j.models.trees;

import java.util.Arrays;
import org.ltv4j.core.internal.math.GaussLegendre;

/**
 * Shapley values of a game in which each player multiplies the worth by one factor if present and by another if absent. For
 * a leaf of value v, player i being a feature on its path: the factor is {@code o} (1 if the row meets all conditions on the
 * feature, else 0) with the feature and {@code z} (the part of training rows that does) without. Then
 *
 * <pre>{@code
 * phi_i = v (o_i - z_i) * integral over t in (0, 1) of prod_{j != i} (o_j t + z_j (1 - t))
 * }</pre>
 *
 * <p>The integrand is a polynomial in t of degree m - 1 for m players, so Gauss and Legendre's rule with m / 2 nodes, rounded
 * up, is exact. All terms are at least 0: nothing cancels.
 *
 * <p>Owen (1972), "Multilinear Extensions of Games", Management Science 18(5).
 */
final class Quadrature {
    /** Nodes in (0, 1). */
    final double[] t;
    /** Weights, adding up to 1. */
    final double[] weight;

    /** The rule for up to {@code players}. */
    Quadrature(int players) {
        GaussLegendre rule = GaussLegendre.ofOrder(Math.max(1, (players + 1) / 2));
        t = new double[rule.size()];
        weight = new double[rule.size()];
        for (int q = 0; q < t.length; q++) {
            t[q] = (1 + rule.node(q)) / 2;
            weight[q] = rule.weight(q) / 2;
        }
    }

    /** The Shapley values of the first {@code players} of {@code o} and {@code z}, into {@code phi}. */
    void shapley(int players, double value, double[] o, double[] z, double[] phi) {
        Arrays.fill(phi, 0, players, 0);
        for (int q = 0; q < t.length; q++) {
            double before = value * weight[q];
            for (int i = 0; i < players; i++) { // the product of those before i
                phi[players + i] = before;
                before *= o[i] * t[q] + z[i] * (1 - t[q]);
            }
            double after = 1;
            for (int i = players - 1; i >= 0; i--) { // times that of those after i
                phi[i] += (o[i] - z[i]) * phi[players + i] * after;
                after *= o[i] * t[q] + z[i] * (1 - t[q]);
            }
        }
    }
}
