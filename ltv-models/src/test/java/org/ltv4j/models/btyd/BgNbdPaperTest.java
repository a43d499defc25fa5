package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.testing.Cdnow;

/** BG/NBD on the CDNOW sample: 2,357 customers, 39 calibration weeks. Fader, Hardie and Lee (2005). */
class BgNbdPaperTest {
    private static final BgNbdModel PRINTED =
            BgNbdModel.of(new BgNbd.Parameters(0.243, 4.414, 0.793, 2.426), TimeScale.WEEK);

    /** Table 2: parameters printed to 3 decimals, the log-likelihood to 1. */
    @Test
    void reproducesThePublishedEstimates() {
        BgNbdModel model = BgNbd.fit(Cdnow.split(Cdnow.sample()).calibration());
        BgNbd.Parameters parameters = model.parameters().orElseThrow();
        assertThat(parameters.r()).isCloseTo(0.243, within(0.0005));
        assertThat(parameters.alpha()).isCloseTo(4.414, within(0.0005));
        assertThat(parameters.a()).isCloseTo(0.793, within(0.0005));
        assertThat(parameters.b()).isCloseTo(2.426, within(0.0005));
        assertThat(model.fit().orElseThrow().logLikelihood()).isCloseTo(-9582.4, within(0.05));
    }

    /** The authors' spreadsheet, for the customer of the paper's section 4. */
    @ParameterizedTest(name = "x={0} t_x={1} T={2} t={3}: {4}")
    @CsvSource({"2, 30.43, 38.86, 39, 1.226"})
    void reproducesThePublishedConditionalExpectation(int x, double tx, double age, double t, double expected) {
        double actual = PRINTED.expectedTransactions(CustomerSummary.of(x, tx, age), Horizon.of(t, TimeScale.WEEK));
        assertThat(actual).isCloseTo(expected, within(0.0005));
    }

    /** The authors' spreadsheet at the unrounded estimates: expected repeat purchases of a new customer. */
    @ParameterizedTest(name = "{0} weeks: {1}")
    @CsvSource({"0.14285714285714285, 0.0078", "1, 0.0532", "3, 0.1506", "31.857142857142858, 1.0405", "32, 1.0437"})
    void reproducesThePublishedExpectationOfANewCustomer(double weeks, double expected) {
        BgNbdModel model = BgNbdModel.of(
                new BgNbd.Parameters(0.2425945224259332, 4.413602018863964, 0.792922017474604, 2.425906777712828),
                TimeScale.WEEK);
        assertThat(model.expectedTransactions(Horizon.of(weeks, TimeScale.WEEK)))
                .isCloseTo(expected, within(0.00005));
    }

    @Test
    void customerWithoutRepeatsIsAlive() {
        assertThat(PRINTED.probabilityAlive(CustomerSummary.of(0, 0, 38.86))).isEqualTo(1);
        assertThat(PRINTED.probabilityAlive(CustomerSummary.of(0, 0, 10_000))).isEqualTo(1);
        assertThat(BgNbd.ONE_TIME_BUYERS_NOTE).contains("P(alive) is 1");
    }
}
