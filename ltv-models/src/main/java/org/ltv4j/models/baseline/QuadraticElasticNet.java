package org.ltv4j.models.baseline;

import java.util.Arrays;
import java.util.Optional;
import org.ltv4j.core.internal.math.SymmetricMatrix;

/**
 * The least of a quadratic with an elastic-net penalty:
 *
 * <pre>{@code
 * 1/2 b' G b - c' b + l1 * sum |b_j| + l2 / 2 * sum b_j^2
 * }</pre>
 *
 * <p>Cyclic coordinate descent with covariance updates: Friedman, Hastie and Tibshirani (2010), Regularization Paths for Generalized
 * Linear Models via Coordinate Descent, Journal of Statistical Software 33(1), sections 2.1 and 2.2. Where features are
 * nearly collinear the descent creeps; after every few sweeps the system of those coefficients that are not 0 is therefore solved
 * outright, as far as no sign changes on the way (Lee, Battle, Raina and Ng 2006, Efficient sparse coding algorithms), which never
 * makes the function larger.
 */
final class QuadraticElasticNet {
    /** How far, as a share of the largest element of c, the conditions of an optimum may be missed. */
    static final double TOLERANCE = 1e-11;

    private static final double NEARLY_SINGULAR = 1e-8;
    private static final int SWEEPS = 10;
    private static final int ROUNDS = 300;

    private final double[][] gram;
    private final double[] linear;
    private final double l1;
    private final double l2;
    private final double[] b;
    private final double[] slope;

    private QuadraticElasticNet(double[][] gram, double[] linear, double l1, double l2, double[] start) {
        this.gram = gram;
        this.linear = linear;
        this.l1 = l1;
        this.l2 = l2;
        this.b = start.clone();
        this.slope = new double[linear.length];
    }

    /**
     * The coefficients.
     *
     * @param gram symmetric and positive semidefinite; a diagonal element of 0 leaves its coefficient at 0
     * @param linear c
     * @param l1 at least 0
     * @param l2 at least 0
     * @param start where to begin, not changed
     */
    static double[] solve(double[][] gram, double[] linear, double l1, double l2, double[] start) {
        QuadraticElasticNet net = new QuadraticElasticNet(gram, linear, l1, l2, start);
        net.run();
        return net.b;
    }

    private void run() {
        double allowed = TOLERANCE * largest(linear);
        refresh();
        if (l1 == 0) {
            jump();
        }
        for (int round = 0; round < ROUNDS && violation(slope, b, l1, l2) > allowed; round++) {
            for (int i = 0; i < SWEEPS && sweep(); i++) {
                // until nothing moves any more
            }
            refresh();
            if (violation(slope, b, l1, l2) > allowed) {
                jump();
            }
        }
    }

    /** One coefficient after the other; false if none moved. */
    private boolean sweep() {
        boolean moved = false;
        for (int j = 0; j < b.length; j++) {
            double curvature = gram[j][j];
            if (curvature > 0) {
                double next = soft(slope[j] + curvature * b[j], l1) / (curvature + l2);
                double step = next - b[j];
                if (step != 0) {
                    moved = true;
                    b[j] = next;
                    double[] row = gram[j];
                    for (int k = 0; k < slope.length; k++) {
                        slope[k] -= step * row[k];
                    }
                }
            }
        }
        return moved;
    }

    static double soft(double value, double threshold) {
        return value > threshold ? value - threshold : value < -threshold ? value + threshold : 0;
    }

    /** Slopes of the quadratic anew, without the rounding of many small steps. */
    private void refresh() {
        for (int j = 0; j < slope.length; j++) {
            double sum = linear[j];
            double[] row = gram[j];
            for (int k = 0; k < b.length; k++) {
                sum -= row[k] * b[k];
            }
            slope[j] = sum;
        }
    }

    /**
     * By how much the conditions of Karush, Kuhn and Tucker are missed at most.
     *
     * @param slope the negative gradient of what is penalised
     */
    static double violation(double[] slope, double[] b, double l1, double l2) {
        double worst = 0;
        for (int j = 0; j < b.length; j++) {
            double rest = slope[j] - l2 * b[j];
            double missed = b[j] == 0 ? Math.abs(rest) - l1 : Math.abs(rest - l1 * Math.signum(b[j]));
            worst = Math.max(worst, missed);
        }
        return worst;
    }

    /** To the best point of the coefficients that are not 0 and keep their signs, or to where the first of them becomes 0. */
    private void jump() {
        int[] active = active();
        double[][] system = new double[active.length][active.length];
        double[] right = new double[active.length];
        for (int i = 0; i < active.length; i++) {
            for (int k = 0; k < active.length; k++) {
                system[i][k] = gram[active[i]][active[k]];
            }
            system[i][i] += l2;
            right[i] = linear[active[i]] - l1 * Math.signum(b[active[i]]);
        }
        if (active.length == 0) {
            return;
        }
        Optional<double[]> solved = SymmetricMatrix.solve(system, right);
        if (solved
                .isEmpty()) { // copies of one another: held a little to where they are, which still makes the function
            // no larger
            for (int i = 0; i < active.length; i++) {
                double hold = NEARLY_SINGULAR * system[i][i];
                system[i][i] += hold;
                right[i] += hold * b[active[i]];
            }
            solved = SymmetricMatrix.solve(system, right);
        }
        if (solved.isPresent()) {
            move(active, solved.get());
            refresh();
        }
    }

    private void move(int[] active, double[] wanted) {
        double share = 1;
        int first = -1;
        for (int i = 0; i < active.length && l1 > 0; i++) {
            double now = b[active[i]];
            if (wanted[i] * now < 0 && now / (now - wanted[i]) < share) {
                share = now / (now - wanted[i]);
                first = active[i];
            }
        }
        for (int i = 0; i < active.length; i++) {
            b[active[i]] = share == 1 ? wanted[i] : b[active[i]] + share * (wanted[i] - b[active[i]]);
        }
        if (first >= 0) {
            b[first] = 0;
        }
    }

    private int[] active() {
        int[] active = new int[b.length];
        int n = 0;
        for (int j = 0; j < b.length; j++) {
            if (gram[j][j] > 0 && (l1 == 0 || b[j] != 0)) {
                active[n++] = j;
            }
        }
        return Arrays.copyOf(active, n);
    }

    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
