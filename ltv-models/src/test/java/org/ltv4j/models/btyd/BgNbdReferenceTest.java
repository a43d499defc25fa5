package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.testing.Cdnow;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

/** Both CDNOW files against values computed with 90 digits (reference/clv-cdnow-*.json). */
class BgNbdReferenceTest {
    private static final double CLOSE = 1e-12;

    private static Json reference(String name) {
        return Json.read(SharedData.file("reference/clv-cdnow-" + name + ".json"))
                .get("models")
                .get("bgnbd");
    }

    private static CustomerSummaries calibration(String name) {
        return Cdnow.split(name.equals("full") ? Cdnow.full() : Cdnow.sample()).calibration();
    }

    private static BgNbdModel model(Json values) {
        Json p = values.get("params");
        return BgNbdModel.of(
                new BgNbd.Parameters(
                        p.get("r").number(),
                        p.get("alpha").number(),
                        p.get("a").number(),
                        p.get("b").number()),
                TimeScale.WEEK);
    }

    private static void near(double actual, Json expected, double relative) {
        assertThat(actual)
                .as(expected.toString())
                .isCloseTo(expected.number(), within(relative * Math.abs(expected.number())));
    }

    private static Horizon weeks(double weeks) {
        return Horizon.of(weeks, TimeScale.WEEK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "full"})
    void theFitReachesTheOptimumWithItsErrors(String name) {
        FitReport fit = BgNbd.fit(calibration(name)).fit().orElseThrow();
        Json mle = reference(name).get("mle");
        assertThat(fit.logLikelihood()).isCloseTo(mle.get("loglik").number(), within(1e-7));
        assertThat(fit.edge()).isEmpty();
        assertThat(fit.findings()).isEmpty();
        assertThat(fit.gradientNorm()).isLessThan(1e-12);
        assertThat(fit.parameters()).extracting(ParameterEstimate::name).containsExactly("r", "alpha", "a", "b");
        for (int i = 0; i < 4; i++) {
            ParameterEstimate estimate = fit.parameters().get(i);
            near(estimate.value(), mle.get("params").get(estimate.name()), 1e-7);
            near(estimate.standardError().orElseThrow(), mle.get("std_errors").get(estimate.name()), 1e-6);
            Interval interval = estimate.interval95().orElseThrow();
            near(
                    interval.lower(),
                    mle.get("ci95_log_scale").get(estimate.name()).get(0),
                    1e-6);
            near(
                    interval.upper(),
                    mle.get("ci95_log_scale").get(estimate.name()).get(1),
                    1e-6);
            List<Double> row = fit.covariance().orElseThrow().get(i);
            for (int j = 0; j < 4; j++) {
                double errors = estimate.standardError().orElseThrow()
                        * fit.parameters().get(j).standardError().orElseThrow();
                assertThat(row.get(j))
                        .isCloseTo(mle.get("vcov").get("matrix").get(i).get(j).number(), within(1e-7 * errors));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "full"})
    void everyValueOfACustomerAgrees(String name) {
        Json values = reference(name).get("values");
        BgNbdModel model = model(values);
        double rate = values.get("dert_continuous_discount_rate_per_week").number();
        TransactionForecast forecast = model.forecast(weeks(39), 0);
        assertThat(values.get("customers").list()).hasSizeGreaterThan(10).allSatisfy(c -> {
            CustomerSummary customer = CustomerSummary.of(
                    c.get("x").integer(), c.get("t_x").number(), c.get("T").number());
            near(model.logLikelihood(customer), c.get("loglik"), CLOSE);
            near(model.probabilityAlive(customer), c.get("palive"), CLOSE);
            for (String t : c.get("cet").names()) {
                near(
                        model.expectedTransactions(customer, weeks(Double.parseDouble(t))),
                        c.get("cet").get(t),
                        CLOSE);
            }
            near(model.discountedExpectedTransactions(customer, rate), c.get("dert"), CLOSE);
            for (int n = 0; n < 6; n++) {
                near(
                        forecast.probabilityOfTransactions(n, customer.frequency(), customer.recency(), customer.age()),
                        c.get("future_pmf_n0_5").get(n),
                        CLOSE);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "full"})
    void everyValueOfANewCustomerAgrees(String name) {
        Json values = reference(name).get("values");
        BgNbdModel model = model(values);
        Json expected = values.get("unconditional_expected_repeat_transactions");
        for (String t : expected.names()) {
            near(model.expectedTransactions(weeks(Double.parseDouble(t))), expected.get(t), CLOSE);
        }
        Json pmf = values.get("pmf");
        Horizon horizon = weeks(pmf.get("t").number());
        for (int n = 0; n <= 10; n++) {
            near(
                    model.probabilityOfTransactions(n, horizon),
                    pmf.get("P_X_eq_n_for_n_0_10").get(n),
                    CLOSE);
        }
    }

    /** Sums over customers of E[X(w - b)], where b is the week of the first purchase. */
    @ParameterizedTest
    @ValueSource(strings = {"sample", "full"})
    void theExpectedPurchasesOfTheCohortAgreeWeekByWeek(String name) {
        Json values = reference(name).get("values");
        BgNbdModel model = model(values);
        CustomerSummaries customers = calibration(name);
        double weeksToEnd = 272 / 7.0; // from 1997-01-01 to the end of the calibration
        Json expected = values.get("expected_cumulative_repeat_transactions_of_cohort_by_week");
        for (String week : expected.names()) {
            double sum = 0;
            for (int i = 0; i < customers.size(); i++) {
                double birth = weeksToEnd - customers.age(i);
                sum += model.expectedTransactions(weeks(Math.max(0, Double.parseDouble(week) - birth)));
            }
            near(sum, expected.get(week), 1e-10);
        }
    }
}
