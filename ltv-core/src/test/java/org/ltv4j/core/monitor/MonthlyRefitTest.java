package org.ltv4j.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ltv4j.core.monitor.Shop.MONTH;
import static org.ltv4j.core.monitor.Shop.day;
import static org.ltv4j.core.monitor.Shop.log;
import static org.ltv4j.core.monitor.Shop.steady;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.PairedComparison;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.feature.Window;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.monitor.MonthlyRefit.Policy;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.FeaturesEstimator;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.ShorterHorizon;

class MonthlyRefitTest {
    /** Features that do not grow with the age of a shop: those of the last 30 days. */
    private static final FeatureSource LAST_MONTH =
            FeatureSource.of(Features.asOf(Shop.FIRST).within(Window.last(30, TimeScale.DAY), w -> w.rfm()));

    private static final MonitoringOptions QUICK = MonitoringOptions.defaults().withBootstrap(Bootstrap.of(200, 3));

    private static MonthlyRefit job(Shop.Recording estimator) {
        return MonthlyRefit.of(estimator, MONTH).watching(LAST_MONTH).withOptions(QUICK);
    }

    private static ModelInUse fitted(TransactionLog log, LocalDate asOf, double factor) {
        return job(new Shop.Recording(factor)).run(log, asOf).model();
    }

    @Test
    void theFirstMonthFitsAndNothingElse() {
        Shop.Recording estimator = new Shop.Recording(1);
        Refit first = job(estimator).run(steady(200), day(100));
        assertThat(first.refitted()).isTrue();
        assertThat(first.why()).isEqualTo("First fit, on sales until 2026-04-11.");
        assertThat(first.model().knownUntil()).isEqualTo(day(100));
        assertThat(estimator.shown).hasSize(1);
        assertThat(estimator.shown.get(0).asOf()).isEqualTo(day(100));
    }

    /** Also where they stand inside an estimator that learns a shorter horizon. */
    @Test
    void theFeaturesWatchedAreThoseOfTheEstimator() {
        OutcomeEstimator inside = new FeaturesEstimator("x", LAST_MONTH, CutDates.newest(), data -> {
            throw new IllegalStateException("not fitted here");
        });
        assertThat(MonthlyRefit.of(new ShorterHorizon(inside, Horizon.parse("7d")), MONTH)
                        .watched())
                .isSameAs(LAST_MONTH);
        assertThat(MonthlyRefit.of(inside, MONTH).watched()).isSameAs(LAST_MONTH);
    }

    @Test
    void aShopThatStaysAsItIsKeepsItsModel() {
        TransactionLog log = steady(200);
        Refit second = job(new Shop.Recording(1)).run(log, day(130), fitted(log, day(100), 1));
        assertThat(second.refitted()).isFalse();
        assertThat(second.model().knownUntil()).isEqualTo(day(100));
        assertThat(second.monitoring().orElseThrow().advice().action()).isNotEqualTo(RetrainAction.REFIT);
        assertThat(second.monitoring().orElseThrow().drift().shifted()).isEmpty();
        assertThat(second.duel().orElseThrow().winner()).isEqualTo(ChampionChallenger.Winner.NEITHER);
        assertThat(second.why()).startsWith("The model of 2026-04-11 stays in use.");
    }

    @Test
    void theJudgedWindowIsNeverSeenByAFitThatIsJudgedByIt() {
        TransactionLog log = steady(200);
        Shop.Recording estimator = new Shop.Recording(1);
        ModelInUse champion = fitted(log, day(100), 1);
        Refit refit = job(estimator).withPolicy(Policy.UNLESS_WORSE).run(log, day(130), champion);
        assertThat(refit.refitted()).isTrue();
        // first the challenger, by what was known 30 days before; then the model to use, by all
        assertThat(estimator.shown.stream().map(KnownSales::asOf)).containsExactly(day(100), day(130));
        assertThat(estimator.shown.get(0).log().lastDay()).isBeforeOrEqualTo(day(100));
        assertThat(estimator.shown.get(1).log().lastDay()).isBeforeOrEqualTo(day(130));
        assertThat(refit.duel().orElseThrow().from()).isEqualTo(day(100));
        assertThat(refit.duel().orElseThrow().until()).isEqualTo(day(130));
    }

