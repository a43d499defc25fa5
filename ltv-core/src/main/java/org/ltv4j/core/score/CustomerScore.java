package org.ltv4j.core.score;

import java.util.Optional;
import org.ltv4j.core.model.Interval;

/**
 * What one customer is expected to do and to be worth over the scorer's horizon.
 *
 * @param probabilityAlive probability that the customer has not left for good, in [0, 1]
 * @param expectedTransactions expected purchases over the horizon, at least 0
 * @param discountedTransactions the same, each purchase discounted to the start of the horizon
 * @param expectedSpend expected amount per purchase, positive
 * @param value margin times expected spend times discounted transactions, at least 0
 * @param interval predictive interval of the realised value; empty where none was asked for
 */
public record CustomerScore(
        double probabilityAlive,
        double expectedTransactions,
        double discountedTransactions,
        double expectedSpend,
        double value,
        Optional<Interval> interval) {}
