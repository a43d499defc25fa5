package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The rival must do the same job. Expected: Fader, Hardie and Lee (2005), and their spreadsheet for customer 0001. */
class TextbookBgNbdTest {
    @Test
    void reproducesThePublishedConditionalExpectation() {
        assertThat(TextbookBgNbd.expectedTransactions(0.243, 4.414, 0.793, 2.426, 39, 2, 30.43, 38.86))
                .isCloseTo(1.226, within(0.0005));
    }

    @Test
    void simulatedCustomersAreLikeThoseOfCdnow() {
        double[] fitted = TextbookBgNbd.fit(Customers.like(23_570));
        assertThat(fitted[0]).isCloseTo(Customers.R, within(0.02)); // 5 standard errors of r at this size
        assertThat(fitted[0] / fitted[1]).isCloseTo(Customers.R / Customers.ALPHA, within(0.003));
    }
}
