package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.NO_PURCHASE;
import static org.ltv4j.core.feature.Define.number;

import java.util.List;

/** How many pieces; rows that state no quantity are passed over. */
final class Pieces implements FeatureKernel {
    private static final List<Feature> FEATURES = List.of(
            number("pieces", "pieces", "pieces bought", "sum of quantities", "quantity"),
            number("pieces_per_purchase", "pieces", "pieces of a purchase", "pieces / purchases", "date, quantity")
                    .withMissing(NO_PURCHASE),
            number("pieces_per_line", "pieces", "pieces of a row", "pieces / rows that state a quantity", "quantity")
                    .withMissing("if no row states a quantity"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        double pieces = 0;
        int stated = 0;
        for (int row = 0; row < history.rows(); row++) {
            double quantity = history.quantity(row);
            if (!Double.isNaN(quantity)) {
                pieces += quantity;
                stated++;
            }
        }
        out[at] = pieces;
        out[at + 1] = Quotient.of(pieces, history.visits());
        out[at + 2] = Quotient.of(pieces, stated);
    }
}
