package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.count;
import static org.ltv4j.core.feature.Define.number;

import java.util.List;
import org.ltv4j.core.data.TransactionLog;

/** Receipts; rows without one are passed over. */
final class Orders implements FeatureKernel {
    private static final String NONE = "without an order";
    private final List<Feature> features;

    Orders(FeatureContext context) {
        features = List.of(
                count("orders", "orders", "receipts of the customer", "distinct orders of sales", "order"),
                number("lines_per_order", "rows", "rows of a receipt", "rows with an order / orders", "order")
                        .withMissing(NONE),
                number(
                                "mean_order_value",
                                context.amountUnit() + " per order",
                                "what the customer paid per receipt",
                                "sum of amounts with an order / orders",
                                "order, amount")
                        .withMissing(NONE),
                number(
                                "orders_per_purchase",
                                "orders",
                                "receipts of a day with a purchase",
                                "orders / purchases",
                                "order, date")
                        .withMissing(NONE));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        Tally tally = history.scratch().tally();
        double amount = 0;
        for (int row = 0; row < history.rows(); row++) {
            if (history.order(row) != TransactionLog.NONE) {
                tally.add(history.order(row));
                amount += history.amount(row);
            }
        }
        int orders = tally.distinct();
        out[at] = orders;
        out[at + 1] = Quotient.of(tally.total(), orders);
        out[at + 2] = Quotient.of(amount, orders);
        out[at + 3] = orders == 0 ? Double.NaN : (double) orders / history.visits();
    }
}
