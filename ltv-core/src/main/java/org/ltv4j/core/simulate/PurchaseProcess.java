package org.ltv4j.core.simulate;

import java.util.random.RandomGenerator;

/**
 * How the customers of a made-up shop buy and leave. Implementations state the behaviour by their parameters; the time unit
 * is the caller's, and rates are per that unit.
 */
public interface PurchaseProcess {
    /**
     * Draws a customer and the purchases after the first one, which is at age 0.
     *
     * @param random the customer's own source of chance
     * @param until age at which the observation ends, finite and at least 0; a longer one only adds purchases
     * @return the purchases at ages in (0, until], and the customer's hidden traits
     * @throws IllegalArgumentException if there would be more than 10 million purchases
     */
    PurchasePath path(RandomGenerator random, double until);
}
