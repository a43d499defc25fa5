package org.ltv4j.examples.quickstart;

import org.ltv4j.core.evaluate.Concentration;
import org.ltv4j.core.score.CustomerScores;

/**
 * How value is spread over customers.
 *
 * @param repeatCustomers customers with at least one repeat purchase
 * @param topCustomers how many customers are the best 20 %, rounded
 * @param topShare share of the value that the best 20 % hold
 * @param curve the whole curve
 */
record ValueShares(long repeatCustomers, long topCustomers, double topShare, Concentration curve) {
    private static final double TOP = 0.2;

    static ValueShares of(CustomerScores scores) {
        long repeat = 0;
        for (int i = 0; i < scores.size(); i++) {
            repeat += scores.customers().frequency(i) > 0 ? 1 : 0;
        }
        Concentration curve = Concentration.of(scores);
        return new ValueShares(repeat, Math.round(scores.size() * TOP), curve.valueShare(TOP), curve);
    }
}
