package org.ltv4j.core.internal.math;

/**
 * Unconstrained minimisation by the BFGS method with a line search for the strong Wolfe conditions: Nocedal and Wright
 * (2006), Numerical Optimization, algorithms 6.1, 3.5 and 3.6, with cubic interpolation. Deterministic.
 *
 * <p>Steps are limited in length, since a log parameter that moves by more than a few units at once has left the place
 * its gradient told about. A function that is flat towards infinity stops the search by its vanishing gradient.
 */
public final class Bfgs {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final int LINE_STEPS = 30;

    /** A value that falls by less than this share of itself, so often in a row, has reached its last digits. */
    private static final double NO_PROGRESS = 1e-15;

    private static final int PATIENCE = 3;

    private Bfgs() {}

    /**
     * When to stop.
     *
     * @param gradientTolerance largest absolute partial derivative at which the point counts as a minimum, above 0
     * @param maxIterations line searches at most, at least 1
     * @param maxStep longest step of one iteration in any variable, above 0
     */
    public record Settings(double gradientTolerance, int maxIterations, double maxStep) {
        /**
         * Checks the ranges.
         *
         * @param gradientTolerance largest absolute partial derivative at which the point counts as a minimum, above 0
         * @param maxIterations line searches at most, at least 1
         * @param maxStep longest step of one iteration in any variable, above 0
         */
        public Settings {
            if (!(gradientTolerance > 0) || maxIterations < 1 || !(maxStep > 0)) {
                throw new IllegalArgumentException(
                        "need gradientTolerance > 0, maxIterations >= 1 and maxStep > 0, got " + gradientTolerance
                                + ", " + maxIterations + ", " + maxStep);
            }
        }
    }

    /** Where a minimisation ended. */
    public static final class Result {
        private final double[] point;
        private final double value;
        private final double[] gradient;
        private final int iterations;
        private final int evaluations;
        private final boolean converged;

        Result(double[] point, double value, double[] gradient, int iterations, int evaluations, boolean converged) {
            this.point = point;
            this.value = value;
            this.gradient = gradient;
            this.iterations = iterations;
            this.evaluations = evaluations;
            this.converged = converged;
        }

        /**
         * The best point.
         *
         * @return a copy
         */
        public double[] point() {
            return point.clone();
        }

        /**
         * The value there.
         *
         * @return the smallest value met
         */
        public double value() {
            return value;
        }

        /**
         * The gradient there.
         *
         * @return a copy
         */
        public double[] gradient() {
            return gradient.clone();
        }

        /**
         * The largest absolute partial derivative at the best point.
         *
         * @return at least 0
         */
        public double gradientNorm() {
            return norm(gradient);
        }

        /**
         * Line searches done.
         *
         * @return at least 0
         */
        public int iterations() {
            return iterations;
        }

        /**
         * How often the function was computed.
         *
         * @return at least 1
         */
        public int evaluations() {
            return evaluations;
        }

        /**
         * Whether the gradient fell below its tolerance, or no step found a smaller value any more (the sums behind the
         * function carry no further digit).
         *
         * @return false when the iterations ran out
         */
        public boolean converged() {
            return converged;
        }
    }

    /**
     * Minimises a function.
     *
     * @param function the function
     * @param start where to begin; its value there must be finite
     * @param settings when to stop
     * @return the best point met
     * @throws IllegalArgumentException if the function is not finite at the start
     */
    public static Result minimize(SmoothFunction function, double[] start, Settings settings) {
        return new Search(function, start, settings).run();
    }

    static double norm(double[] gradient) {
        double largest = 0;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        return largest;
    }

    /** The state of one minimisation. */
    private static final class Search {
        private final SmoothFunction function;
        private final Settings settings;
        private final int n;
        private final double[][] inverse;
        private double[] point;
        private double value;
        private double[] gradient;
        private double[] trial;
        private double trialValue;
        private double[] trialGradient;
        private int evaluations;

        Search(SmoothFunction function, double[] start, Settings settings) {
            this.function = function;
            this.settings = settings;
            n = start.length;
            inverse = new double[n][n];
            point = start.clone();
            gradient = new double[n];
            trial = new double[n];
            trialGradient = new double[n];
            value = function.at(point, gradient);
            evaluations = 1;
            if (!Double.isFinite(value) || !Double.isFinite(norm(gradient))) {
                throw new IllegalArgumentException("the function is " + value + " at the start");
            }
        }

