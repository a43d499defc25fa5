package org.ltv4j.core.simulate;

import java.util.random.RandomGenerator;

/** How much the customers of a made-up shop spend per purchase, whatever their number of purchases. */
public interface SpendProcess {
    /**
     * Draws the hidden level of one customer.
     *
     * @param random the customer's own source of chance
     * @return mean amount of that customer's purchases, positive
     */
    double level(RandomGenerator random);

    /**
     * Draws the amount of one purchase.
     *
     * @param random the customer's own source of chance
     * @param level what {@link #level} gave for the customer
     * @return an amount, not negative; its mean is {@code level}
     */
    double amount(RandomGenerator random, double level);
}
