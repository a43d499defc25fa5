package org.ltv4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.evaluate.HoldoutEvaluation;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.PurchaseCount;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Csv;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGamma;

/** A log that says who bought when, and not for how much: the online grocer of Platzer and Reutterer (2016). */
class WithoutAmountsTest {
    private static CalibrationHoldout grocery() {
        return Csv.read(SharedData.file("data/grocery_elog.csv.gz"), Columns.ofTransactions("customer_id", "date"))
                .log()
                .calibrateUntil(LocalDate.of(2006, 12, 31), TimeScale.WEEK);
    }

    @Test
    void customersAreScoredInPurchases() {
        CalibrationHoldout split = grocery();
        BgNbdModel purchases = BgNbd.fit(split.calibration());
        Scorer scorer = Scorer.of(purchases).withHorizon(Horizon.parse("52w"));
        CustomerScores scores = scorer.scoreAll(split.calibration());
        assertThat(scores.size()).isEqualTo(1_525); // of the README of the data
        assertThat(scores.totalValue()).isEqualTo(scores.totalExpectedTransactions());
        assertThat(scores.value(scores.top(1)[0])).isGreaterThan(scores.totalValue() / scores.size());
        HoldoutEvaluation judged = HoldoutEvaluation.of(scorer.model(), split);
        double model = judged.transactions().get(0).evaluation().meanAbsoluteError();
        double everybodyAlike = judged.transactions().get(2).evaluation().meanAbsoluteError();
        assertThat(model).isLessThan(everybodyAlike);
        assertThat(judged.spend()).isEmpty();
    }

    @Test
    void aModelOfSpendIsRefusedWithWhatToDo() {
        CalibrationHoldout split = grocery();
        assertThatThrownBy(() -> GammaGamma.fit(split.calibration()))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessage(
                        "Gamma-Gamma cannot be fitted: the histories have no amounts. Without them customers are scored in"
                                + " purchases, with Scorer.of(purchases)");
    }

    @Test
    void theModelIsSavedWithItsCount() {
        ValueModel model = Scorer.of(BgNbd.fit(grocery().calibration())).model();
        ValueModel loaded = (ValueModel) Models.fromJson(Models.toJson(model));
        assertThat(loaded).isEqualTo(model);
        assertThat(loaded.spend()).isEqualTo(new PurchaseCount());
        assertThat(Scorer.of(loaded).countsPurchases()).isTrue();
    }
}