    @Test
    void aModelThatKnowsAPartOfTheWindowIsNotJudgedByIt() {
        TransactionLog log = steady(200);
        ModelInUse champion = fitted(log, day(101), 1);
        assertThatThrownBy(
                        () -> ChampionChallenger.of(champion, new Shop.Recording(1), KnownSales.until(log, day(130))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "the newest window is 2026-04-12 to 2026-05-11, but again was fitted on sales until 2026-04-12:"
                                + " a model can be judged only by what it has not seen, from 2026-05-12 on");
        Refit refit = job(new Shop.Recording(1)).run(log, day(130), champion);
        assertThat(refit.duel()).isEmpty();
        assertThat(refit.monitoring().orElseThrow().calibration()).isEmpty();
        assertThat(refit.why()).contains("There was no duel: it knows a part of the newest window until 2026-05-12.");
    }

    @Test
    void theBetterOneWinsTheDuel() {
        TransactionLog log = steady(200);
        KnownSales known = KnownSales.until(log, day(130));
        MonitoringOptions options = QUICK.withDuelBy(Metric.MAE);
        ChampionChallenger won = ChampionChallenger.of(
                fitted(log, day(100), 4), new Shop.Recording(1), known, options, Parallelism.SEQUENTIAL);
        assertThat(won.winner()).isEqualTo(ChampionChallenger.Winner.CHALLENGER);
        PairedComparison comparison = won.comparison().orElseThrow();
        assertThat(comparison.difference()).isNegative(); // the challenger's error less the champion's
        assertThat(comparison.metric()).isEqualTo(Metric.MAE);
        ChampionChallenger lost = ChampionChallenger.of(fitted(log, day(100), 1), new Shop.Recording(4), known);
        assertThat(lost.winner()).isEqualTo(ChampionChallenger.Winner.CHAMPION);
        assertThat(lost.comparison().orElseThrow().metric()).isEqualTo(Metric.RMSE);
        assertThat(lost.toString()).contains("2026-04-12 to 2026-05-11: CHAMPION did better beyond chance. RMSE:");
        // by a metric of ranks both are the same: 4 times a prediction ranks as the prediction does
        ChampionChallenger same = ChampionChallenger.of(
                fitted(log, day(100), 4),
                new Shop.Recording(1),
                known,
                QUICK.withDuelBy(Metric.SPEARMAN),
                Parallelism.SEQUENTIAL);
        assertThat(same.winner()).isEqualTo(ChampionChallenger.Winner.NEITHER);
    }

    @Test
    void aHigherMetricWinsWhereHigherIsBetter() {
        TransactionLog log = steady(200);
        KnownSales known = KnownSales.until(log, day(130));
        MonitoringOptions ranks = QUICK.withDuelBy(Metric.SPEARMAN);
        ModelInUse backwards = fitted(log, day(100), -1);
        assertThat(ChampionChallenger.of(backwards, new Shop.Recording(1), known, ranks, Parallelism.SEQUENTIAL)
                        .winner())
                .isEqualTo(ChampionChallenger.Winner.CHALLENGER);
        assertThat(ChampionChallenger.of(
                                fitted(log, day(100), 1), new Shop.Recording(-1), known, ranks, Parallelism.SEQUENTIAL)
                        .winner())
                .isEqualTo(ChampionChallenger.Winner.CHAMPION);
    }

    @Test
    void aChallengerThatLosesDoesNotReplaceAnOldModel() {
        TransactionLog log = steady(300);
        ModelInUse champion = fitted(log, day(100), 1);
        Refit refit = job(new Shop.Recording(4)).run(log, day(290), champion); // 190 days: to be refitted in any case
        assertThat(refit.monitoring().orElseThrow().advice().action()).isEqualTo(RetrainAction.REFIT);
        assertThat(refit.refitted()).isFalse();
        assertThat(refit.model()).isSameAs(champion);
        assertThat(refit.why()).contains("A new fit did worse on the newest window.");
    }

    @Test
    void oldModelsAreFittedAnew() {
        TransactionLog log = steady(300);
        Refit refit = job(new Shop.Recording(1)).run(log, day(280), fitted(log, day(100), 1));
        assertThat(refit.refitted()).isTrue();
        assertThat(refit.model().knownUntil()).isEqualTo(day(280));
        assertThat(refit.why())
                .startsWith("Fitted anew on sales until 2026-10-08.")
                .contains("180 days before 2026-10-08; from 180 days on");
    }

    @Test
    void customersWhoBuyFarLessAreFoundByScoreFeatureAndCalibration() {
        TransactionLog log = log(200, 130, 0.15, 1);
        ModelInUse champion = fitted(log, day(129), 1);
        MonitoringReport report = Monitoring.check(champion, KnownSales.until(log, day(160)));
        assertThat(report.advice().action()).isEqualTo(RetrainAction.REFIT);
        assertThat(report.drift().feature("last_30_days_purchases").level()).isEqualTo(DriftLevel.STRONG);
        assertThat(report.calibration().orElseThrow().level()).isEqualTo(DriftLevel.STRONG);
        assertThat(report.calibration().orElseThrow().overall().ratio().orElseThrow())
                .isLessThan(0.5);
        assertThat(report.toString()).contains("2026-06-10: REFIT");
    }

    @Test
    void outcomesOutweighAShiftOfTheScore() {
        // purchases fall to 0.4 on day 130; the model, which says 0.7 of what it would for a steady shop, is right of
        // days 160 to 189
        TransactionLog log = log(200, 130, 0.4, 1);
        ModelInUse champion = fitted(log, day(129), 0.7);
        MonitoringReport unknown = Monitoring.check(champion, KnownSales.until(log, day(158)));
        assertThat(unknown.drift().score().level()).isEqualTo(DriftLevel.STRONG);
        assertThat(unknown.calibration()).isEmpty();
        assertThat(unknown.advice().action()).isEqualTo(RetrainAction.REFIT);
        MonitoringReport known = Monitoring.check(champion, KnownSales.until(log, day(189)));
        assertThat(known.drift().score().level()).isEqualTo(DriftLevel.STRONG);
        assertThat(known.calibration().orElseThrow().level()).isEqualTo(DriftLevel.NONE);
        assertThat(known.advice().action()).isEqualTo(RetrainAction.WATCH);
    }

    /** The features of the last month, and one that the source stops to give after some day. */
    private static FeatureMatrix withGap(KnownSales known) {
        FeatureMatrix features = LAST_MONTH.from(known);
        double[] clicks = new double[features.rows()];
        Arrays.setAll(clicks, row -> known.asOf().isAfter(day(140)) ? Double.NaN : row % 10);
        Feature feature = Feature.of("clicks", FeatureType.COUNT, "", "clicks", "counted", "web shop");
        return features.with(feature, features.customers(), clicks);
    }

    @Test
    void aFeatureThatIsGoneCallsForALookAtTheDataNotForAFit() {
        TransactionLog log = log(200, 130, 0.15, 1);
        MonthlyRefit job = job(new Shop.Recording(1)).watching(MonthlyRefitTest::withGap);
        ModelInUse champion = job.run(log, day(129)).model();
        MonitoringReport report = Monitoring.check(champion, KnownSales.until(log, day(160)));
        assertThat(report.drift().feature("clicks").isGap()).isTrue();
        assertThat(report.drift().score().level()).isEqualTo(DriftLevel.STRONG);
        assertThat(report.calibration().orElseThrow().level()).isEqualTo(DriftLevel.STRONG);
        assertThat(report.advice().action()).isEqualTo(RetrainAction.WATCH);
        assertThat(report.advice().toString())
                .contains(
                        "'missing', 0.0 % of the customers then, 100.0 % now. It never was missing: look at the source");
    }

    @Test
    void everyReasonSaysFigureAndThreshold() {
        TransactionLog log = log(200, 130, 0.5, 2);
        List<MonitoringReport> reports = List.of(
                Monitoring.check(fitted(log, day(100), 1), KnownSales.until(log, day(160))),
                Monitoring.check(fitted(log, day(129), 1), KnownSales.until(log, day(158))),
                Monitoring.check(fitted(log, day(129), 3), KnownSales.until(log, day(199))));
        for (MonitoringReport report : reports) {
            assertThat(report.advice().reasons()).hasSizeGreaterThanOrEqualTo(3);
            for (RetrainReason reason : report.advice().reasons()) {
                assertThat(reason.text()).matches("(?s).*\\d.*\\d.*").endsWith(".");
                assertThat(reason.text()).contains(figures(reason));
            }
        }
    }

    /** The figure in one of the forms in which texts give it. */
    private static CharSequence[] figures(RetrainReason reason) {
        String index = String.format(java.util.Locale.ROOT, "%.3f", reason.figure());
        String percent = String.format(java.util.Locale.ROOT, "%.0f %%", 100 * reason.figure());
        String days = String.format(java.util.Locale.ROOT, "%.0f days", reason.figure());
        return new CharSequence[] {
            reason.text().contains(index) ? index : reason.text().contains(percent) ? percent : days
        };
    }

    @Test
    void theSameMonthGivesTheSameResultOnAnyNumberOfThreads() {
        TransactionLog log = log(200, 130, 0.5, 1);
        ModelInUse champion = fitted(log, day(100), 1);
        MonthlyRefit job = job(new Shop.Recording(1.3)).withPolicy(Policy.UNLESS_WORSE);
        Refit once = job.run(log, day(160), champion);
        for (Refit again : List.of(
                job.run(log, day(160), champion),
                job.run(log, day(160), champion, Parallelism.of(3)),
                // rows of later days change nothing
                job.run(log(400, 130, 0.5, 1).until(day(160)), day(160), champion))) {
            assertThat(again.why()).isEqualTo(once.why());
            assertThat(again.monitoring()).isEqualTo(once.monitoring());
            assertThat(again.duel()).isEqualTo(once.duel());
            assertThat(again.refitted()).isEqualTo(once.refitted());
            assertThat(again.model().baseline()).isEqualTo(once.model().baseline());
            assertThat(again.toString()).isEqualTo(once.toString());
        }
    }

    @Test
    void aModelKeptFromMonthToMonthInFilesGivesTheSameResult(@TempDir Path folder) {
        TransactionLog log = log(200, 130, 0.5, 1);
        ModelInUse champion = fitted(log, day(100), 1);
        champion.baseline().save(folder.resolve("baseline.json"));
        ModelInUse loaded = new ModelInUse(
                champion.name(),
                champion.model(),
                LAST_MONTH,
                champion.knownUntil(),
                DriftBaseline.load(folder.resolve("baseline.json")));
        MonthlyRefit job = job(new Shop.Recording(1));
        assertThat(job.run(log, day(160), loaded).toString())
                .isEqualTo(job.run(log, day(160), champion).toString());
    }

    @Test
    void probabilitiesAreJudgedByTheirOwnScore() {
        Outcome churn = Outcome.churn(Horizon.parse("30d"));
        TransactionLog log = steady(200);
        ModelInUse champion = ModelInUse.of("coin", coin(churn, 0.9), LAST_MONTH, KnownSales.until(log, day(100)), 10);
        ChampionChallenger duel = ChampionChallenger.of(
                champion, estimator(churn, 0.1), KnownSales.until(log, day(130)), QUICK, Parallelism.SEQUENTIAL);
        assertThat(duel.comparison().orElseThrow().metric()).isEqualTo(Metric.BRIER);
        assertThat(duel.winner()).isEqualTo(ChampionChallenger.Winner.CHALLENGER); // most buy within a month
    }

    private static OutcomeEstimator estimator(Outcome outcome, double p) {
        return new OutcomeEstimator() {
            @Override
            public String name() {
                return "coin";
            }

            @Override
            public OutcomeModel fit(KnownSales known, Outcome asked) {
                return coin(outcome, p);
            }
        };
    }

    private static OutcomeModel coin(Outcome outcome, double p) {
        return new OutcomeModel() {
            @Override
            public Outcome outcome() {
                return outcome;
            }

            @Override
            public Predictions predict(KnownSales known) {
                return Predictions.of(
                        known.customers(),
                        known.asOf(),
                        outcome,
                        Matrices.times(known.customers().size(), p));
            }
        };
    }

    @Test
    void salesWithoutAmountsAreWatchedByWhatTheyHave() {
        TransactionLogBuilder visits = TransactionLog.builderWithoutAmounts();
        for (int customer = 0; customer < 60; customer++) {
            for (int visit = customer % 7; visit < 150; visit += 7 + customer % 11) {
                visits.add("c" + customer, day(visit));
            }
        }
        TransactionLog log = visits.build();
        MonthlyRefit job = MonthlyRefit.of(new Shop.Recording(1), MONTH).withOptions(QUICK);
        Refit second = job.run(log, day(120), job.run(log, day(90)).model());
        assertThat(second.monitoring()
                        .orElseThrow()
                        .drift()
                        .feature("purchases")
                        .rowsNow())
                .isEqualTo(60);
    }

    @Test
    void wrongDatesAndOutcomesAreRefused() {
        TransactionLog log = steady(150);
        ModelInUse champion = fitted(log, day(100), 1);
        assertThatThrownBy(() -> job(new Shop.Recording(1)).run(log, day(99), champion))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("known until 2026-04-10, but again was fitted on those until 2026-04-11");
        MonthlyRefit other = MonthlyRefit.of(new Shop.Recording(1), Outcome.purchases(Horizon.parse("60d")));
        assertThatThrownBy(() -> other.run(log, day(120), champion))
                .hasMessageContaining("foretells purchases in 30d, the refit purchases in 60d");
        assertThatThrownBy(() -> new ModelInUse(
                        "x",
                        Shop.again(Outcome.purchases(Horizon.parse("60d")), 1),
                        LAST_MONTH,
                        day(100),
                        champion.baseline()))
                .hasMessageContaining("keep each model with its own baseline");
        assertThatThrownBy(() -> QUICK.withRefitAfterDays(0)).hasMessageContaining("at least 1, got 0");
        assertThatThrownBy(() -> new RetrainAdvice(day(1), List.of())).hasMessageContaining("needs a reason");
    }

    @Test
    void otherFeaturesThanThoseOfTheBaselineAreRefused() {
        TransactionLog log = steady(150);
        ModelInUse champion = fitted(log, day(100), 1);
        ModelInUse changed = new ModelInUse(
                champion.name(),
                champion.model(),
                FeatureSource.of(Features.asOf(Shop.FIRST).rfm()),
                champion.knownUntil(),
                champion.baseline());
        assertThatThrownBy(() -> Monitoring.check(changed, KnownSales.until(log, day(140))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("missing: last_30_days_days_since_last");
    }
}
