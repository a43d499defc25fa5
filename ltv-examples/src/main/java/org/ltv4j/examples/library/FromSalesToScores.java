package org.ltv4j.examples.library;

import java.nio.file.Path;
import java.time.LocalDate;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.RefundRule;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.HoldoutEvaluation;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.CustomerState;
import org.ltv4j.core.score.Discount;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Csv;
import org.ltv4j.core.table.CsvOptions;
import org.ltv4j.core.table.Ingest;
import org.ltv4j.core.table.Reason;
import org.ltv4j.core.table.RowPolicy;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGamma;
import org.ltv4j.models.spend.GammaGammaModel;

/** From a sales file to what each customer is worth, and to a till that scores as it sells. */
public final class FromSalesToScores {
    private FromSalesToScores() {}

    /**
     * Scores the customers of a sales file.
     *
     * @param sales a CSV file with the columns customer, date and amount
     * @param model where the fitted models are saved
     * @return the scores
     */
    public static CustomerScores score(Path sales, Path model) {
        LocalDate cut = LocalDate.of(2024, 12, 31);

        // read and clean: what was left out, and by which rule, stands in the report
        Ingest read = Csv.read(
                sales,
                Columns.of("customer", "date", "amount"),
                CsvOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP));
        TransactionLog log = CleaningPlan.defaults()
                .withRefunds(RefundRule.MATCH_THEN_NET)
                .withCalibrationEnd(cut)
                .apply(read.log(), read.report())
                .log();

        // fit on the past only, and see how well it predicts what came after
        CalibrationHoldout split = log.calibrateUntil(cut, TimeScale.WEEK);
        BgNbdModel purchases = BgNbd.fit(split.calibration());
        GammaGammaModel spend = GammaGamma.fit(split.calibration());
        Scorer scorer = Scorer.of(purchases, spend)
                .withHorizon(Horizon.of(12, TimeScale.MONTH))
                .withDiscount(Discount.annual(0.10))
                .withMargin(0.30)
                .withInterval(0.90);
        HoldoutEvaluation.of(scorer.model(), split).transactions().forEach(System.out::println);

        // what each customer is worth
        CustomerScores scores = scorer.scoreAll(split.calibration());
        for (int i : scores.top(5)) {
            System.out.printf("%s  %.2f%n", scores.id(i), scores.value(i));
        }

        // save the models; at the till, one purchase updates a customer's state and the same kernel scores it
        Models.save(scorer.model(), model);
        CustomerState ann =
                CustomerState.firstPurchase(LocalDate.of(2024, 11, 2), 8.50).purchase(LocalDate.of(2024, 11, 9), 9.20);
        System.out.println(scorer.score(ann, cut));
        return scores;
    }
}
