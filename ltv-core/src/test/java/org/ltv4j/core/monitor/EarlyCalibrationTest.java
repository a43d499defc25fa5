package org.ltv4j.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ltv4j.core.monitor.Shop.MONTH;
import static org.ltv4j.core.monitor.Shop.day;
import static org.ltv4j.core.monitor.Shop.steady;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.feature.Window;
import org.ltv4j.core.monitor.EarlyCalibration.Basis;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.testing.Json;

/** Models whose horizon of 30 days is not over. */
class EarlyCalibrationTest {
    private static final FeatureSource LAST_MONTH =
            FeatureSource.of(Features.asOf(Shop.FIRST).within(Window.last(30, TimeScale.DAY), w -> w.rfm()));

    /** Foretells so many purchases a day for everybody, over any horizon if it is asked to. */
    private record Pace(Outcome outcome, double perDay, boolean anyHorizon) implements OutcomeModel {
        @Override
        public Predictions predict(KnownSales known) {
            double[] values = new double[known.customers().size()];
            Arrays.fill(values, outcome.isProbability() ? 0.5 : perDay * outcome.days());
            return Predictions.of(known.customers(), known.asOf(), outcome, values);
        }

        @Override
        public Optional<OutcomeModel> over(Horizon horizon) {
            return anyHorizon ? Optional.of(new Pace(outcome.over(horizon), perDay, true)) : Optional.empty();
        }
    }

    private static ModelInUse inUse(OutcomeModel model, TransactionLog log, LocalDate asOf) {
        return ModelInUse.of("pace", model, LAST_MONTH, KnownSales.until(log, asOf), 10);
    }

    private static Optional<EarlyCalibration> look(OutcomeModel model, TransactionLog log, int fitted, int now) {
        return EarlyCalibration.of(
                inUse(model, log, day(fitted)), KnownSales.until(log, day(now)), CalibrationOptions.defaults());
    }

    private static double total(TransactionLog log, int from, int days) {
        Outcome outcome = MONTH.over(Horizon.of(days, TimeScale.DAY));
        KnownSales then = KnownSales.until(log, day(from));
        return Arrays.stream(outcome.of(KnownSales.until(log, day(from + days)), then.customers(), day(from)))
                .sum();
    }

    @Test
    void aModelOfAnyHorizonIsJudgedByWhatItForetellsOfTheDaysThatAreOver() {
        TransactionLog log = steady(200);
        EarlyCalibration look = look(new Pace(MONTH, 0.1, true), log, 100, 112).orElseThrow();
        assertThat(look.basis()).isEqualTo(Basis.FORETOLD);
        assertThat(look.share()).isEqualTo(1);
        assertThat(look.elapsedDays()).isEqualTo(12);
        assertThat(look.drift().asOf()).isEqualTo(day(100));
        assertThat(look.drift().outcome()).isEqualTo(Outcome.purchases(Horizon.of(12, TimeScale.DAY)));
        assertThat(look.drift().overall().expected()).isCloseTo(400 * 0.1 * 12, within(1e-9));
        assertThat(look.drift().overall().actual()).isEqualTo(total(log, 100, 12));
    }

    @Test
    void otherModelsAreJudgedByTheShareThatTheFirstDaysHeldOfTheLastWholeHorizonBeforeTheFit() {
        TransactionLog log = steady(200);
        EarlyCalibration look = look(new Pace(MONTH, 0.1, false), log, 100, 112).orElseThrow();
        assertThat(look.basis()).isEqualTo(Basis.PAST_SHARE);
        // the last horizon that was over at the fit began on day 70
        assertThat(look.share()).isCloseTo(total(log, 70, 12) / total(log, 70, 30), within(1e-12));
        assertThat(look.drift().overall().expected()).isCloseTo(400 * 3 * look.share(), within(1e-9));
        assertThat(look.toString()).contains("Early look at 12 days", "held of the last whole one");
    }

    @Test
    void whereNoHorizonWasOverBeforeTheFitDaysCountInProportion() {
        EarlyCalibration look =
                look(new Pace(MONTH, 0.1, false), steady(60), 20, 29).orElseThrow();
        assertThat(look.basis()).isEqualTo(Basis.PROPORTION);
        assertThat(look.share()).isCloseTo(9 / 30.0, within(1e-15));
        assertThat(look.toString()).contains("somewhat too little");
    }

    @Test
    void aShareOfThePastSeesNothingThatCameAfterTheFit() {
        TransactionLog stays = steady(200);
        TransactionLog falls = Shop.log(200, 101, 0.1, 1);
        assertThat(look(new Pace(MONTH, 0.1, false), falls, 100, 112)
                        .orElseThrow()
                        .share())
                .isEqualTo(look(new Pace(MONTH, 0.1, false), stays, 100, 112)
                        .orElseThrow()
                        .share());
    }

