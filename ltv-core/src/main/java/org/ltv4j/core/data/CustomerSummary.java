package org.ltv4j.core.data;

import org.jspecify.annotations.Nullable;

/**
 * One customer's history as the literature defines it. Times are ages: they count from the customer's first purchase, in
 * the time scale of whoever made the summary.
 *
 * <p>The first purchase makes the customer and is not counted: {@code x}, {@code t_x} and {@code m} speak of the purchases
 * after it. Purchases on one calendar day are one purchase.
 *
 * @param frequency x, repeat purchases, at least 0
 * @param recency t_x, age at the last purchase, in [0, age]; 0 when {@code frequency} is 0. It is never "days since"
 * @param age T, from the first purchase to the end of the observation window, at least 0
 * @param meanRepeatSpend m, mean amount of the repeat purchases; 0 when there are none. May be 0 or below where refunds
 *     outweighed purchases; models of spend leave such customers out and say so
 * @param firstSpend amount of the first purchase; 0 where amounts are not known
 */
public record CustomerSummary(int frequency, double recency, double age, double meanRepeatSpend, double firstSpend) {

    /**
     * Checks the ranges, so that no impossible history reaches a model.
     *
     * @param frequency x, repeat purchases, at least 0
     * @param recency t_x, age at the last purchase, in [0, age]; 0 when {@code frequency} is 0. It is never "days since"
     * @param age T, from the first purchase to the end of the observation window, at least 0
     * @param meanRepeatSpend m, mean amount of the repeat purchases; 0 when there are none. May be 0 or below where refunds outweighed purchases; models of spend leave such customers out and say so
     * @param firstSpend amount of the first purchase; 0 where amounts are not known
     */
    public CustomerSummary {
        String problem = problem(frequency, recency, age, meanRepeatSpend, firstSpend);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }

    /**
     * A history without amounts.
     *
     * @param frequency x, repeat purchases
     * @param recency t_x, age at the last purchase
     * @param age T, age at the end of the observation
     * @return the summary
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static CustomerSummary of(int frequency, double recency, double age) {
        return new CustomerSummary(frequency, recency, age, 0, 0);
    }

    /**
     * A history with the mean spend of its repeat purchases.
     *
     * @param frequency x, repeat purchases
     * @param recency t_x, age at the last purchase
     * @param age T, age at the end of the observation
     * @param meanRepeatSpend m, mean amount of the repeat purchases, 0 when there are none
     * @return the summary
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static CustomerSummary of(int frequency, double recency, double age, double meanRepeatSpend) {
        return new CustomerSummary(frequency, recency, age, meanRepeatSpend, 0);
    }

    /**
     * All purchases, the first one included.
     *
     * @return {@code frequency + 1}
     */
    public int purchases() {
        return frequency + 1;
    }

    /**
     * Mean amount over all purchases, the first one included.
     *
     * @return {@code (x m + first) / (x + 1)}
     */
    public double meanSpend() {
        return (frequency * meanRepeatSpend + firstSpend) / purchases();
    }

    /** What is wrong with these values in words, or null if nothing is. */
    static @Nullable String problem(int x, double tx, double age, double m, double first) {
        if (x < 0) {
            return "need frequency >= 0, got " + x;
        }
        if (!(age >= 0) || Double.isInfinite(age)) {
            return "need a finite age >= 0, got " + age;
        }
        if (!(tx >= 0 && tx <= age)) {
            return "need 0 <= recency <= age, got recency=" + tx + ", age=" + age;
        }
        if (x == 0 && tx != 0) {
            return "need recency = 0 where frequency is 0, got recency=" + tx;
        }
        if (x == 0 && m != 0) {
            return "need mean repeat spend = 0 where frequency is 0, got " + m;
        }
        if (!Double.isFinite(m) || !Double.isFinite(first)) {
            return "need finite spend, got meanRepeatSpend=" + m + ", firstSpend=" + first;
        }
        return null;
    }
}
