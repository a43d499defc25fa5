package org.ltv4j.core.model;

import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;

/**
 * A model of when customers buy and when they leave, of the "buy till you die" family.
 *
 * <p>In all of that family the future of a customer who is still alive at {@code T} does not depend on {@code t_x}, so every
 * prediction is {@code P(alive | x, t_x, T)} times a function of {@code (x, T)}: see {@link TransactionForecast}.
 */
public interface TransactionModel extends LtvModel {
    /**
     * The unit of the histories that this model reads.
     *
     * @return the time scale of its parameters
     */
    TimeScale scale();

    /**
     * Prepares predictions for one horizon.
     *
     * @param horizon time ahead, in any scale
     * @param discountRate continuous discount rate per unit of {@link #scale()}, finite and at least 0
     * @return predictions per customer, thread-safe
     */
    TransactionForecast forecast(Horizon horizon, double discountRate);

    /**
     * Log-likelihood of one history.
     *
     * @param customer a history in {@link #scale()}
     * @return natural logarithm of its likelihood; negative infinity where the model holds it impossible
     */
    double logLikelihood(CustomerSummary customer);

    /**
     * Probability that a customer has not left for good at the end of its history.
     *
     * @param customer a history in {@link #scale()}
     * @return in [0, 1]
     */
    default double probabilityAlive(CustomerSummary customer) {
        return forecast(Horizon.of(0, scale()), 0)
                .probabilityAlive(customer.frequency(), customer.recency(), customer.age());
    }

    /**
     * Expected purchases of a customer in the time after its history.
     *
     * @param customer a history in {@link #scale()}
     * @param horizon time ahead, in any scale; 0 gives 0
     * @return purchases, at least 0, never falling as the horizon grows
     */
    default double expectedTransactions(CustomerSummary customer, Horizon horizon) {
        return forecast(horizon, 0).expectedTransactions(customer.frequency(), customer.recency(), customer.age());
    }

    /**
     * Expected repeat purchases of a new customer, whose first purchase is at time 0.
     *
     * @param horizon time since the first purchase; 0 gives 0
     * @return repeat purchases, at least 0
     */
    default double expectedTransactions(Horizon horizon) {
        return forecast(horizon, 0).expectedTransactions(0, 0, 0);
    }

    /**
     * Probability that a new customer makes so many repeat purchases.
     *
     * @param n repeat purchases, at least 0
     * @param horizon time since the first purchase
     * @return in [0, 1]
     */
    default double probabilityOfTransactions(int n, Horizon horizon) {
        return forecast(horizon, 0).probabilityOfTransactions(n, 0, 0, 0);
    }
}
