package org.ltv4j.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ltv4j.core.monitor.Shop.MONTH;
import static org.ltv4j.core.monitor.Shop.day;
import static org.ltv4j.core.monitor.Shop.steady;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.testing.Json;

/** Findings for other programs. */
class MonitorJsonTest {
    private static final TransactionLog LOG = steady(200);
    private static final MonthlyRefit JOB = MonthlyRefit.of(new Shop.Recording(1), MONTH)
            .withOptions(MonitoringOptions.defaults().withBootstrap(Bootstrap.of(100, 3)));
    private static final Refit FIRST = JOB.run(LOG, day(100));
    private static final Refit LATER = JOB.run(LOG, day(130), FIRST.model());
    private static final Refit EARLY = JOB.run(LOG, day(115), FIRST.model());

    private static MonitoringReport report(Refit refit) {
        return refit.monitoring().orElseThrow();
    }

    @Test
    void theReportHoldsAdviceDriftAndCalibration() {
        MonitoringReport report = report(LATER);
        Json json = Json.parse(report.toJson());
        assertThat(json.names()).containsExactly("format", "formatVersion", "advice", "drift", "calibration");
        assertThat(json.get("format").text()).isEqualTo("ltv-monitoring");
        assertThat(json.get("advice").get("action").text())
                .isEqualTo(report.advice().action().name());
        assertThat(json.get("advice").get("reasons").size())
                .isEqualTo(report.advice().reasons().size());
        assertThat(json.get("drift").get("features").size())
                .isEqualTo(report.drift().features().size());
        assertThat(json.get("drift").get("score").get("psi").number())
                .isEqualTo(report.drift().score().psi());
        CalibrationDrift drift = report.calibration().orElseThrow();
        Json overall = json.get("calibration").get("overall");
        assertThat(overall.get("ratio").number())
                .isEqualTo(drift.overall().ratio().orElseThrow());
        assertThat(overall.get("lower").number())
                .isEqualTo(drift.overall().interval().orElseThrow().lower());
        assertThat(overall.get("level").text()).isEqualTo(drift.level().name());
        assertThat(json.get("calibration").get("tenths").size())
                .isEqualTo(drift.tenths().size());
    }

    @Test
    void anEarlyLookSaysWhereItsExpectationComesFrom() {
        Json json = Json.parse(report(EARLY).toJson());
        assertThat(json.names()).containsExactly("format", "formatVersion", "advice", "drift", "early");
        assertThat(json.get("early").get("elapsedDays").number()).isEqualTo(15);
        assertThat(json.get("early").get("basis").text()).isEqualTo("PAST_SHARE");
        assertThat(json.get("early").get("calibration").get("asOf").text()).isEqualTo("2026-04-11");
    }

    @Test
    void partsStandAloneAsTheyStandInTheReport() {
        MonitoringReport report = report(LATER);
        Json drift = Json.parse(report.drift().toJson());
        assertThat(drift.get("format").text()).isEqualTo("ltv-drift");
        assertThat(drift.get("customersThen").number()).isEqualTo(400);
        Json advice = Json.parse(report.advice().toJson());
        assertThat(advice.get("format").text()).isEqualTo("ltv-retrain-advice");
        assertThat(advice.get("asOf").text()).isEqualTo("2026-05-11");
        Json refit = Json.parse(LATER.toJson());
        assertThat(refit.get("format").text()).isEqualTo("ltv-refit");
        assertThat(refit.get("duel").get("winner").text()).isEqualTo("NEITHER");
        assertThat(refit.get("monitoring").get("advice").get("action").text())
                .isEqualTo(report.advice().action().name());
        assertThat(Json.parse(FIRST.toJson()).has("monitoring")).isFalse();
    }

    @Test
    void theSameReportGivesTheSameBytesAndNamesNoCustomer() {
        for (String text : List.of(LATER.toJson(), EARLY.toJson(), report(LATER).toJson())) {
            assertThat(text).doesNotContainPattern("\\bc\\d+\\b");
        }
        assertThat(JOB.run(LOG, day(130), FIRST.model()).toJson()).isEqualTo(LATER.toJson());
    }
}
