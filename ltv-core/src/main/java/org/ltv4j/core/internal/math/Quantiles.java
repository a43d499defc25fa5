package org.ltv4j.core.internal.math;

/** Quantiles of sorted values. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The quantile by linear interpolation between order statistics, definition 7 of Hyndman and Fan (1996), The American
     * Statistician 50(4): what R and NumPy give by default.
     *
     * @param sorted holds the values in rising order
     * @param from first value
     * @param to one past the last value
     * @param probability from 0 to 1
     * @return the quantile, NaN of no values
     */
    public static double of(double[] sorted, int from, int to, double probability) {
        int n = to - from;
        if (n == 0) {
            return Double.NaN;
        }
        double place = (n - 1) * probability;
        int below = (int) Math.floor(place);
        double low = sorted[from + below];
        if (below + 1 == n) {
            return low;
        }
        double high = sorted[from + below + 1];
        return low == high ? low : low + (place - below) * (high - low);
    }
}