        Result run() {
            boolean scaled = false;
            restart(1);
            int iteration = 0;
            boolean fresh = true;
            int idle = 0;
            while (iteration < settings.maxIterations()) {
                if (norm(gradient) <= settings.gradientTolerance()) {
                    return result(iteration, true);
                }
                double[] direction = direction();
                double slope = dot(direction, gradient);
                if (!(slope < 0)) {
                    restart(1);
                    fresh = true;
                    direction = direction();
                    slope = dot(direction, gradient);
                }
                double longest = settings.maxStep() / norm(direction);
                double first = Math.min(fresh && !scaled ? Math.min(1, 1 / norm(gradient)) : 1, longest);
                if (!lineSearch(direction, slope, first, longest)) {
                    if (fresh) {
                        return result(iteration, true);
                    }
                    restart(1);
                    fresh = true;
                    scaled = false;
                    continue;
                }
                double[] moved = new double[n];
                double[] turned = new double[n];
                for (int i = 0; i < n; i++) {
                    moved[i] = trial[i] - point[i];
                    turned[i] = trialGradient[i] - gradient[i];
                }
                idle = value - trialValue <= NO_PROGRESS * Math.abs(value) ? idle + 1 : 0;
                accept();
                if (idle == PATIENCE) {
                    return result(iteration + 1, true);
                }
                double curvature = dot(moved, turned);
                if (curvature > 1e-12 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
                    if (!scaled) {
                        restart(curvature / dot(turned, turned));
                        scaled = true;
                    }
                    update(moved, turned, curvature);
                    fresh = false;
                }
                iteration++;
            }
            return result(iteration, norm(gradient) <= settings.gradientTolerance());
        }

        private Result result(int iterations, boolean converged) {
            return new Result(point, value, gradient, iterations, evaluations, converged);
        }

        private void restart(double scale) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverse[i][j] = i == j ? scale : 0;
                }
            }
        }

        private double[] direction() {
            double[] direction = new double[n];
            for (int i = 0; i < n; i++) {
                direction[i] = -dot(inverse[i], gradient);
            }
            return direction;
        }

        private void accept() {
            double[] spare = point;
            point = trial;
            trial = spare;
            spare = gradient;
            gradient = trialGradient;
            trialGradient = spare;
            value = trialValue;
        }

        private void update(double[] moved, double[] turned, double curvature) {
            double[] product = new double[n];
            for (int i = 0; i < n; i++) {
                product[i] = dot(inverse[i], turned);
            }
            double weight = (1 + dot(turned, product) / curvature) / curvature;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverse[i][j] +=
                            weight * moved[i] * moved[j] - (product[i] * moved[j] + moved[i] * product[j]) / curvature;
                }
            }
        }

        /** Computes the trial at a step and returns its slope. */
        private double probe(double[] direction, double step) {
            for (int i = 0; i < n; i++) {
                trial[i] = point[i] + step * direction[i];
            }
            trialValue = function.at(trial, trialGradient);
            evaluations++;
            double slope = dot(direction, trialGradient);
            if (!Double.isFinite(trialValue) || !Double.isFinite(slope)) {
                trialValue = Double.POSITIVE_INFINITY;
                return 0;
            }
            return slope;
        }

        /**
         * Leaves an acceptable trial behind. Below the last digits of the value the slope alone decides, as in Hager
         * and Zhang (2005).
         */
        private boolean lineSearch(double[] direction, double slope, double first, double longest) {
            double noise = 1e-15 * Math.abs(value);
            double low = 0;
            double lowValue = value;
            double lowSlope = slope;
            double high = Double.NaN;
            double highValue = Double.NaN;
            double highSlope = Double.NaN;
            double step = first;
            for (int k = 0; k < LINE_STEPS; k++) {
                double at = probe(direction, step);
                boolean tooHigh = trialValue > value + SUFFICIENT_DECREASE * step * slope + noise
                        || (low > 0 && trialValue > lowValue + noise);
                if (!tooHigh && Math.abs(at) <= -CURVATURE * slope) {
                    return true;
                }
                if (tooHigh || at >= 0) {
                    high = step;
                    highValue = trialValue;
                    highSlope = at;
                } else {
                    low = step;
                    lowValue = trialValue;
                    lowSlope = at;
                }
                if (Double.isNaN(high)) {
                    if (step >= longest) {
                        return true;
                    }
                    step = Math.min(longest, step * 3);
                } else {
                    if (Math.abs(high - low) <= 1e-14 * Math.max(high, low)) {
                        break;
                    }
                    step = between(low, lowValue, lowSlope, high, highValue, highSlope);
                }
            }
            if (low > 0) {
                probe(direction, low);
                return trialValue <= value + noise;
            }
            return false;
        }

        /** The minimum of the cubic through both ends, kept away from them. */
        private static double between(double x0, double f0, double g0, double x1, double f1, double g1) {
            double middle = 0.5 * (x0 + x1);
            double width = x1 - x0;
            double best = middle;
            if (Double.isFinite(f1)) {
                double d1 = g0 + g1 - 3 * (f1 - f0) / width;
                double root = d1 * d1 - g0 * g1;
                if (root >= 0) {
                    double d2 = Math.copySign(Math.sqrt(root), width);
                    best = x1 - width * ((g1 + d2 - d1) / (g1 - g0 + 2 * d2));
                }
            } else {
                best = x0 + 0.1 * width;
            }
            double margin = 0.1 * Math.abs(width);
            double least = Math.min(x0, x1) + margin;
            double most = Math.max(x0, x1) - margin;
            return Double.isFinite(best) ? Math.max(least, Math.min(most, best)) : middle;
        }
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
