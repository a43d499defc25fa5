package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.NO_PURCHASE;
import static org.ltv4j.core.feature.Define.number;

import java.util.List;

/** How much the customer buys at a discount; a row that states none, or 0 or less, was sold without. */
final class Discounts implements FeatureKernel {
    private final List<Feature> features;

    Discounts(FeatureContext context) {
        features = List.of(
                number(
                        "discount_total",
                        context.amountUnit(),
                        "discounts granted",
                        "sum of discounts above 0",
                        "discount"),
                number(
                                "discount_share",
                                "share",
                                "discounts as a part of the prices before discount",
                                "discount_total / (total_spend + discount_total)",
                                "discount, amount")
                        .withMissing("where both are 0"),
                number(
                                "discounted_row_share",
                                "share",
                                "part of the rows sold at a discount",
                                "rows with a discount above 0 / rows of sales",
                                "discount")
                        .withMissing(NO_PURCHASE),
                number(
                                "discounted_spend_share",
                                "share",
                                "part of the spend on rows sold at a discount",
                                "amount of rows with a discount above 0 / total_spend",
                                "discount, amount")
                        .withMissing("without spend"),
                number(
                                "mean_discount_depth",
                                "share",
                                "usual depth of a discount",
                                "mean of discount / (amount + discount) over rows with a discount above 0",
                                "discount, amount")
                        .withMissing("without a discount"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        double granted = 0;
        double spend = 0;
        double discounted = 0;
        double depths = 0;
        int rows = 0;
        for (int row = 0; row < history.rows(); row++) {
            double amount = history.amount(row);
            double discount = history.discount(row);
            spend += amount;
            if (discount > 0) {
                granted += discount;
                discounted += amount;
                depths += discount / (amount + discount);
                rows++;
            }
        }
        out[at] = granted;
        out[at + 1] = Quotient.of(granted, spend + granted);
        out[at + 2] = Quotient.of(rows, history.rows());
        out[at + 3] = Quotient.of(discounted, spend);
        out[at + 4] = Quotient.of(depths, rows);
    }
}
