package org.ltv4j.core.feature;

import java.util.Arrays;

/** Mean, spread and middle of the first values of an array; sums run in order. */
final class Moments {
    private Moments() {}

    /** Sum over n; NaN if n is 0. */
    static double mean(double[] values, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Standard deviation with n - 1; NaN below two values. */
    static double sd(double[] values, int n, double mean) {
        if (n < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / (n - 1));
    }

    /** a / b; NaN if b is 0. */
    static double ratio(double a, double b) {
        return b == 0 ? Double.NaN : a / b;
    }

    /** The middle value, of an even number the mean of the two in the middle; sorts the values. */
    static double median(double[] values, int n) {
        if (n == 0) {
            return Double.NaN;
        }
        Arrays.sort(values, 0, n);
        int middle = n / 2;
        return n % 2 == 1 ? values[middle] : 0.5 * values[middle - 1] + 0.5 * values[middle];
    }
}
