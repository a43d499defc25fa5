package org.ltv4j.models.baseline;

import java.util.Optional;

/**
 * {@code -weighted mean of the log-likelihood} of 0 and 1 under the penalty: Newton steps, each of them a weighted least squares
 * problem (Friedman, Hastie and Tibshirani 2010, section 3), shortened where the function would rise. Second derivatives, the costly part, are kept
 * as long as steps with them come near quickly. Not for several threads.
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

    /** A step with old second derivatives is good enough that misses this share of what the one before did. */
    private static final double GOOD_STEP = 0.3;

    /** Near the best point the function cannot tell a better one any more, but its slopes can. */
    private static final double ROUNDING = 1e-14;

    /** Rows whose outcome is all but certain keep this curvature, so that steps stay bounded. */
    private static final double LEAST_CURVATURE = 1e-9;

    private final Design design;
    private final double[] targets;
    private final double emptyLevel;
    private final double largestSlope;

    /** Of an earlier step, of this penalty or another. */
    private Optional<Curvature> curvature = Optional.empty();

    LogisticProblem(Design design, double[] targets) {
        this.design = design;
        this.targets = targets;
        double ones = 0;
        double zeros = 0;
        for (int i = 0; i < targets.length; i++) {
            ones += design.weight(i) * targets[i];
            zeros += design.weight(i) * (1 - targets[i]);
        }
        boolean varies = ones > 0 && zeros > 0;
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

    /** A point with what is worked out there once. */
    private final class Place {
        final Point point;
        final double[] predictors;
        final double[] residuals;
        final double value;

        Place(Point point, double l1, double l2) {
            this.point = point;
            predictors = design.predictors(point.level(), point.b());
            residuals = residuals(predictors);
            double sum = 0;
            for (int i = 0; i < predictors.length; i++) {
                sum += design.weight(i) * loss(predictors[i], targets[i]);
            }
            for (double b : point.b()) {
                sum += l1 * Math.abs(b) + 0.5 * l2 * b * b;
            }
            value = sum;
        }

        double sum() {
            double sum = 0;
            for (double residual : residuals) {
                sum += residual;
            }
            return sum;
        }

        double violation(double[] slopes, double l1, double l2) {
            double missed = QuadraticElasticNet.violation(slopes, point.b(), l1, l2);
            return Math.max(missed, Math.abs(sum())) / largestSlope;
        }
    }

    /** Second derivatives, the level eliminated: of use for some steps, as they change slowly. */
    private final class Curvature {
        final double[][] gram;
        final double[] means;
        final double sum;

        Curvature(double[] predictors) {
            double[] v = new double[predictors.length];
            double total = 0;
            for (int i = 0; i < v.length; i++) {
                double p = probability(predictors[i]);
                v[i] = design.weight(i) * Math.max(LEAST_CURVATURE, p * (1 - p));
                total += v[i];
            }
            sum = total;
            gram = design.gram(v);
            means = design.products(v);
            for (int j = 0; j < means.length; j++) {
                for (int k = 0; k < means.length; k++) {
                    gram[j][k] -= means[j] * means[k] / sum;
                }
                gram[j][j] = design.scale(j) > 0 ? Math.max(0, gram[j][j]) : 0;
            }
        }

        /** The best point of the quadratic with these derivatives that touches the likelihood at a place. */
        Point best(Place at, double[] slopes, double l1, double l2) {
            double[] linear = slopes.clone();
            double[] old = at.point.b();
            double change = at.sum();
            for (int j = 0; j < linear.length; j++) {
                linear[j] -= means[j] * change / sum;
                for (int k = 0; k < old.length; k++) {
                    linear[j] += gram[j][k] * old[k];
                }
            }
            double[] b = QuadraticElasticNet.solve(gram, linear, l1, l2, old);
            for (int j = 0; j < b.length; j++) {
                change -= means[j] * (b[j] - old[j]);
            }
            return new Point(at.point.level() + change / sum, b);
        }
    }

    @Override
    public Point solve(double l1, double l2, Point start, double near) {
        if (largestSlope == 0) {
            return empty();
        }
        Place at = new Place(start, l1, l2);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double[] slopes = design.products(at.residuals);
            double missed = at.violation(slopes, l1, l2);
            if (missed <= Math.max(near, TOLERANCE)) {
                break;
            }
            boolean anew = curvature.isEmpty() || !(missed < GOOD_STEP * before);
            Curvature here = anew ? new Curvature(at.predictors) : curvature.get();
            curvature = Optional.of(here);
            Optional<Place> next = shortened(at, here.best(at, slopes, l1, l2), l1, l2);
            if (next.isEmpty() && anew) {
                break;
            }
            before = next.isEmpty() ? 0 : missed;
            at = next.orElse(at);
        }
        return at.point;
    }

    /** As much of a step as makes the function no larger. */
    private Optional<Place> shortened(Place from, Point to, double l1, double l2) {
        Point next = to;
        for (int i = 0; i < HALVINGS; i++) {
            Place place = new Place(next, l1, l2);
            if (place.value <= from.value + ROUNDING * (1 + from.value)) {
                return Optional.of(place);
            }
            next = from.point.halfWayTo(next);
        }
        return Optional.empty();
    }

    @Override
    public double violation(Point point, double l1, double l2) {
        if (largestSlope == 0) {
            return 0;
        }
        Place place = new Place(point, l1, l2);
        return place.violation(design.products(place.residuals), l1, l2);
    }
}
