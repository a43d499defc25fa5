package org.ltv4j.examples.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeaturePlan;
import org.ltv4j.core.feature.FeatureState;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.feature.Sale;
import org.ltv4j.core.feature.Window;
import org.ltv4j.core.feature.transform.FeaturePipeline;
import org.ltv4j.core.feature.transform.FittedPipeline;
import org.ltv4j.core.feature.transform.Impute;
import org.ltv4j.core.feature.transform.Log1p;
import org.ltv4j.core.feature.transform.OneHot;
import org.ltv4j.core.feature.transform.StandardScale;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Ingest;
import org.ltv4j.core.table.SalesFile;

/** From a sales file to features that a model can read, for all customers and for the one at the till. */
public final class FromSalesToFeatures {
    private FromSalesToFeatures() {}

    /**
     * Makes features of the customers of a sales file.
     *
     * @param sales text, workbook, JSON or database with the columns customer, date, amount, product and receipt
     * @param pipeline where the fitted transforms are saved
     * @return the features, ready for a model
     */
    public static FeatureMatrix features(Path sales, Path pipeline) {
        LocalDate cut = LocalDate.of(2024, 12, 31);

        // any usual kind of file; what is left out is counted, and no refund reaches back over the cut
        Columns columns =
                Columns.of("customer", "date", "amount").withProduct("product").withOrder("receipt");
        Ingest read = SalesFile.read(sales, columns);
        Cleaned clean = CleaningPlan.defaults().withCalibrationEnd(cut).apply(read.log(), read.report());

        // what is known of each customer at the end of that day; rows after it are never seen
        FeaturePlan plan = Features.asOf(cut)
                .rfm()
                .tenure()
                .interpurchase()
                .basket()
                .categories()
                .weekday()
                .timeOfDay()
                .last(30, TimeScale.DAY)
                .within(Window.last(90, TimeScale.DAY), window -> window.rfm().basket())
                .ratio("total_spend", Window.last(30, TimeScale.DAY), Window.last(90, TimeScale.DAY))
                .feature("big_purchases", FeatureType.COUNT, "purchases", "purchases of 10 or more", history -> {
                    int big = 0;
                    for (int visit = 0; visit < history.visits(); visit++) {
                        big += history.visitAmount(visit) >= 10 ? 1 : 0;
                    }
                    return big;
                });
        FeatureMatrix features = plan.from(clean.log());

        // to what a model reads, learnt from these customers and saved with the model
        FittedPipeline prepare = FeaturePipeline.of(
                        Impute.median("gap_mean", "silence_to_gap").withIndicator())
                .then(Log1p.of("total_spend"))
                .then(OneHot.of("favourite_product").withOther())
                .then(StandardScale.all())
                .fit(features);
        Models.save(prepare, pipeline);
        FeatureMatrix ready = prepare.apply(features);

        // at the till a sale updates the customer's state; the same code computes the same features from it
        FeatureState ann = plan.bind(clean.log()).states(clean.log()).customer("C0234");
        ann.add(Sale.of(LocalDateTime.of(2024, 12, 31, 9, 30), 4.20).withProduct("espresso"));
        double[] now = prepare.apply(ann.features(cut));
        System.out.println(ready + ", one customer: " + now.length + " numbers");
        return ready;
    }
}
