package org.ltv4j.core.internal.math;

/**
 * Mean and standard deviation of numbers of any size, missing ones (NaN) left out; {@link MomentSums} has the method.
 *
 * @param count numbers that are not missing
 * @param min smallest; NaN if there is none
 * @param max largest; NaN if there is none
 * @param mean arithmetic mean, from min to max; NaN if there is none
 * @param sd standard deviation of the population (divided by n); exactly 0 if all are equal, NaN if there is none
 */
public record Moments(int count, double min, double max, double mean, double sd) {
    /**
     * Of some numbers.
     *
     * @param values finite numbers, NaN where missing
     * @return their moments
     */
    public static Moments of(double[] values) {
        MomentSums sums = new MomentSums().of(values, 0, values.length);
        return new Moments(sums.count(), sums.min(), sums.max(), sums.mean(), sums.sd());
    }
}