    @Test
    void aWeekIsNeededAndTheWholeHorizonIsNotEarly() {
        TransactionLog log = steady(200);
        Pace pace = new Pace(MONTH, 0.1, false);
        assertThat(look(pace, log, 100, 106)).isEmpty();
        assertThat(look(pace, log, 100, 107)).isPresent();
        assertThat(look(pace, log, 100, 129)).isPresent();
        assertThat(look(pace, log, 100, 130)).isEmpty();
        MonitoringReport over = Monitoring.check(inUse(pace, log, day(100)), KnownSales.until(log, day(130)));
        assertThat(over.calibration()).isPresent();
        assertThat(over.early()).isEmpty();
    }

    @Test
    void probabilitiesCannotBeTakenInPart() {
        TransactionLog log = steady(200);
        Outcome churn = Outcome.churn(MONTH.horizon());
        assertThat(look(new Pace(churn, 0, false), log, 100, 112)).isEmpty();
        assertThat(look(new Pace(churn, 0, true), log, 100, 112).orElseThrow().basis())
                .isEqualTo(Basis.FORETOLD);
    }

    @Test
    void whoIsForetoldTwiceAsMuchDoesHalfOfIt() {
        TransactionLog log = steady(200);
        double once = ratio(look(new Pace(MONTH, 0.1, false), log, 100, 112));
        double twice = ratio(look(new Pace(MONTH, 0.2, false), log, 100, 112));
        assertThat(once / twice).isCloseTo(2, within(1e-12));
    }

    private static double ratio(Optional<EarlyCalibration> look) {
        return look.orElseThrow().drift().overall().ratio().orElseThrow();
    }

    @Test
    void anEarlyLookAsksToWatchAndNeverToRefit() {
        double right = total(steady(200), 70, 30) / 400 / 30; // what a horizon before the fit really held
        MonitoringReport falls = Monitoring.check(
                inUse(new Pace(MONTH, right, false), Shop.log(200, 101, 0.2, 1), day(100)),
                KnownSales.until(Shop.log(200, 101, 0.2, 1), day(120)));
        assertThat(falls.calibration()).isEmpty();
        assertThat(falls.early().orElseThrow().level()).isEqualTo(DriftLevel.STRONG);
        assertThat(falls.advice().reasons())
                .filteredOn(reason -> reason.text().startsWith("A first look at the 20 days"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.action()).isEqualTo(RetrainAction.WATCH);
                    assertThat(reason.text()).contains("came true", "the whole is known on " + day(130));
                });
        MonitoringReport stays = Monitoring.check(
                inUse(new Pace(MONTH, right, false), steady(200), day(100)), KnownSales.until(steady(200), day(120)));
        assertThat(stays.early().orElseThrow().level()).isEqualTo(DriftLevel.NONE);
    }

    /** 60 customers buy for 30 and bring all but 1 back in the same horizon: its first days held 1,800 times the total. */
    @Test
    void aPastWhosePurchasesWereTakenBackGivesNoShare() {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int c = 0; c < 60; c++) {
            log.add("c" + c, day(0), 50)
                    .add("c" + c, day(75), 30)
                    .add("c" + c, day(95), c == 0 ? -29 : -30)
                    .add("c" + c, day(105), 10);
        }
        Outcome spend = Outcome.spend(MONTH.horizon());
        EarlyCalibration look =
                look(new Pace(spend, 1, false), log.build(), 100, 112).orElseThrow();
        assertThat(look.basis()).isEqualTo(Basis.PROPORTION);
        assertThat(look.share()).isCloseTo(12 / 30.0, within(1e-15));
    }

    @Test
    void aModelThatForetellsNothingIsToldSo() {
        TransactionLog log = steady(200);
        MonitoringReport early =
                Monitoring.check(inUse(new Pace(MONTH, 0, false), log, day(100)), KnownSales.until(log, day(120)));
        assertThat(early.early().orElseThrow().level()).isEqualTo(DriftLevel.STRONG);
        assertThat(early.advice().toString())
                .contains("which is 0 for all (purchases in 20d), nothing came true: something happened.")
                .doesNotContain("fewer than");
        MonitoringReport whole =
                Monitoring.check(inUse(new Pace(MONTH, 0, false), log, day(100)), KnownSales.until(log, day(130)));
        assertThat(whole.advice().action()).isEqualTo(RetrainAction.REFIT);
        MonitoringReport below =
                Monitoring.check(inUse(new Pace(MONTH, -1, false), log, day(100)), KnownSales.until(log, day(130)));
        assertThat(below.advice().toString()).contains("cannot be told where less than 0 was foretold");
    }

    @Test
    void predictionsWithoutBoundsMakeAReportThatCanBeWritten() {
        TransactionLog log = steady(200);
        MonitoringReport report =
                Monitoring.check(inUse(new Pace(MONTH, 1e306, false), log, day(100)), KnownSales.until(log, day(130)));
        Json overall = Json.parse(report.toJson()).get("calibration").get("overall");
        assertThat(overall.has("expected")).isFalse();
        assertThat(overall.get("actual").number()).isPositive();
        Json next = Json.parse(
                Monitoring.check(inUse(new Pace(MONTH, 1e-312, false), log, day(100)), KnownSales.until(log, day(130)))
                        .toJson());
        assertThat(next.get("calibration").get("overall").has("ratio")).isFalse();
        assertThat(next.get("calibration").get("overall").get("level").text()).isEqualTo("STRONG");
    }
}
