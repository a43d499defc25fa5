package org.ltv4j.core.internal.math;

/**
 * A running sum that also keeps what rounding took away (Neumaier 1974): the error does not grow with the number of
 * terms. Not thread-safe. Terms added in the same order give the same bits.
 */
public final class CompensatedSum {
    private double sum;
    private double lost;

    /** Starts at 0. */
    public CompensatedSum() {}

    /**
     * Adds a term.
     *
     * @param term what to add
     */
    public void add(double term) {
        double next = sum + term;
        if (Math.abs(sum) >= Math.abs(term)) {
            lost += (sum - next) + term;
        } else {
            lost += (term - next) + sum;
        }
        sum = next;
    }

    /** Starts at 0 again. */
    public void clear() {
        sum = 0;
        lost = 0;
    }

    /**
     * The sum so far.
     *
     * @return the sum, infinite or NaN if a term was
     */
    public double value() {
        return Double.isFinite(sum) ? sum + lost : sum;
    }
}
