package org.ltv4j.core.internal.math;

/**
 * Nodes and weights of the Gauss-Legendre rule on {@code [-1, 1]}, by Newton's method on the Legendre polynomial (Davis
 * and Rabinowitz 1984, section 2.7). Loops that must not allocate read {@link #node} and {@link #weight}.
 */
public final class GaussLegendre {
    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /**
     * The rule that is exact for polynomials of degree {@code 2 n - 1}.
     *
     * @param n number of nodes, at least 1
     * @return the rule
     */
    public static GaussLegendre ofOrder(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("a Gauss-Legendre rule needs at least 1 node, got " + n);
        }
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = -Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            for (int step = 0; step < 100; step++) {
                double before = 0;
                double value = 1;
                for (int k = 1; k <= n; k++) {
                    double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
                    before = value;
                    value = next;
                }
                slope = n * (x * value - before) / (x * x - 1);
                double change = value / slope;
                x -= change;
                if (Math.abs(change) < 1e-16) {
                    break;
                }
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    /**
     * The number of nodes.
     *
     * @return at least 1
     */
    public int size() {
        return nodes.length;
    }

    /**
     * A node.
     *
     * @param i from 0
     * @return a place in (-1, 1), rising with {@code i}
     */
    public double node(int i) {
        return nodes[i];
    }

    /**
     * The weight of a node.
     *
     * @param i from 0
     * @return above 0; all weights add up to 2
     */
    public double weight(int i) {
        return weights[i];
    }
}
