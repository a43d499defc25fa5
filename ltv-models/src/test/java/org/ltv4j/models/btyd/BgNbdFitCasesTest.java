package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

/** 26 simulated shops, several at an edge: the best known log-likelihood is reached on all (reference/clv-fit-cases.json). */
class BgNbdFitCasesTest {
    @TestFactory
    Stream<DynamicTest> bestKnownLikelihoodIsReached() {
        List<String> rows = SharedData.lines("data/clv_fit_cases.csv.gz");
        return Json.read(SharedData.file("reference/clv-fit-cases.json")).get("cases").list().stream()
                .map(c -> dynamicTest(
                        c.get("case").integer() + " " + c.get("name").text(),
                        () -> check(
                                data(rows, c.get("case").integer()),
                                c.get("models").get("bgnbd"))));
    }

    private static CustomerSummaries data(List<String> rows, int number) {
        List<String[]> fields = rows.stream()
                .filter(row -> row.startsWith(number + ","))
                .map(row -> row.split(",", -1))
                .toList();
        return CustomerSummaries.of(
                TimeScale.WEEK,
                fields.stream().mapToInt(f -> Integer.parseInt(f[1])).toArray(),
                fields.stream().mapToDouble(f -> Double.parseDouble(f[2])).toArray(),
                fields.stream().mapToDouble(f -> Double.parseDouble(f[3])).toArray());
    }

    private static void check(CustomerSummaries data, Json expected) {
        BgNbdModel model = BgNbd.fit(data);
        FitReport fit = model.fit().orElseThrow();
        assertThat(expected.get("best_known_loglik").number() - fit.logLikelihood())
                .as("log-likelihood units missing")
                .isLessThanOrEqualTo(1e-6);
        assertThat(data.stream().mapToDouble(model::logLikelihood).sum())
                .as("the log-likelihood of the model is the one reported")
                .isCloseTo(fit.logLikelihood(), within(1e-7));
        boolean limit = expected.get("optimum_at_boundary").truth();
        assertThat(fit.edge().isPresent()).as("at an edge").isEqualTo(limit);
        assertThat(model.parameters().isEmpty()).isEqualTo(limit);
        assertThat(fit.findings().isEmpty()).isEqualTo(!limit);
        assertThat(fit.parameters())
                .allSatisfy(
                        parameter -> assertThat(parameter.value()).isFinite().isPositive())
                .allSatisfy(parameter -> parameter
                        .standardError()
                        .ifPresent(error -> assertThat(error).isFinite().isPositive()));
        assertThat(data.stream().limit(200)).allSatisfy(customer -> checkPredictions(model, customer));
    }

    private static void checkPredictions(BgNbdModel model, CustomerSummary customer) {
        assertThat(model.probabilityAlive(customer)).isBetween(0.0, 1.0);
        assertThat(model.expectedTransactions(customer, Horizon.of(52, TimeScale.WEEK)))
                .isFinite()
                .isNotNegative();
    }
}
