package org.ltv4j.models.baseline;

import org.ltv4j.core.data.InvalidDataException;

/** {@code 1/2 * weighted mean of (y - level - x'b)^2} under the penalty. */
final class SquaredProblem implements PenalisedProblem {
    /** Slopes of standardised columns are at most the deviation of y; less than this share of it is rounding. */
    private static final double NO_SLOPE = 1e-14;

    private final double mean;
    private final double[][] gram;
    private final double[] linear;
    private final double largestSlope;

    SquaredProblem(Design design, double[] targets) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += design.weight(i) * targets[i];
        }
        double off = 0;
        boolean varies = false;
        for (int i = 0; i < targets.length; i++) {
            off += design.weight(i) * (targets[i] - sum);
            varies |= targets[i] != targets[0];
        }
        mean = varies ? sum + off : targets[0];
        double[] v = new double[targets.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = design.weight(i) * (targets[i] - mean);
        }
        gram = design.gram();
        linear = design.products(v);
        double squares = 0;
        for (int i = 0; i < v.length; i++) {
            squares += v[i] * (targets[i] - mean);
        }
        if (!Double.isFinite(squares)) {
            throw new InvalidDataException(
                    "outcomes are too large to be squared: state them in a larger unit or learn their logarithms");
        }
        double slope = QuadraticElasticNet.largest(linear);
        largestSlope = slope > NO_SLOPE * Math.sqrt(squares) ? slope : 0;
    }

    @Override
    public Point empty() {
        return new Point(mean, new double[linear.length]);
    }

    @Override
    public double largestSlope() {
        return largestSlope;
    }

    /** Exact whatever is asked for: once the products of columns are known an answer costs little. */
    @Override
    public Point solve(double l1, double l2, Point start, double near) {
        return largestSlope == 0
                ? empty()
                : new Point(mean, QuadraticElasticNet.solve(gram, linear, l1, l2, start.b()));
    }

    @Override
    public double violation(Point point, double l1, double l2) {
        if (largestSlope == 0) {
            return 0;
        }
        double[] slope = linear.clone();
        for (int j = 0; j < slope.length; j++) {
            for (int k = 0; k < slope.length; k++) {
                slope[j] -= gram[j][k] * point.b()[k];
            }
        }
        double missed = QuadraticElasticNet.violation(slope, point.b(), l1, l2);
        return missed / largestSlope;
    }
}
