package org.ltv4j.models.btyd;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.TransactionModel;

/** All pairs of mixtures, ordinary ones and such as a fit near an edge may give. */
class BgNbdContractTest extends TransactionModelContract {
    static List<BgNbdModel> allPairs() {
        List<PurchaseRate> rates = List.of(
                new PurchaseRate.Gamma(0.243, 4.414),
                new PurchaseRate.Gamma(1e-3, 1),
                new PurchaseRate.Gamma(3e9, 4e10),
                new PurchaseRate.Fixed(0.07));
        List<DropOut> dropOuts = List.of(
                new DropOut.Beta(0.793, 2.426),
                new DropOut.Beta(1, 1),
                new DropOut.Beta(1e-9, 1e-8),
                new DropOut.Beta(1e10, 4e10),
                new DropOut.Beta(1e-12, 5),
                new DropOut.None(),
                new DropOut.Fixed(0.2),
                new DropOut.NeverOrAtOnce(0.3),
                new DropOut.AtOnce());
        List<BgNbdModel> models = new ArrayList<>();
        for (PurchaseRate rate : rates) {
            dropOuts.forEach(dropOut -> models.add(BgNbdModel.of(rate, dropOut, TimeScale.WEEK)));
        }
        return models;
    }

    @Override
    protected List<? extends TransactionModel> models() {
        return allPairs();
    }
}
