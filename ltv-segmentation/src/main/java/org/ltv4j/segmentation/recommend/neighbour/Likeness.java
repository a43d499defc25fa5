package org.ltv4j.segmentation.recommend.neighbour;

/**
 * How alike two items are by the rows (baskets or customers) that have both. Always from 0 to 1, and 0 for items that no row has both of.
 */
public enum Likeness {
    /** {@code both / sqrt(a b)}. */
    COSINE {
        @Override
        double value(double both, double a, double b, double rows) {
            return both / Math.sqrt(a * b);
        }
    },
    /** {@code both / (a + b - both)}. */
    JACCARD {
        @Override
        double value(double both, double a, double b, double rows) {
            return both / (a + b - both);
        }
    },
    /**
     * {@code G / (1 + G)}, where G is the log-likelihood ratio of Dunning (1993) for the 2 by 2 table of rows with and without either
     * item; 0 where the two are together no more often than by chance. What is likely no accident counts nearly 1, however weak it is.
     */
    LOG_LIKELIHOOD {
        @Override
        double value(double both, double a, double b, double rows) {
            double g = both * rows > a * b ? ratio(both, a, b, rows) : 0;
            return g / (1 + g);
        }
    };

    abstract double value(double both, double a, double b, double rows);

    /**
     * How alike two items are.
     *
     * @param both rows with both, at least 0
     * @param a rows with the one, at least {@code both}
     * @param b rows with the other, at least {@code both}
     * @param rows all rows, at least {@code a + b - both}
     * @return from 0 to 1
     * @throws IllegalArgumentException if the counts are not of one table
     */
    public double of(long both, long a, long b, long rows) {
        if (both < 0 || a < both || b < both || rows < a + b - both) {
            throw new IllegalArgumentException("need 0 <= both <= a, b and a + b - both <= rows, got both = " + both
                    + ", a = " + a + ", b = " + b + ", rows = " + rows);
        }
        return both == 0 ? 0 : value(both, a, b, rows);
    }

    /**
     * The log-likelihood ratio of Dunning (1993): twice the logarithm by which the table is likelier under two shares than under one.
     * Under independence it is distributed about as chi-square with one degree of freedom.
     *
     * @param both rows with both
     * @param a rows with the one
     * @param b rows with the other
     * @param rows all rows
     * @return at least 0
     */
    static double ratio(double both, double a, double b, double rows) {
        double cells = xlogx(both) + xlogx(a - both) + xlogx(b - both) + xlogx(rows - a - b + both);
        double margins = xlogx(a) + xlogx(rows - a) + xlogx(b) + xlogx(rows - b);
        return Math.max(0, 2 * (cells - margins + xlogx(rows)));
    }

    private static double xlogx(double x) {
        return x == 0 ? 0 : x * StrictMath.log(x);
    }
}
