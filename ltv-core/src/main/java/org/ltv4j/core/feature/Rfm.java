package org.ltv4j.core.feature;

import java.util.List;

/** Recency, frequency and money. */
final class Rfm implements FeatureKernel {
    private final List<Feature> features;

    Rfm(FeatureContext context) {
        String unit = context.amountUnit();
        features = List.of(
                Feature.of(
                                "days_since_last",
                                FeatureType.COUNT,
                                "days",
                                "how long ago the customer bought last",
                                "date - day of the last purchase",
                                "date")
                        .withMissing("without a purchase"),
                Feature.of(
                        "purchases",
                        FeatureType.COUNT,
                        "purchases",
                        "how often the customer bought, all sales of a day being one purchase",
                        "number of days with a sale",
                        "date"),
                Feature.of(
                        "total_spend",
                        FeatureType.NUMBER,
                        unit,
                        "what the customer paid in all, returns not taken off",
                        "sum of amounts of at least 0",
                        "date, amount"),
                Feature.of(
                                "mean_spend",
                                FeatureType.NUMBER,
                                unit + " per purchase",
                                "what the customer paid per purchase",
                                "total_spend / purchases",
                                "date, amount")
                        .withMissing("without a purchase"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int visits = history.visits();
        double total = history.totalSpend();
        out[at] = visits == 0 ? Double.NaN : history.asOfDay() - history.visitDay(visits - 1);
        out[at + 1] = visits;
        out[at + 2] = total;
        out[at + 3] = visits == 0 ? Double.NaN : total / visits;
    }
}
