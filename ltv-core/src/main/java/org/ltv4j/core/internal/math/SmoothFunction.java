package org.ltv4j.core.internal.math;

/** A function of several variables with its gradient, both from one pass. */
@FunctionalInterface
public interface SmoothFunction {
    /**
     * The value, and the gradient written into an array.
     *
     * @param point where; not to be changed
     * @param gradient filled with the partial derivatives, same length as {@code point}
     * @return the value; NaN or positive infinity where there is none
     */
    double at(double[] point, double[] gradient);
}
