package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.number;

import java.util.List;

/** What the customer pays a piece, and whether more is bought where it is cheap; rows without price or quantity are passed over. */
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
                        .withMissing("with fewer than 2 such rows, or where the mean is 0"),
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
        int n = 0;
        double prices = 0;
        double pieces = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < history.rows(); row++) {
            double price = history.unitPrice(row);
            double quantity = history.quantity(row);
            if (!Double.isNaN(price) && !Double.isNaN(quantity)) {
                n++;
                prices += price;
                pieces += quantity;
                min = Math.min(min, price);
                max = Math.max(max, price);
            }
        }
        out[at] = Moments.ratio(prices, n);
        out[at + 2] = n == 0 ? Double.NaN : min;
        out[at + 3] = n == 0 ? Double.NaN : max;
        spread(history, n, prices / n, pieces / n, out, at);
    }

    private static void spread(
            PurchaseHistory history, int n, double meanPrice, double meanPieces, double[] out, int at) {
        double pp = 0;
        double qq = 0;
        double pq = 0;
        for (int row = 0; row < history.rows(); row++) {
            double p = history.unitPrice(row) - meanPrice;
            double q = history.quantity(row) - meanPieces;
            if (!Double.isNaN(p) && !Double.isNaN(q)) {
                pp += p * p;
                qq += q * q;
                pq += p * q;
            }
        }
        out[at + 1] = n < 2 ? Double.NaN : Moments.ratio(Math.sqrt(pp / (n - 1)), meanPrice);
        double correlation = pq / (Math.sqrt(pp) * Math.sqrt(qq));
        boolean varies = n > 1 && out[at + 2] < out[at + 3] && varies(history);
        out[at + 4] = varies && Double.isFinite(correlation) ? Math.max(-1, Math.min(1, correlation)) : Double.NaN;
    }

    /** Asked of the values: rounding of the mean can make the variance of equal ones positive. */
    private static boolean varies(PurchaseHistory history) {
        double seen = Double.NaN;
        for (int row = 0; row < history.rows(); row++) {
            double quantity = history.quantity(row);
            if (Double.isNaN(quantity) || Double.isNaN(history.unitPrice(row))) {
                continue;
            }
            if (!Double.isNaN(seen) && quantity != seen) {
                return true;
            }
            seen = quantity;
        }
        return false;
    }
}
