package org.ltv4j.models.baseline;

import java.util.Optional;

/**
 * {@code -weighted mean of the log-likelihood} of 0 and 1 under the penalty: Newton steps, each of them a weighted least squares
 * problem (Friedman, Hastie and Tibshirani 2010, section 3), shortened where the function would rise.
 *
 * <p>Where all outcomes are the same nothing is learnt from the columns, and the level is that of half an event of either kind
 * more, so that it is finite.
 */
final class LogisticProblem implements PenalisedProblem {
    private static final int STEPS = 100;
    private static final int HALVINGS = 40;
    private static final double TOLERANCE = 1e-10;

    /** Slopes of standardised columns are at most 1/2; less than this is rounding. */
    private static final double NO_SLOPE = 1e-14;

    /** Near the best point the function cannot tell a better one any more, but its slopes can. */
    private static final double ROUNDING = 1e-14;

    /** Rows whose outcome is all but certain keep this curvature, so that steps stay bounded. */
    private static final double LEAST_CURVATURE = 1e-9;

    private final Design design;
    private final double[] targets;
    private final boolean varies;
    private final double emptyLevel;
    private final double largestSlope;

    LogisticProblem(Design design, double[] targets) {
        this.design = design;
        this.targets = targets;
        double ones = 0;
        double zeros = 0;
        for (int i = 0; i < targets.length; i++) {
            ones += design.weight(i) * targets[i];
            zeros += design.weight(i) * (1 - targets[i]);
        }
        varies = ones > 0 && zeros > 0;
        double more = varies ? 0 : 0.5 / targets.length;
        emptyLevel = StrictMath.log((ones + more) / (zeros + more));
        double slope =
                QuadraticElasticNet.largest(design.products(residuals(design.predictors(emptyLevel, new double[0]))));
        largestSlope = varies && slope > NO_SLOPE ? slope : 0;
    }

    @Override
    public Point empty() {
        return new Point(emptyLevel, new double[design.columns()]);
    }

    @Override
    public double largestSlope() {
        return largestSlope;
    }

    static double probability(double predictor) {
        return 1 / (1 + StrictMath.exp(-predictor));
    }

    /** {@code -ln} of the likelihood of an outcome. */
    static double loss(double predictor, double outcome) {
        double signed = outcome > 0.5 ? -predictor : predictor;
        return Math.max(signed, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(signed)));
    }

    private double[] residuals(double[] predictors) {
        double[] residuals = new double[predictors.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = design.weight(i) * (targets[i] - probability(predictors[i]));
        }
        return residuals;
    }

    private double value(double[] predictors, double[] b, double l1, double l2) {
        double sum = 0;
        for (int i = 0; i < predictors.length; i++) {
            sum += design.weight(i) * loss(predictors[i], targets[i]);
        }
        double penalty = 0;
        for (double value : b) {
            penalty += l1 * Math.abs(value) + 0.5 * l2 * value * value;
        }
        return sum + penalty;
    }

    @Override
    public Point solve(double l1, double l2, Point start) {
        Point at = start;
        for (int step = 0; step < STEPS && violation(at, l1, l2) > TOLERANCE; step++) {
            Optional<Point> next = shortened(at, newton(at, l1, l2), l1, l2);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        return at;
    }

    /** The best answer of the quadratic that touches the likelihood here; the level is eliminated from it. */
    private Point newton(Point at, double l1, double l2) {
        double[] predictors = design.predictors(at.level(), at.b());
        double[] residuals = residuals(predictors);
        double[] v = new double[predictors.length];
        double sumV = 0;
        double sumResidual = 0;
        for (int i = 0; i < v.length; i++) {
            double p = probability(predictors[i]);
            v[i] = design.weight(i) * Math.max(LEAST_CURVATURE, p * (1 - p));
            sumV += v[i];
            sumResidual += residuals[i];
        }
        double[][] gram = design.gram(v);
        double[] means = design.products(v);
        double[] linear = design.products(residuals);
        int n = linear.length;
        for (int j = 0; j < n; j++) {
            linear[j] -= means[j] * sumResidual / sumV;
            for (int k = 0; k < n; k++) {
                gram[j][k] -= means[j] * means[k] / sumV;
            }
        }
        for (int j = 0; j < n; j++) {
            gram[j][j] = design.scale(j) > 0 ? Math.max(0, gram[j][j]) : 0;
            for (int k = 0; k < n; k++) {
                linear[j] += gram[j][k] * at.b()[k];
            }
        }
        double[] b = QuadraticElasticNet.solve(gram, linear, l1, l2, at.b());
        double change = sumResidual;
        for (int j = 0; j < n; j++) {
            change -= means[j] * (b[j] - at.b()[j]);
        }
        return new Point(at.level() + change / sumV, b);
    }

    /** As much of a step as makes the function no larger. */
    private Optional<Point> shortened(Point from, Point to, double l1, double l2) {
        double before = value(design.predictors(from.level(), from.b()), from.b(), l1, l2);
        Point next = to;
        for (int i = 0; i < HALVINGS; i++) {
            double after = value(design.predictors(next.level(), next.b()), next.b(), l1, l2);
            if (after <= before + ROUNDING * (1 + before)) {
                return Optional.of(next);
            }
            next = from.halfWayTo(next);
        }
        return Optional.empty();
    }

    @Override
    public double violation(Point point, double l1, double l2) {
        if (largestSlope == 0) {
            return 0;
        }
        double[] residuals = residuals(design.predictors(point.level(), point.b()));
        double sum = 0;
        for (double residual : residuals) {
            sum += residual;
        }
        double missed = QuadraticElasticNet.violation(design.products(residuals), point.b(), l1, l2);
        double worst = Math.max(missed, Math.abs(sum));
        return worst / largestSlope;
    }
}
