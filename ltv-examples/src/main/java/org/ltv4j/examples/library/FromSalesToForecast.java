package org.ltv4j.examples.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.evaluate.backtest.Backtest;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeaturePlan;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.feature.Window;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.FeaturesEstimator;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.SummariesEstimator;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Ingest;
import org.ltv4j.core.table.SalesFile;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbLtvModel;
import org.ltv4j.models.boost.XgbOptions;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.explain.Explainer;
import org.ltv4j.models.explain.Explanation;
import org.ltv4j.models.explain.ReasonOptions;
import org.ltv4j.models.explain.Reasons;
import org.ltv4j.models.fusion.HybridFeatures;
import org.ltv4j.models.spend.GammaGamma;

/** From a sales file to boosted trees that foretell spend, why they foretell it, and whether they beat a probability model. */
public final class FromSalesToForecast {
    private FromSalesToForecast() {}

    /**
     * Foretells what the customers of a sales file will spend.
     *
     * @param sales text, workbook, JSON or database with the columns customer, date, amount and receipt
     * @param model where the trained trees are saved
     * @return expected spend of each customer in the 90 days after the last sale
     */
    public static Predictions forecast(Path sales, Path model) {
        LocalDate past = LocalDate.of(2025, 3, 30);

        // any usual kind of file; no refund reaches back over the past date on which models are compared below
        Columns columns = Columns.of("customer", "date", "amount").withOrder("receipt");
        Ingest read = SalesFile.read(sales, columns);
        Cleaned clean = CleaningPlan.defaults().withCalibrationEnd(past).apply(read.log(), read.report());
        KnownSales known = KnownSales.until(clean.log(), clean.log().lastDay());

        // what is foretold, and from what: features of each customer and what probability models say of them
        Outcome spend = Outcome.spend(Horizon.parse("90d"));
        FeaturePlan plan = Features.asOf(known.asOf())
                .rfm()
                .tenure()
                .interpurchase()
                .basket()
                .within(Window.last(90, TimeScale.DAY), FeaturePlan::rfm);
        FeatureSource source = HybridFeatures.of(plan, spend.horizon(), TimeScale.WEEK, BgNbd::fit, GammaGamma::fit);

        // learn from three past dates whose next 90 days are known by now
        CutDates dates = CutDates.upTo(3).every(30);
        XgbOptions options =
                XgbOptions.tweedie().withMaxDepth(4).withMinChildWeight(20).withSeed(7);
        XgbLtvModel trees = XgbLtv.fit(TrainingSet.rolling(known, source, spend, dates), options);
        Models.save(trees, model);

        // the saved model scores in plain Java; why it says so of the first customer, in words
        XgbLtvModel loaded = Models.load(model, XgbLtvModel.class);
        FeatureMatrix features = source.from(known);
        Predictions next90Days = loaded.predict(features);
        Explanation why = Explainer.of(loaded).explain(features, 0);
        Reasons.of(why, ReasonOptions.english("EUR")).lines().forEach(System.out::println);

        // are they worth their trouble? Both models on the past date, judged by what came after it
        OutcomeEstimator bgNbd = new SummariesEstimator("BG/NBD", TimeScale.WEEK, BgNbd::fit, GammaGamma::fit);
        OutcomeEstimator boosted = new FeaturesEstimator("trees", source, dates, data -> XgbLtv.fit(data, options));
        BacktestTable table = Backtest.of(known, spend, List.of(bgNbd, boosted)).run();
        System.out.println(table);
        table.compare("trees", "BG/NBD", Metric.RMSE).ifPresent(System.out::println);
        return next90Days;
    }
}
