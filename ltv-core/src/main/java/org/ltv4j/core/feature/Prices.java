package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.number;

import java.util.List;
import org.ltv4j.core.internal.math.MomentSums;

/**
 * What the customer pays a piece, and whether more is bought where it is cheap; rows without price or quantity are passed over. Prices
 * of any size are taken as they are: a mistyped 1e200 moves the features of its customer, and stops nobody else's.
 */
final class Prices implements FeatureKernel {
    private final List<Feature> features;

    Prices(FeatureContext context) {
        String unit = context.amountUnit() + " per piece";
        String none = "if no row states price and quantity";
        features = List.of(
                number(
                                "price_mean",
                                unit,
                                "usual price of a row",
                                "mean of unit prices over rows",
                                "unit price, quantity")
                        .withMissing(none),
                number(
                                "price_cv",
                                "",
                                "spread of prices relative to their mean",
                                "standard deviation of unit prices, divisor n - 1, / price_mean",
                                "unit price, quantity")
                        .withMissing(
                                "with fewer than 2 such rows, where the mean is 0, or beyond the range of a double"),
                number("price_min", unit, "cheapest row", "least unit price", "unit price, quantity")
                        .withMissing(none),
                number("price_max", unit, "dearest row", "greatest unit price", "unit price, quantity")
                        .withMissing(none),
                number(
                                "price_quantity_correlation",
                                "",
                                "below 0 where more pieces are bought of what is cheap",
                                "Pearson's correlation of unit price and quantity over rows",
                                "unit price, quantity")
                        .withMissing("with fewer than 2 such rows, or where price or quantity never changes"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int rows = history.rows();
        double[] values = history.scratch().doubles(2 * rows);
        int n = 0;
        for (int row = 0; row < rows; row++) {
            double price = history.unitPrice(row);
            double quantity = history.quantity(row);
            if (!Double.isNaN(price) && !Double.isNaN(quantity)) {
                values[n] = price;
                values[rows + n] = quantity;
                n++;
            }
        }
        MomentSums prices = history.scratch().moments(values, 0, n);
        double spread = prices.sampleSd();
        out[at] = prices.mean();
        out[at + 1] = Double.isInfinite(spread) ? Double.NaN : Quotient.of(spread, prices.mean());
        out[at + 2] = prices.min();
        out[at + 3] = prices.max();
        standardise(values, 0, n, prices);
        standardise(values, rows, rows + n, history.scratch().moments(values, rows, rows + n));
        double products = 0;
        for (int i = 0; i < n; i++) {
            products += values[i] * values[rows + i];
        }
        out[at + 4] = n < 2 ? Double.NaN : Math.max(-1, Math.min(1, products / n)); // NaN stays NaN
    }

    /** In standard deviations from the mean: no product of such numbers is too large. NaN where they never change. */
    private static void standardise(double[] values, int from, int to, MomentSums moments) {
        double mean = moments.mean();
        double sd = moments.sd();
        for (int i = from; i < to; i++) {
            double deviation = values[i] - mean;
            values[i] = Double.isInfinite(deviation)
                    ? (values[i] / 2 - mean / 2) / (sd / 2)
                    : sd == 0 ? Double.NaN : deviation / sd;
        }
    }
}
