package org.ltv4j.core.model;

import java.util.Optional;

/**
 * Counts every purchase as 1: the place of a model of spend where amounts are not known or do not matter. Value is then
 * counted in purchases.
 */
public record PurchaseCount() implements SpendModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "purchase-count";

    @Override
    public String kind() {
        return KIND;
    }

    /** Empty: there is nothing to fit. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    /** Repeat purchases, as in the literature; no evidence changes what a purchase counts. */
    @Override
    public SpendBasis basis() {
        return SpendBasis.REPEAT_PURCHASES;
    }

    /** Always 1. */
    @Override
    public double expectedSpend(int purchases, double meanSpend) {
        return 1;
    }

    /** 1 where the total is at least {@code n}, else 0. */
    @Override
    public double probabilityTotalAtMost(double total, int n, int purchases, double meanSpend) {
        return total >= n ? 1 : 0;
    }
}
