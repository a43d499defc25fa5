package org.ltv4j.core.clean;

import java.util.Arrays;
import org.ltv4j.core.internal.math.CompensatedSum;
import org.ltv4j.core.internal.math.Quantiles;

/**
 * Between which values a value is no outlier.
 *
 * @param lower lower fence; negative infinity for none
 * @param upper upper fence; infinity for none
 */
record Fences(double lower, double upper) {
    /** No fences. */
    static final Fences NONE = new Fences(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Third quartile of the standard normal distribution. */
    private static final double NORMAL_QUARTILE = 0.6745;

    /** Standard deviation of a normal distribution in mean absolute deviations: the root of pi/2. */
    private static final double NORMAL_MEAN_DEVIATION = 1.253314;

    /** How fences are learnt. */
    sealed interface Method {
        /** The fences of sorted values, at least one. */
        Fences of(double[] sorted);

        /** In words, and in the plan's text. */
        String words();
    }

    /** Quantiles. */
    record Winsor(double lower, double upper) implements Method {
        @Override
        public Fences of(double[] sorted) {
            return new Fences(
                    lower == 0 ? Double.NEGATIVE_INFINITY : Quantiles.of(sorted, 0, sorted.length, lower),
                    upper == 1 ? Double.POSITIVE_INFINITY : Quantiles.of(sorted, 0, sorted.length, upper));
        }

        @Override
        public String words() {
            return "the quantiles " + Tally.number(lower) + " and " + Tally.number(upper);
        }
    }

    /** Quartiles. */
    record Iqr(double k) implements Method {
        @Override
        public Fences of(double[] sorted) {
            double first = Quantiles.of(sorted, 0, sorted.length, 0.25);
            double third = Quantiles.of(sorted, 0, sorted.length, 0.75);
            double range = third - first;
            return range > 0 ? new Fences(first - k * range, third + k * range) : NONE;
        }

        @Override
        public String words() {
            return Tally.number(k) + " interquartile ranges around the quartiles";
        }
    }

    /** The median and the median of deviations from it. */
    record Mad(double z) implements Method {
        @Override
        public Fences of(double[] sorted) {
            int n = sorted.length;
            double median = Quantiles.of(sorted, 0, n, 0.5);
            double[] deviations = new double[n];
            CompensatedSum sum = new CompensatedSum();
            for (int i = 0; i < n; i++) {
                deviations[i] = Math.abs(sorted[i] - median);
                sum.add(deviations[i]);
            }
            Arrays.sort(deviations);
            double mad = Quantiles.of(deviations, 0, n, 0.5);
            double spread = mad > 0 ? mad / NORMAL_QUARTILE : NORMAL_MEAN_DEVIATION * (sum.value() / n);
            return spread > 0 ? new Fences(median - z * spread, median + z * spread) : NONE;
        }

        @Override
        public String words() {
            return "a modified z-score of " + Tally.number(z);
        }
    }

    /** The fences of a group by a rule. */
    static Fences learn(OutlierRule rule, double[] sorted) {
        if (sorted.length == 0 || rule.isPerProduct() && sorted.length < OutlierRule.LEAST_PER_PRODUCT) {
            return NONE;
        }
        double[] values = sorted;
        if (rule.isLogScale()) {
            values = new double[sorted.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = StrictMath.log(sorted[i]);
            }
        }
        Fences fences = rule.method().of(values);
        double low = rule.isUpperOnly() ? Double.NEGATIVE_INFINITY : fences.lower;
        return rule.isLogScale()
                ? new Fences(back(low, values, sorted), back(fences.upper, values, sorted))
                : new Fences(low, fences.upper);
    }

    /** A fence on the log scale as a value; one that is a value of the data comes back as that value, not a digit beside it. */
    private static double back(double fence, double[] logs, double[] sorted) {
        int at = Arrays.binarySearch(logs, fence);
        return at >= 0 ? sorted[at] : StrictMath.exp(fence);
    }

    /** The value, or the fence beyond which it is. */
    double capped(double value) {
        return value < lower ? lower : value > upper ? upper : value;
    }
}
