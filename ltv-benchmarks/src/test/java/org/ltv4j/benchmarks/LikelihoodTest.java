package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A race between two that do different jobs would say nothing. */
class LikelihoodTest {
    @Test
    void bothWaysGiveTheSameLogLikelihood() {
        Likelihood race = new Likelihood();
        race.open(2_357);
        double textbook = race.textbook();
        assertThat(race.ltv4j()).isCloseTo(textbook, within(1e-10 * Math.abs(textbook)));
    }

    @Test
    void bothWaysGiveTheSameProbabilitiesAndExpectations() {
        OneCustomerAlive alive = new OneCustomerAlive();
        OneCustomerAlive aliveAgain = new OneCustomerAlive();
        OneCustomerExpected expected = new OneCustomerExpected();
        OneCustomerExpected expectedAgain = new OneCustomerExpected();
        expected.weeks = 52;
        expectedAgain.weeks = 52;
        expected.open();
        expectedAgain.open();
        for (int i = 0; i < 1_000; i++) {
            assertThat(alive.ltv4j()).isCloseTo(aliveAgain.textbook(), within(1e-12));
            double textbook = expectedAgain.textbook();
            // the textbook's series loses digits by cancellation
            assertThat(expected.ltv4j()).isCloseTo(textbook, within(1e-9 * (1 + textbook)));
        }
    }

    @Test
    void bothWaysFindTheSameMaximum() {
        FitSmall race = new FitSmall();
        race.customers = 2_357;
        race.open();
        double[] textbook = race.textbook();
        double logLikelihood = race.ltv4j().fit().orElseThrow().logLikelihood();
        assertThat(logLikelihood)
                .isCloseTo(
                        TextbookBgNbd.logLikelihood(
                                textbook[0], textbook[1], textbook[2], textbook[3], Customers.like(2_357)),
                        within(1e-5)); // the simplex stops near the top, never above it
    }
}
