package org.ltv4j.core.outcome;

import java.time.LocalDate;
import java.util.Arrays;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * What a model says of each customer as of a date: the expected outcome, or its probability. Immutable.
 */
public final class Predictions {
    private final IdTable customers;
    private final LocalDate asOf;
    private final Outcome outcome;
    private final double[] values;

    private Predictions(IdTable customers, LocalDate asOf, Outcome outcome, double[] values) {
        this.customers = customers;
        this.asOf = asOf;
        this.outcome = outcome;
        this.values = values;
    }

    /**
     * Predictions of these values.
     *
     * @param customers who
     * @param asOf the date up to whose end the model knew
     * @param outcome what is foretold
     * @param values a finite value per customer; a probability lies in [0, 1]; copied
     * @return the predictions
     * @throws InvalidDataException if the lengths differ or a value is out of its range
     */
    public static Predictions of(IdTable customers, LocalDate asOf, Outcome outcome, double[] values) {
        if (values.length != customers.size()) {
            throw new InvalidDataException(values.length + " predictions for " + customers.size() + " customers");
        }
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (!Double.isFinite(value) || outcome.isProbability() && (value < 0 || value > 1)) {
                throw new InvalidDataException("customer " + (i + 1) + ": " + value + " is no prediction of " + outcome
                        + ", which is " + (outcome.isProbability() ? "in [0, 1]" : "finite"));
            }
        }
        return new Predictions(customers, asOf, outcome, values.clone());
    }

    /**
     * How many customers there are.
     *
     * @return customers
     */
    public int size() {
        return values.length;
    }

    /**
     * Who.
     *
     * @return a customer per value
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
     * The prediction of one customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return the expected outcome, or its probability
     */
    public double value(int i) {
        return values[i];
    }

    /**
     * All predictions.
     *
     * @return a copy, a value per customer
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * The predictions of some customers, or of all in another order.
     *
     * @param ids who, in the order wanted
     * @return this, if the customers stand in that order already
     * @throws InvalidDataException if one of them is not foretold
     */
    public Predictions forCustomers(IdTable ids) {
        if (inOrderOf(ids)) {
            return this;
        }
        double[] chosen = new double[ids.size()];
        for (int i = 0; i < chosen.length; i++) {
            int place = customers.indexOf(ids, i);
            if (place < 0) {
                throw new InvalidDataException("customer " + (i + 1) + " of " + ids.size() + " is not among the "
                        + values.length + " who are foretold");
            }
            chosen[i] = values[place];
        }
        return new Predictions(ids, asOf, outcome, chosen);
    }

    private boolean inOrderOf(IdTable ids) {
        if (ids == customers) {
            return true;
        }
        boolean same = ids.size() == customers.size();
        for (int i = 0; same && i < values.length; i++) {
            same = customers.indexOf(ids, i) == i;
        }
        return same;
    }

    /** Equal values, to the bit, of equally many customers on one date. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Predictions that
                && that.asOf.equals(asOf)
                && that.outcome.equals(outcome)
                && Arrays.equals(that.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * asOf.hashCode() + outcome.hashCode()) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Predictions[" + outcome + " of " + values.length + " customers as of " + asOf + "]";
    }
}
