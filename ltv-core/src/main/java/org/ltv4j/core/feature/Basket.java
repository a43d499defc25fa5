package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.NO_PURCHASE;
import static org.ltv4j.core.feature.Define.number;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.internal.math.MomentSums;
import org.ltv4j.core.internal.math.Quantiles;

/** The size of purchases in money and rows. */
final class Basket implements FeatureKernel {
    private final List<Feature> features;

    Basket(FeatureContext context) {
        String unit = context.amountUnit();
        features = List.of(
                number("lines_per_purchase", "rows", "rows of a purchase", "rows of sales / purchases", "date")
                        .withMissing(NO_PURCHASE),
                basket("basket_median", unit, "middle purchase", "median of the amounts of purchases"),
                basket(
                                "basket_sd",
                                unit,
                                "spread of purchases",
                                "standard deviation of the amounts of purchases, divisor n - 1")
                        .withMissing("with fewer than 2 purchases"),
                basket("basket_cv", "", "spread of purchases relative to their mean", "basket_sd / mean_spend")
                        .withMissing("with fewer than 2 purchases or without spend"),
                basket("basket_min", unit, "smallest purchase", "least amount of a purchase"),
                basket("basket_max", unit, "largest purchase", "greatest amount of a purchase"),
                basket("basket_last", unit, "last purchase", "amount of the last purchase"));
    }

    private static Feature basket(String name, String unit, String meaning, String formula) {
        return number(name, unit, meaning, formula, "date, amount").withMissing(NO_PURCHASE);
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int n = history.visits();
        if (n == 0) {
            for (int i = 0; i < features.size(); i++) {
                out[at + i] = Double.NaN;
            }
            return;
        }
        double[] amounts = history.scratch().doubles(n);
        for (int visit = 0; visit < n; visit++) {
            amounts[visit] = history.visitAmount(visit);
        }
        MomentSums moments = history.scratch().moments(amounts, 0, n);
        out[at] = (double) history.rows() / n;
        out[at + 2] = moments.sampleSd();
        out[at + 3] = Quotient.of(out[at + 2], moments.mean());
        out[at + 4] = moments.min();
        out[at + 5] = moments.max();
        out[at + 6] = amounts[n - 1];
        Arrays.sort(amounts, 0, n);
        out[at + 1] = Quantiles.of(amounts, 0, n, 0.5);
    }
}
