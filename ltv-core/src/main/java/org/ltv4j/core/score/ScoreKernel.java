package org.ltv4j.core.score;

import java.util.Optional;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.model.TransactionForecast;

/** The one place where a customer's value is computed: every door of {@link Scorer} ends here. Immutable, thread-safe. */
final class ScoreKernel {
    private final TransactionForecast forecast;
    private final SpendModel spend;
    private final boolean firstPurchaseCounts;
    private final double margin;
    private final double tail;

    /** With {@code tail} the probability below the lower bound and above the upper one; 0 for no interval. */
    ScoreKernel(TransactionForecast forecast, SpendModel spend, double margin, double tail) {
        this.forecast = forecast;
        this.spend = spend;
        this.firstPurchaseCounts = spend.basis() == SpendBasis.ALL_PURCHASES;
        this.margin = margin;
        this.tail = tail;
    }

    CellCache cache(int customers) {
        return new CellCache(forecast, customers, tail > 0);
    }

    /** Scores one history without an interval; allocates the result and nothing else. */
    CustomerScore point(int x, double tx, double age, double m, double first) {
        double alive = forecast.probabilityAlive(x, tx, age);
        double expectedSpend = spend.expectedSpend(purchases(x), meanSpend(x, m, first));
        double discounted = alive * forecast.discountedIfAlive(x, age);
        double value = value(expectedSpend, discounted, x, tx, age);
        double expected = alive * forecast.expectedIfAlive(x, age);
        return new CustomerScore(alive, expected, discounted, expectedSpend, value, Optional.empty());
    }

    /** Scores one history into row {@code i} of the columns. */
    void score(int x, double tx, double age, double m, double first, CellCache cache, ScoreColumns to, int i) {
        int cell = cache.find(x, age);
        double alive = forecast.probabilityAlive(x, tx, age);
        int purchases = purchases(x);
        double meanSpend = meanSpend(x, m, first);
        double expectedSpend = spend.expectedSpend(purchases, meanSpend);
        double discounted = alive * cache.discounted(cell);
        double value = value(expectedSpend, discounted, x, tx, age);
        to.alive[i] = alive;
        to.expected[i] = alive * cache.expected(cell);
        to.discounted[i] = discounted;
        to.spend[i] = expectedSpend;
        to.value[i] = value;
        if (tail > 0) {
            boolean noEvidence = purchases == 0; // then t_x is 0 as well, and the bounds depend on the cell alone
            if (noEvidence && cache.hasBounds(cell)) {
                to.lower[i] = cache.lower(cell);
                to.upper[i] = cache.upper(cell);
            } else {
                interval(cell, cache, alive, purchases, meanSpend, expectedSpend, to, i);
                if (noEvidence) {
                    cache.setBounds(cell, to.lower[i], to.upper[i]);
                }
            }
            // a mean may lie outside the quantiles, for example where 96 % never buy again: the interval still holds it
            to.lower[i] = Math.min(to.lower[i], value);
            to.upper[i] = Math.max(to.upper[i], value);
        }
    }

    private int purchases(int x) {
        return firstPurchaseCounts ? x + 1 : x;
    }

    private double meanSpend(int x, double m, double first) {
        return firstPurchaseCounts ? (x * m + first) / (x + 1) : m;
    }

    private double value(double expectedSpend, double discounted, int x, double tx, double age) {
        double value = margin * expectedSpend * discounted;
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("the models give no usable value at frequency " + x + ", recency " + tx
                    + ", age " + age + ": discounted transactions " + discounted + ", expected spend " + expectedSpend);
        }
        return value;
    }

    private void interval(
            int cell,
            CellCache cache,
            double alive,
            int purchases,
            double meanSpend,
            double expectedSpend,
            ScoreColumns to,
            int i) {
        double mean = cache.expected(cell);
        if (!(alive > tail) || mean == 0) {
            return; // most likely no purchase at all: both bounds stay 0
        }
        CountDistribution counts = cache.counts(cell);
        double none = 1 - alive + alive * counts.weight(0);
        if (none >= 1 - tail) {
            return;
        }
        // an amount counts at the average discount of the customer's expected purchases
        double perUnit = margin * (cache.discounted(cell) / mean);
        SpendQuantile quantile = new SpendQuantile(counts, spend, purchases, meanSpend);
        to.upper[i] = perUnit * quantile.at((1 - tail - none) / alive, expectedSpend);
        if (none < tail) {
            to.lower[i] = perUnit * quantile.at((tail - none) / alive, expectedSpend);
        }
    }
}
