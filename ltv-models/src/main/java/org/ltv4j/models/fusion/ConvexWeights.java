package org.ltv4j.models.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.internal.math.SymmetricMatrix;

/**
 * Weights of at least 0 that sum to 1 and make {@code w' G w} least, G being the sums of products of the members' errors: the least squares
 * mixture of predictions. Wolfe's algorithm for the nearest point of a polytope (Mathematical Programming 11, 1976), which ends at
 * the exact minimum after finitely many steps.
 */
final class ConvexWeights {
    /** How much less, relative to the largest square, a gain must be to count as none. */
    private static final double NO_GAIN = 1e-12;

    private final double[][] gram;
    private final double scale;
    private final double[] weights;
    private final List<Integer> active = new ArrayList<>();

    private ConvexWeights(double[][] gram) {
        this.gram = gram;
        this.weights = new double[gram.length];
        double largest = 0;
        for (int i = 0; i < gram.length; i++) {
            largest = Math.max(largest, gram[i][i]);
        }
        this.scale = largest;
    }

    /**
     * The weights.
     *
     * @param gram symmetric and positive semidefinite, a row per member
     */
    static double[] of(double[][] gram) {
        ConvexWeights search = new ConvexWeights(gram);
        search.start();
        while (search.add() && search.settle()) {
            // until no member helps any more
        }
        return search.weights;
    }

    private void start() {
        int best = 0;
        for (int i = 1; i < gram.length; i++) {
            best = gram[i][i] < gram[best][best] ? i : best;
        }
        active.add(best);
        weights[best] = 1;
    }

    /** Takes in the member whose error falls most; false if none helps. */
    private boolean add() {
        double now = 0;
        int best = 0;
        double[] slope = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                slope[i] += gram[i][j] * weights[j];
            }
            now += weights[i] * slope[i];
            best = slope[i] < slope[best] ? i : best;
        }
        if (now - slope[best] <= NO_GAIN * scale || active.contains(best)) {
            return false;
        }
        active.add(best);
        return true;
    }

    /**
     * Moves to the best point of the active members, leaving out those who would get a weight below 0; false if the newest is so like
     * the others that no best point can be told.
     */
    private boolean settle() {
        while (true) {
            Optional<double[]> best = affine();
            if (best.isEmpty()) {
                return false;
            }
            double[] wanted = best.get();
            double step = 1;
            for (int i = 0; i < wanted.length; i++) {
                double has = weights[active.get(i)];
                if (wanted[i] <= 0) {
                    step = Math.min(step, has / (has - wanted[i]));
                }
            }
            boolean inside = true;
            for (int i = wanted.length - 1; i >= 0; i--) {
                int member = active.get(i);
                double moved = weights[member] + step * (wanted[i] - weights[member]);
                weights[member] = Math.max(0, moved);
                if (wanted[i] <= 0 && moved <= 1e-15) {
                    weights[member] = 0;
                    active.remove(i);
                    inside = false;
                }
            }
            if (inside) {
                return true;
            }
        }
    }

    /** The best weights of the active members that sum to 1, of any sign: of the system with 1 added everywhere, as Wolfe does. */
    private Optional<double[]> affine() {
        int n = active.size();
        double[][] part = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                part[i][j] = gram[active.get(i)][active.get(j)] / scale + 1;
            }
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return SymmetricMatrix.solve(part, ones).map(solved -> {
            double sum = Arrays.stream(solved).sum();
            return Arrays.stream(solved).map(value -> value / sum).toArray();
        });
    }
}
