package org.ltv4j.core.model;

import org.ltv4j.core.data.CustomerSummary;

/**
 * A model of how much a customer spends per purchase. A customer's evidence is a number of purchases and their mean
 * amount; {@link #basis()} says which purchases those are.
 */
public interface SpendModel extends LtvModel {
    /**
     * Which purchases the model reads as evidence.
     *
     * @return repeat purchases only, or all
     */
    SpendBasis basis();

    /**
     * Expected amount of a future purchase.
     *
     * @param purchases how many purchases were seen, at least 0
     * @param meanSpend their mean amount; ignored when there are none; below 0 it counts as 0
     * @return a positive finite amount; without evidence the mean of the population
     */
    double expectedSpend(int purchases, double meanSpend);

    /**
     * Probability that the next {@code n} purchases of a customer add up to at most an amount: the customer's own
     * randomness and the uncertainty about the customer's mean, both.
     *
     * @param total an amount, at least 0
     * @param n future purchases, at least 1
     * @param purchases how many purchases were seen, at least 0
     * @param meanSpend their mean amount; ignored when there are none; below 0 it counts as 0
     * @return in [0, 1], never falling as {@code total} grows
     */
    double probabilityTotalAtMost(double total, int n, int purchases, double meanSpend);

    /**
     * Expected amount of a future purchase of a customer.
     *
     * @param customer a history with amounts
     * @return a positive finite amount
     */
    default double expectedSpend(CustomerSummary customer) {
        return expectedSpend(basis().purchases(customer), basis().meanSpend(customer));
    }

    /**
     * Mean amount over the population: what is expected of a customer without evidence.
     *
     * @return a positive finite amount
     */
    default double populationMean() {
        return expectedSpend(0, 0);
    }
}
