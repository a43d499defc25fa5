package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

/** Numerically hard inputs against 50 digits (reference/clv-numeric-stress.json), within 1e-10 relative. */
class BgNbdStressTest {
    private static final double TOLERANCE = 1e-10;

    /** Below this a result may be 0. */
    private static final double UNDERFLOW = 1e-290;

    @TestFactory
    Stream<DynamicTest> hardCasesKeepTenDigits() {
        return Json.read(SharedData.file("reference/clv-numeric-stress.json")).get("cases").list().stream()
                .filter(c -> c.get("model").text().equals("bgnbd"))
                .map(c -> dynamicTest(
                        c.get("id").integer() + " " + c.get("category").text(), () -> check(c)));
    }

    private static void check(Json c) {
        Json p = c.get("params");
        BgNbdModel model = BgNbdModel.of(
                new BgNbd.Parameters(
                        p.get("r").number(),
                        p.get("alpha").number(),
                        p.get("a").number(),
                        p.get("b").number()),
                TimeScale.DAY);
        CustomerSummary customer = CustomerSummary.of(
                c.get("x").integer(), c.get("t_x").number(), c.get("T").number());
        Json expected = c.get("expected");
        near(model.logLikelihood(customer), expected.get("loglik"));
        near(model.probabilityAlive(customer), expected.get("palive"));
        Horizon horizon = Horizon.of(c.get("t").number(), TimeScale.DAY);
        near(model.expectedTransactions(customer, horizon), expected.get("cet"));
    }

    private static void near(double actual, Json expected) {
        double difference = Math.abs(actual - expected.number());
        assertThat(difference)
                .as("%s, got %s", expected, actual)
                .isLessThanOrEqualTo(Math.max(UNDERFLOW, TOLERANCE * Math.abs(expected.number())));
    }
}
