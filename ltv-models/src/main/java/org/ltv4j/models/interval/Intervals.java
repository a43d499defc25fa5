package org.ltv4j.models.interval;

import java.time.LocalDate;
import java.util.Arrays;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.outcome.Outcome;

/** An interval of the outcome of each customer. Immutable. */
public final class Intervals {
    private final IdTable customers;
    private final LocalDate asOf;
    private final Outcome outcome;
    private final double confidence;
    private final double[] centre;
    private final double[] lower;
    private final double[] upper;

    private Intervals(
            IdTable customers,
            LocalDate asOf,
            Outcome outcome,
            double confidence,
            double[] centre,
            double[] lower,
            double[] upper) {
        this.customers = customers;
        this.asOf = asOf;
        this.outcome = outcome;
        this.confidence = confidence;
        this.centre = centre;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Intervals of these ends.
     *
     * @param customers who
     * @param asOf the date up to whose end the model knew
     * @param outcome what is foretold
     * @param confidence share of outcomes that shall be within
     * @param centre a finite point prediction per customer; copied
     * @param lower a lower end per customer, negative infinity for none; copied
     * @param upper an upper end per customer, not below the lower, infinity for none; copied
     * @return the intervals
     * @throws InvalidDataException if lengths differ, an end is NaN or the ends of a customer cross
     */
    public static Intervals of(
            IdTable customers,
            LocalDate asOf,
            Outcome outcome,
            double confidence,
            double[] centre,
            double[] lower,
            double[] upper) {
        int n = customers.size();
        if (centre.length != n || lower.length != n || upper.length != n) {
            throw new InvalidDataException("need a centre and two ends for each of " + n + " customers, got "
                    + centre.length + ", " + lower.length + " and " + upper.length);
        }
        for (int i = 0; i < n; i++) {
            if (!(lower[i] <= upper[i]) || !Double.isFinite(centre[i])) {
                throw new InvalidDataException("customer " + (i + 1) + ": from " + lower[i] + " to " + upper[i]
                        + " around " + centre[i] + " is no interval");
            }
        }
        return new Intervals(customers, asOf, outcome, confidence, centre.clone(), lower.clone(), upper.clone());
    }

    /**
     * How many customers there are.
     *
     * @return customers
     */
    public int size() {
        return centre.length;
    }

    /**
     * Who.
     *
     * @return a customer per interval
     */
    public IdTable customers() {
        return customers;
    }

    /**
     * The date up to whose end the model knew.
     *
     * @return the date
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * What is foretold.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The share of outcomes that shall be within.
     *
     * @return at least 0.5 and below 1
     */
    public double confidence() {
        return confidence;
    }

    /**
     * The point prediction that the interval was made around: the model's own, which may lie outside.
     *
     * @param i customer, from 0
     * @return finite
     */
    public double centre(int i) {
        return centre[i];
    }

    /**
     * The lower end.
     *
     * @param i customer, from 0
     * @return negative infinity where there is none
     */
    public double lower(int i) {
        return lower[i];
    }

    /**
     * The upper end.
     *
     * @param i customer, from 0
     * @return not below the lower end; infinity where there is none
     */
    public double upper(int i) {
        return upper[i];
    }

    /**
     * Both ends, which belong to the interval.
     *
     * @param i customer, from 0
     * @return the interval
     */
    public Interval interval(int i) {
        return new Interval(lower[i], upper[i]);
    }

    /** Equal numbers, to the bit, of equally many customers on one date. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Intervals that
                && that.asOf.equals(asOf)
                && that.outcome.equals(outcome)
                && Double.compare(that.confidence, confidence) == 0
                && Arrays.equals(that.centre, centre)
                && Arrays.equals(that.lower, lower)
                && Arrays.equals(that.upper, upper);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * asOf.hashCode() + Arrays.hashCode(lower)) + Arrays.hashCode(upper);
    }

    @Override
    public String toString() {
        return "Intervals[" + outcome + " of " + centre.length + " customers as of " + asOf + ", confidence "
                + confidence + "]";
    }
}
