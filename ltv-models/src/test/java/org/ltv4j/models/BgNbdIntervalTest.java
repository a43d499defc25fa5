package org.ltv4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.score.CustomerScore;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.simulate.BgNbdProcess;
import org.ltv4j.core.simulate.GammaGammaProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;
import org.ltv4j.core.simulate.SimulatedHistories;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGammaModel;

/** The predictive interval where customers leave for good: a simulated shop whose truth is known. */
class BgNbdIntervalTest {
    private static final Scorer SCORER = Scorer.of(
                    BgNbdModel.of(new BgNbd.Parameters(0.8, 4, 0.8, 3), TimeScale.WEEK), GammaGammaModel.of(6, 4, 15))
            .withHorizon(Horizon.parse("26w"))
            .withInterval(0.90);

    @Test
    void nineOfTenRealisedValuesFallIntoTheirInterval() {
        SimulatedHistories made = PurchaseSimulator.of(new BgNbdProcess(0.8, 4, 0.8, 3), TimeScale.WEEK)
                .withSpend(new GammaGammaProcess(6, 4, 15))
                .withCustomers(20_000)
                .withTimes(10, 40, 26)
                .withSeed(5)
                .simulate();
        CustomerSummaries customers = made.calibration();
        CustomerScores scores = SCORER.scoreAll(customers, Parallelism.of(2), ProgressListener.NONE);
        int above = 0;
        int aboveOf = 0;
        int below = 0;
        int belowOf = 0;
        int silent = 0;
        int silentOf = 0;
        for (int i = 0; i < scores.size(); i++) {
            Interval interval = scores.interval(i).orElseThrow();
            double spent = made.holdout().spend(i);
            if (interval.upper() > scores.value(i)) {
                aboveOf++;
                above += spent > interval.upper() ? 1 : 0;
            } else {
                silentOf++;
                silent += spent > interval.upper() ? 1 : 0;
            }
            if (interval.lower() > 0) {
                belowOf++;
                below += spent < interval.lower() ? 1 : 0;
            }
        }
        assertThat(aboveOf).isGreaterThan(10_000);
        assertThat(above / (double) aboveOf).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / aboveOf)));
        // few customers are so sure to come back that a bound of more than 0 lies below them
        assertThat(below / (double) belowOf).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / belowOf)));
        // an upper bound that is the value itself means: at most 5 % of such customers bring more than that
        assertThat(silent / (double) silentOf).isLessThan(0.05);
        assertThat(scores.totalValue()).isCloseTo(total(made), within(0.03 * total(made)));
    }

    private static double total(SimulatedHistories made) {
        double total = 0;
        for (int i = 0; i < made.size(); i++) {
            total += made.holdout().spend(i);
        }
        return total;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 10, 0", "1, 3, 39, 40", "12, 38, 39, 25", "150, 38.9, 39, 12", "600, 39, 39, 3"})
    void boundsAreOrderedAndContainMostOfTheMass(int x, double tx, double age, double m) {
        Interval narrow = SCORER.withInterval(0.5)
                .score(CustomerSummary.of(x, tx, age, m))
                .interval()
                .orElseThrow();
        Interval wide = SCORER.withInterval(0.99)
                .score(CustomerSummary.of(x, tx, age, m))
                .interval()
                .orElseThrow();
        assertThat(wide.lower()).isBetween(0.0, narrow.lower());
        assertThat(wide.upper()).isGreaterThan(0).isGreaterThanOrEqualTo(narrow.upper());
    }

    /** The 111 hard cases of BG/NBD in clv-numeric-stress.json: a million purchases, horizons of 1e12 weeks, tiny parameters. */
    @Test
    void hardCasesHaveAnIntervalAsWell() {
        int cases = 0;
        for (Json c : Json.read(SharedData.file("reference/clv-numeric-stress.json"))
                .get("cases")
                .list()) {
            if (!c.get("model").text().equals("bgnbd")) {
                continue;
            }
            Json p = c.get("params");
            BgNbd.Parameters parameters = new BgNbd.Parameters(
                    p.get("r").number(),
                    p.get("alpha").number(),
                    p.get("a").number(),
                    p.get("b").number());
            int x = c.get("x").integer();
            CustomerSummary customer =
                    CustomerSummary.of(x, c.get("t_x").number(), c.get("T").number(), x == 0 ? 0 : 20);
            CustomerScore score = Scorer.of(BgNbdModel.of(parameters, TimeScale.WEEK), GammaGammaModel.of(6, 4, 15))
                    .withHorizon(Horizon.of(c.get("t").number(), TimeScale.WEEK))
                    .withInterval(0.90)
                    .score(customer);
            Interval interval = score.interval().orElseThrow();
            assertThat(interval.lower()).as("case %s", c.get("id")).isBetween(0.0, interval.upper());
            assertThat(interval.upper()).as("case %s", c.get("id")).isFinite();
            // a bound of 0 only where purchases are unlikely: at 5 % for one, a mean above 1 needs many at once
            if (score.probabilityAlive() > 0.9 && score.expectedTransactions() > 1) {
                assertThat(interval.upper()).as("case %s", c.get("id")).isPositive();
            }
            cases++;
        }
        assertThat(cases).isEqualTo(111);
    }
}
