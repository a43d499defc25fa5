package org.ltv4j.models.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.core.testing.Cdnow;
import org.ltv4j.models.boost.XgbOptions;

/** Coverage on CDNOW, 23,570 customers, a quarter later than what was fitted and calibrated on: measured, since nothing is promised. */
class CdnowIntervalsTest {
    private static final Outcome SPEND = Outcome.spend(Horizon.of(13, TimeScale.WEEK));
    private static final IntervalOptions NINETY = IntervalOptions.of(0.9).withSide(Side.UPPER);

    @Test
    void nineInTenAreCoveredAQuarterLater() {
        TransactionLog log = Cdnow.full();
        LocalDate fitted = Cdnow.CALIBRATION_END;
        KnownSales known = KnownSales.until(log, fitted);
        FeatureSource source = FeatureSource.of(Features.asOf(fitted).rfm());
        TrainingSet data = TrainingSet.rolling(known, source, SPEND, CutDates.newest());
        XgbOptions trees = XgbOptions.quantiles(0.5).withRounds(100);
        CalibrationGroups byPurchases = CalibrationGroups.ofFeature("purchases", 2, 4);
        IntervalModel model = ConformalQuantiles.fit(data, NINETY.withGroups(byPurchases), trees);
        FeatureMatrix now = source.from(known);
        LocalDate later = SPEND.lastDay(fitted);
        double[] actual = SPEND.of(KnownSales.until(log, later), now.customers(), fitted);
        IntervalCoverage coverage = IntervalCoverage.of(model.predict(now), actual, model.groupsOf(now));
        // measured: 0.913 of all; 0.929, 0.879 and 0.910 of those with 1, 2 to 3, and more purchases
        assertThat(coverage.all().coverage()).isBetween(0.9, 0.93);
        assertThat(coverage.groups()).hasSize(3).allMatch(group -> group.coverage() > 0.86);
    }
}
