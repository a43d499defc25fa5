package org.ltv4j.models.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

/**
 * Gamma-Gamma on CDNOW, 39 calibration weeks: Fader and Hardie (2013), note 025, and golden values computed with 40 digits
 * (reference/clv-cdnow-*.json; the tolerances are those of its README).
 */
class GammaGammaReferenceTest {
    @ParameterizedTest
    @CsvSource({"sample", "full"})
    void theFitAgreesWithTheReference(String name) {
        GammaGammaModel model = GammaGamma.fit(cdnow(name));
        Json reference = reference(name).get("mle");
        FitReport fit = model.fit().orElseThrow();

        assertThat(fit.logLikelihood()).isCloseTo(reference.get("loglik").number(), within(1e-6));
        assertThat(fit.customers()).isEqualTo(reference(name).get("n_rows").integer());
        assertThat(fit.edge()).isEmpty();
        assertThat(fit.parameters()).extracting(ParameterEstimate::name).containsExactly("p", "q", "gamma");
        for (int i = 0; i < 3; i++) {
            ParameterEstimate estimate = fit.parameters().get(i);
            near(estimate.value(), reference.get("params").get(estimate.name()).number(), 1e-7);
            near(
                    estimate.standardError().orElseThrow(),
                    reference.get("std_errors").get(estimate.name()).number(),
                    1e-6);
            Interval interval = estimate.interval95().orElseThrow();
            Json expected = reference.get("ci95_log_scale").get(estimate.name());
            near(interval.lower(), expected.get(0).number(), 1e-6);
            near(interval.upper(), expected.get(1).number(), 1e-6);
            List<Double> row = fit.covariance().orElseThrow().get(i);
            for (int j = 0; j < 3; j++) {
                near(
                        row.get(j),
                        reference.get("vcov").get("matrix").get(i).get(j).number(),
                        1e-6);
            }
        }
        assertThat(Double.parseDouble(fit.provenance().data().get("correlationOfFrequencyAndSpend")))
                .isCloseTo(reference(name).get("corr_x_zbar_repeaters").number(), within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"sample", "full"})
    void everyValueAgreesWithTheReference(String name) {
        Json reference = reference(name);
        Json parameters = reference.get("mle").get("params");
        GammaGammaModel model = GammaGammaModel.of(
                parameters.get("p").number(),
                parameters.get("q").number(),
                parameters.get("gamma").number());
        near(model.populationMean(), reference.get("population_mean_spend").number(), 1e-12);
        for (Json customer : reference.get("values").list()) {
            int x = customer.get("x").integer();
            double m = customer.get("zbar").number();
            near(
                    model.expectedSpend(x, m),
                    customer.get("conditional_mean_spend").number(),
                    1e-12);
            if (!customer.get("loglik").isNull()) {
                near(model.logLikelihood(x, m), customer.get("loglik").number(), 1e-12);
            }
        }
    }

    /** Printed in note 025. */
    @Test
    void theFitReproducesThePublishedEstimates() {
        List<ParameterEstimate> parameters =
                GammaGamma.fit(cdnow("sample")).fit().orElseThrow().parameters();
        assertThat(parameters.get(0).value()).isCloseTo(6.25, within(0.005));
        assertThat(parameters.get(1).value()).isCloseTo(3.74, within(0.005));
        assertThat(parameters.get(2).value()).isCloseTo(15.44, within(0.005));
    }

    private static Json reference(String name) {
        return Json.read(SharedData.file("reference/clv-cdnow-" + name + ".json"))
                .get("models")
                .get("gg");
    }

    static CustomerSummaries cdnow(String name) {
        List<String> lines = SharedData.lines("data/cdnow_" + name + ".csv.gz");
        int amount = List.of(lines.get(0).split(",")).indexOf("amount");
        int date = List.of(lines.get(0).split(",")).indexOf("date");
        TransactionLogBuilder log = TransactionLog.builder("USD");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            log.add(fields[0], LocalDate.parse(fields[date]), Double.parseDouble(fields[amount]));
        }
        return log.build()
                .calibrateUntil(LocalDate.of(1997, 9, 30), TimeScale.WEEK)
                .calibration();
    }

    private static void near(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
