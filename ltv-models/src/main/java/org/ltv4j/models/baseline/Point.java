package org.ltv4j.models.baseline;

/** An answer to a {@link PenalisedProblem}, on the scale of the standardised columns. Nobody changes its array. */
final class Point {
    private final double level;
    private final double[] b;

    /**
     * Takes the array over.
     *
     * @param level the linear predictor where all columns are 0, which is at their means
     * @param b a coefficient per column
     */
    Point(double level, double[] b) {
        this.level = level;
        this.b = b;
    }

    double level() {
        return level;
    }

    double[] b() {
        return b;
    }

    int nonzero() {
        int n = 0;
        for (double value : b) {
            n += value == 0 ? 0 : 1;
        }
        return n;
    }

    Point halfWayTo(Point other) {
        double[] middle = new double[b.length];
        for (int j = 0; j < b.length; j++) {
            middle[j] = 0.5 * (b[j] + other.b[j]);
        }
        return new Point(0.5 * (level + other.level), middle);
    }
}
