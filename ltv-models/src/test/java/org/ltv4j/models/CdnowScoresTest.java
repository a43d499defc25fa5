package org.ltv4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.Tracking;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Discount;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.testing.Cdnow;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGammaModel;

/** From the rows of CDNOW to scores, against clv-cdnow-sample.json and clv-cdnow-full.json (50-digit arithmetic). */
class CdnowScoresTest {
    private static final double RELATIVE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"sample", "full"})
    void everyCustomerOfTheReferenceIsScoredAsItSays(String which) {
        Json models = Json.read(SharedData.file("reference/clv-cdnow-" + which + ".json"))
                .get("models");
        CustomerSummaries customers = Cdnow.split(log(which)).calibration();
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < customers.size(); i++) {
            rows.put(customers.id(i), i);
        }
        Scorer scorer = Scorer.of(purchases(models), spend(models)).withHorizon(Horizon.parse("39w"));
        CustomerScores scores = scorer.scoreAll(customers);
        List<Json> expected = models.get("bgnbd").get("values").get("customers").list();
        assertThat(expected).hasSizeGreaterThan(20);
        for (Json customer : expected) {
            int i = row(rows, customer);
            assertThat(scores.probabilityAlive(i))
                    .isCloseTo(customer.get("palive").number(), relative(customer.get("palive")));
            Json cet = customer.get("cet").get("39");
            assertThat(scores.expectedTransactions(i)).isCloseTo(cet.number(), relative(cet));
        }
        for (Json customer : models.get("gg").get("values").list()) {
            Json mean = customer.get("conditional_mean_spend");
            assertThat(scores.expectedSpend(row(rows, customer))).isCloseTo(mean.number(), relative(mean));
        }
        // the reference's horizon has no end; after 20,000 weeks a purchase counts exp(-54) = 4e-24
        Scorer forever =
                scorer.withHorizon(Horizon.parse("20000w")).withDiscount(Discount.continuous(0.0027, TimeScale.WEEK));
        for (Json customer :
                models.get("gg").get("clv_dert_times_spend").get("bgnbd").list()) {
            Json clv = customer.get("clv");
            double value = forever.score(customers.summary(row(rows, customer))).value();
            assertThat(value).isCloseTo(clv.number(), relative(clv));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "full"})
    void theCohortIsExpectedToBuyAsTheReferenceSays(String which) {
        Json models = Json.read(SharedData.file("reference/clv-cdnow-" + which + ".json"))
                .get("models");
        Tracking tracking = Tracking.of(purchases(models), log(which), Cdnow.CALIBRATION_END);
        Json expected =
                models.get("bgnbd").get("values").get("expected_cumulative_repeat_transactions_of_cohort_by_week");
        for (String week : expected.names()) {
            double ours = tracking.weeks().get(Integer.parseInt(week) - 1).expected();
            assertThat(ours).isCloseTo(expected.get(week).number(), relative(expected.get(week)));
        }
    }

    private static int row(Map<String, Integer> rows, Json customer) {
        return rows.get(Integer.toString(customer.get("customer_id").integer()));
    }

    private static TransactionLog log(String which) {
        return which.equals("full") ? Cdnow.full() : Cdnow.sample();
    }

    private static BgNbdModel purchases(Json models) {
        Json p = models.get("bgnbd").get("values").get("params");
        return BgNbdModel.of(
                new BgNbd.Parameters(
                        p.get("r").number(),
                        p.get("alpha").number(),
                        p.get("a").number(),
                        p.get("b").number()),
                TimeScale.WEEK);
    }

    private static GammaGammaModel spend(Json models) {
        Json p = models.get("gg").get("mle").get("params");
        return GammaGammaModel.of(
                p.get("p").number(), p.get("q").number(), p.get("gamma").number());
    }

    private static org.assertj.core.data.Offset<Double> relative(Json number) {
        return within(RELATIVE * Math.abs(number.number()));
    }
}
