package org.ltv4j.core.internal.math;

/**
 * Mean and standard deviation of numbers of any size, missing ones (NaN) left out. Two passes with compensated sums: the
 * first finds the mean, the second adds squared deviations from it, so that a large mean takes no digits of a small spread.
 *
 * @param count numbers that are not missing
 * @param min smallest; NaN if there is none
 * @param max largest; NaN if there is none
 * @param mean arithmetic mean; NaN if there is none
 * @param sd standard deviation of the population (divided by n); exactly 0 if all are equal, NaN if there is none
 */
public record Moments(int count, double min, double max, double mean, double sd) {
    private static final int LARGE_EXPONENT = 400;

    /**
     * Of some numbers.
     *
     * @param values finite numbers, NaN where missing
     * @return their moments
     */
    public static Moments of(double[] values) {
        int count = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count++;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (count == 0) {
            return new Moments(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        if (min == max) {
            return new Moments(count, min, max, min, 0);
        }
        // squares and sums of very large or very small numbers leave the range of doubles; powers of two cost no digit
        int exponent = Math.getExponent(Math.max(Math.abs(min), Math.abs(max)));
        int shift = Math.abs(exponent) > LARGE_EXPONENT ? -exponent : 0;
        double mean = mean(values, count, shift);
        double sd = sd(values, count, shift, mean);
        return new Moments(count, min, max, Math.scalb(mean, -shift), Math.scalb(sd, -shift));
    }

    private static double mean(double[] values, int count, int shift) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum.add(shift == 0 ? value : Math.scalb(value, shift));
            }
        }
        return sum.value() / count;
    }

    private static double sd(double[] values, int count, int shift, double mean) {
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum rest = new CompensatedSum();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                double deviation = (shift == 0 ? value : Math.scalb(value, shift)) - mean;
                squares.add(deviation * deviation);
                rest.add(deviation);
            }
        }
        double lost = rest.value(); // what rounding of the mean left
        return Math.sqrt(Math.max(0, squares.value() - lost * lost / count) / count);
    }
}
