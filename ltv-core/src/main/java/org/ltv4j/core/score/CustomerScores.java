package org.ltv4j.core.score;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.internal.math.Ranking;
import org.ltv4j.core.model.Interval;

/**
 * The scores of many customers as immutable columns; customer {@code i} is customer {@code i} of {@link #customers()}.
 *
 * <p>Cost: 40 bytes a customer, 16 more with intervals, 8 more once ranks were asked for.
 */
public final class CustomerScores {
    private static final int BLOCK = 1024;

    private final CustomerSummaries customers;
    private final ScoreColumns columns;
    private final Scorer scorer;
    private volatile int @Nullable [] order;
    private volatile int @Nullable [] ranks;

    CustomerScores(CustomerSummaries customers, ScoreColumns columns, Scorer scorer) {
        this.customers = customers;
        this.columns = columns;
        this.scorer = scorer;
    }

    /**
     * How many customers there are.
     *
     * @return customers
     */
    public int size() {
        return columns.value.length;
    }

    /**
     * The histories that were scored.
     *
     * @return histories in the order of the scores
     */
    public CustomerSummaries customers() {
        return customers;
    }

    /**
     * What the scores were computed with: models, horizon, discount, margin, interval.
     *
     * @return the scorer
     */
    public Scorer scorer() {
        return scorer;
    }

    /**
     * The id of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return the id as it stood in the source
     */
    public String id(int i) {
        return customers.id(i);
    }

    /**
     * Whether a customer is still one.
     *
     * @param i from 0 to {@code size() - 1}
     * @return probability in [0, 1]
     */
    public double probabilityAlive(int i) {
        return columns.alive[i];
    }

    /**
     * Purchases over the horizon.
     *
     * @param i from 0 to {@code size() - 1}
     * @return their expected number
     */
    public double expectedTransactions(int i) {
        return columns.expected[i];
    }

    /**
     * Discounted purchases over the horizon.
     *
     * @param i from 0 to {@code size() - 1}
     * @return their expected sum
     */
    public double discountedTransactions(int i) {
        return columns.discounted[i];
    }

    /**
     * Amount per purchase.
     *
     * @param i from 0 to {@code size() - 1}
     * @return its expectation, in {@link #currency()}
     */
    public double expectedSpend(int i) {
        return columns.spend[i];
    }

    /**
     * What a customer is worth over the horizon.
     *
     * @param i from 0 to {@code size() - 1}
     * @return margin times expected spend times discounted purchases, in {@link #currency()}
     */
    public double value(int i) {
        return columns.value[i];
    }

    /**
     * Predictive interval of the value that will be realised.
     *
     * @param i from 0 to {@code size() - 1}
     * @return the interval, empty where the scorer was not asked for one
     */
    public Optional<Interval> interval(int i) {
        return columns.score(i).interval();
    }

    /**
     * The whole score of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return the score
     */
    public CustomerScore score(int i) {
        return columns.score(i);
    }

    /**
     * The place of a customer by value. The first call sorts all customers.
     *
     * @param i from 0 to {@code size() - 1}
     * @return 1 for the highest value; equal values are ranked in the order of the customers
     */
    public int rank(int i) {
        int[] known = ranks;
        if (known == null) {
            int[] sorted = order();
            known = new int[sorted.length];
            for (int place = 0; place < sorted.length; place++) {
                known[sorted[place]] = place + 1;
            }
            ranks = known;
        }
        return known[i];
    }

    /**
     * The most valuable customers.
     *
     * @param n how many, at least 0; more than there are gives all
     * @return their numbers by falling value
     */
    public int[] top(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("need a number of customers >= 0, got " + n);
        }
        return Arrays.copyOf(order(), Math.min(n, size()));
    }

    private int[] order() {
        int[] known = order;
        if (known == null) {
            known = Ranking.descending(columns.value);
            order = known;
        }
        return known;
    }

    /**
     * Value of all customers together.
     *
     * @return the sum, in {@link #currency()}
     */
    public double totalValue() {
        return sum(columns.value);
    }

    /**
     * Expected purchases of all customers together.
     *
     * @return the sum
     */
    public double totalExpectedTransactions() {
        return sum(columns.expected);
    }

    /** In blocks, so that rounding does not grow with the number of customers. */
    private static double sum(double[] column) {
        double total = 0;
        for (int from = 0; from < column.length; from += BLOCK) {
            double block = 0;
            for (int i = from; i < Math.min(column.length, from + BLOCK); i++) {
                block += column[i];
            }
            total += block;
        }
        return total;
    }

    /**
     * The currency of the amounts.
     *
     * @return its code, or the empty text where it is not known or value is counted in purchases (see {@link
     *     Scorer#countsPurchases()})
     */
    public String currency() {
        return scorer.countsPurchases() ? "" : customers.currency();
    }

    /** Size and settings, but no data: safe to print. */
    @Override
    public String toString() {
        return "CustomerScores[" + size() + " customers, " + scorer + "]";
    }
}
