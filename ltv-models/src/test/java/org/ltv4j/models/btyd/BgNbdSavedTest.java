package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.testing.SavedModelContract;

class BgNbdSavedTest extends SavedModelContract {
    @Override
    protected List<? extends LtvModel> models() {
        CustomerSummaries few = CustomerSummaries.of(
                TimeScale.DAY, new int[] {0, 1, 3, 0}, new double[] {0, 3, 9, 0}, new double[] {10, 12, 11, 9});
        return List.of(
                BgNbdModel.of(new BgNbd.Parameters(0.243, 4.414, 0.793, 2.426), TimeScale.WEEK),
                BgNbdModel.of(new PurchaseRate.Fixed(0.07), new DropOut.NeverOrAtOnce(0.3), TimeScale.DAY),
                BgNbd.fit(few));
    }

    @Override
    protected void checkPredictions(LtvModel model) {
        BgNbdModel loaded = (BgNbdModel) model;
        for (CustomerSummary customer : List.of(CustomerSummary.of(0, 0, 20), CustomerSummary.of(3, 5, 20))) {
            assertThat(loaded.probabilityAlive(customer)).as(model.toString()).isBetween(0.0, 1.0);
            assertThat(loaded.expectedTransactions(customer, Horizon.of(39, loaded.scale())))
                    .as(model.toString())
                    .isNotNaN()
                    .isNotNegative();
        }
    }
}
