package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.count;
import static org.ltv4j.core.feature.Define.number;

import java.util.List;

/** What came back: rows with a negative amount. */
final class Returns implements FeatureKernel {
    private final List<Feature> features;

    Returns(FeatureContext context) {
        features = List.of(
                count("return_rows", "rows", "how often something came back", "rows with an amount below 0", "amount"),
                number("returned_value", context.amountUnit(), "money given back", "-sum of amounts below 0", "amount"),
                number(
                                "return_row_share",
                                "share",
                                "part of all rows that are returns",
                                "return_rows / (return_rows + rows of sales)",
                                "amount")
                        .withMissing("without any row"),
                number(
                                "return_value_share",
                                "",
                                "money given back relative to what was paid; above 1 if more came back",
                                "returned_value / total_spend",
                                "amount")
                        .withMissing("without spend"),
                count(
                                "days_since_return",
                                "days",
                                "how long ago something came back last",
                                "date - day of the last row with an amount below 0",
                                "date, amount")
                        .withMissing("without a return"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int rows = history.returns();
        double value = 0;
        for (int row = 0; row < rows; row++) {
            value -= history.returnAmount(row);
        }
        out[at] = rows;
        out[at + 1] = value;
        out[at + 2] = Quotient.of(rows, (double) rows + history.rows());
        out[at + 3] = Quotient.of(value, history.totalSpend());
        out[at + 4] = rows == 0 ? Double.NaN : history.asOfDay() - history.returnDay(rows - 1);
    }
}
