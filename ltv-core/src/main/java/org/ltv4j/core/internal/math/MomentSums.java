package org.ltv4j.core.internal.math;

/**
 * Finds the moments of numbers of any size, missing ones (NaN) left out, again and again without making an object. Two passes
 * with compensated sums: the first finds the mean, the second adds squared deviations from it, so that a large mean takes no
 * digits of a small spread. Not thread-safe.
 */
public final class MomentSums {
    private static final int LARGE_EXPONENT = 400;

    private final CompensatedSum sum = new CompensatedSum();
    private final CompensatedSum rest = new CompensatedSum();
    private int count;
    private double min = Double.NaN;
    private double max = Double.NaN;
    private double mean = Double.NaN;
    private double squares = Double.NaN;
    private int shift;

    /** Of nothing yet. */
    public MomentSums() {}

    /**
     * Takes some numbers in the place of those before.
     *
     * @param values holds finite numbers, NaN where missing
     * @param from the first of them
     * @param to one past the last of them
     * @return this
     */
    public MomentSums of(double[] values, int from, int to) {
        count = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                count++;
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            }
        }
        shift = 0;
        if (least < greatest) {
            min = least;
            max = greatest;
            spread(values, from, to);
        } else { // all are equal, or there are none
            min = count == 0 ? Double.NaN : least;
            max = min;
            mean = min;
            squares = count == 0 ? Double.NaN : 0;
        }
        return this;
    }

    private void spread(double[] values, int from, int to) {
        // squares and sums of very large or very small numbers leave the range of doubles; powers of two cost no digit
        int exponent = Math.getExponent(Math.max(Math.abs(min), Math.abs(max)));
        shift = Math.abs(exponent) > LARGE_EXPONENT ? -exponent : 0;
        sum.clear();
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                sum.add(scaled(values[i]));
            }
        }
        double middle = sum.value() / count;
        sum.clear();
        rest.clear();
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                double deviation = scaled(values[i]) - middle;
                sum.add(deviation * deviation);
                rest.add(deviation);
            }
        }
        double lost = rest.value(); // what rounding of the mean left
        squares = Math.max(0, sum.value() - lost * lost / count);
        mean = Math.max(min, Math.min(max, Math.scalb(middle, -shift))); // the quotient may be rounded beyond them
    }

    private double scaled(double value) {
        return shift == 0 ? value : Math.scalb(value, shift);
    }

    /**
     * How many numbers are not missing.
     *
     * @return at least 0
     */
    public int count() {
        return count;
    }

    /**
     * The smallest.
     *
     * @return a number; NaN if there is none
     */
    public double min() {
        return min;
    }

    /**
     * The largest.
     *
     * @return a number; NaN if there is none
     */
    public double max() {
        return max;
    }

    /**
     * The arithmetic mean.
     *
     * @return from {@link #min()} to {@link #max()}, and that very number if all are equal; NaN if there is none
     */
    public double mean() {
        return mean;
    }

    /**
     * The standard deviation of the population: divided by n.
     *
     * @return exactly 0 if all are equal, NaN if there is none
     */
    public double sd() {
        return Math.scalb(Math.sqrt(squares / count), -shift);
    }

    /**
     * The standard deviation of a sample: divided by n - 1.
     *
     * @return exactly 0 if all are equal, NaN below two numbers; infinite if it is beyond the range of a double, which takes numbers
     *     of both signs
     */
    public double sampleSd() {
        return count < 2 ? Double.NaN : Math.scalb(Math.sqrt(squares / (count - 1)), -shift);
    }
}
