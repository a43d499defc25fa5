package org.ltv4j.core.model;

/**
 * Predictions of one model for one horizon {@code t} and one discount rate: prepared once, then one call per customer.
 * Immutable and thread-safe; no call allocates. Histories are in the model's time scale and must be possible ({@code 0 <=
 * t_x <= T}, {@code t_x = 0} where {@code x = 0}); they are not checked again here.
 *
 * <p>The methods that end in {@code IfAlive} speak of a customer who is alive at {@code T}; in this family of models they do
 * not depend on {@code t_x}, which is what lets a batch compute them once per {@code (x, T)}.
 */
public interface TransactionForecast {
    /**
     * Probability of being alive at {@code T}.
     *
     * @param x repeat purchases
     * @param tx age at the last purchase
     * @param age T, age at the end of the observation
     * @return in [0, 1]
     */
    double probabilityAlive(int x, double tx, double age);

    /**
     * Expected purchases in {@code (T, T + t]}, given alive at {@code T}.
     *
     * @param x repeat purchases
     * @param age T, age at the end of the observation
     * @return at least 0
     */
    double expectedIfAlive(int x, double age);

    /**
     * Expected purchases in {@code (T, T + t]}, given alive at {@code T}, each weighted by {@code exp(-rate * u)} where it
     * happens at {@code T + u}.
     *
     * @param x repeat purchases
     * @param age T, age at the end of the observation
     * @return at least 0, at most {@link #expectedIfAlive}
     */
    double discountedIfAlive(int x, double age);

    /**
     * Probability of exactly {@code n} purchases in {@code (T, T + t]}, given alive at {@code T}.
     *
     * @param n purchases, at least 0
     * @param x repeat purchases
     * @param age T, age at the end of the observation
     * @return in [0, 1]
     */
    double probabilityIfAlive(int n, int x, double age);

    /**
     * Expected purchases in {@code (T, T + t]}.
     *
     * @param x repeat purchases
     * @param tx age at the last purchase
     * @param age T, age at the end of the observation
     * @return at least 0
     */
    default double expectedTransactions(int x, double tx, double age) {
        return probabilityAlive(x, tx, age) * expectedIfAlive(x, age);
    }

    /**
     * Discounted expected purchases in {@code (T, T + t]}.
     *
     * @param x repeat purchases
     * @param tx age at the last purchase
     * @param age T, age at the end of the observation
     * @return at least 0
     */
    default double discountedTransactions(int x, double tx, double age) {
        return probabilityAlive(x, tx, age) * discountedIfAlive(x, age);
    }

    /**
     * Probability of exactly {@code n} purchases in {@code (T, T + t]}.
     *
     * @param n purchases, at least 0
     * @param x repeat purchases
     * @param tx age at the last purchase
     * @param age T, age at the end of the observation
     * @return in [0, 1]
     */
    default double probabilityOfTransactions(int n, int x, double tx, double age) {
        double alive = probabilityAlive(x, tx, age);
        double active = alive * probabilityIfAlive(n, x, age);
        return n == 0 ? 1 - alive + active : active;
    }
}
