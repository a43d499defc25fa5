package org.ltv4j.models.spend;

/**
 * One amount for all: nothing varies, neither within customers nor between them. What is left of the gamma-gamma where every
 * customer has the same mean spend.
 *
 * @param amount the amount of every purchase
 */
public record OneAmountMixture(double amount) implements SpendMixture {
    /**
     * Checks the range.
     *
     * @param amount the amount of every purchase
     */
    public OneAmountMixture {
        SpendMixture.requirePositive("amount", amount);
    }

    @Override
    public double populationMean() {
        return amount;
    }

    @Override
    public double expectedSpend(int x, double m) {
        return amount;
    }

    @Override
    public double probabilityTotalAtMost(double total, int n, int x, double m) {
        return total / n >= amount ? 1 : 0;
    }

    /** 0, the logarithm of probability 1, at the amount; negative infinity elsewhere. */
    @Override
    public double logDensity(int x, double m) {
        return m == amount ? 0 : Double.NEGATIVE_INFINITY;
    }
}
