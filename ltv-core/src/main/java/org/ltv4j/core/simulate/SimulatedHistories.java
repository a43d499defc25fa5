package org.ltv4j.core.simulate;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Holdout;

/**
 * Made-up histories, what the customers did next, and the hidden truth about each of them. Customer {@code i} is the same
 * one in all of it. Immutable.
 */
public final class SimulatedHistories {
    private final CustomerSummaries calibration;
    private final Holdout holdout;
    private final double[] rates;
    private final double[] levels;
    private final double[] leavingAges;

    SimulatedHistories(
            CustomerSummaries calibration, Holdout holdout, double[] rates, double[] levels, double[] leavingAges) {
        this.calibration = calibration;
        this.holdout = holdout;
        this.rates = rates;
        this.levels = levels;
        this.leavingAges = leavingAges;
    }

    /**
     * The histories that a model may learn from.
     *
     * @return one per customer
     */
    public CustomerSummaries calibration() {
        return calibration;
    }

    /**
     * What the customers did afterwards. Every purchase counts, since the process has no days.
     *
     * @return purchases and spend of each customer
     */
    public Holdout holdout() {
        return holdout;
    }

    /**
     * How many customers there are.
     *
     * @return customers
     */
    public int size() {
        return rates.length;
    }

    /**
     * The true purchase rate of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return purchases per time unit while active
     */
    public double rate(int i) {
        return rates[i];
    }

    /**
     * The true spend level of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return mean amount per purchase; 0 where no spend was simulated
     */
    public double spendLevel(int i) {
        return levels[i];
    }

    /**
     * Whether a customer was still active at the end of the calibration.
     *
     * @param i from 0 to {@code size() - 1}
     * @return true if not yet gone
     */
    public boolean alive(int i) {
        return leavingAges[i] > calibration.age(i);
    }
}
