package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CurrencyRates;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

class ConversionStepTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);

    private final CurrencyRates rates =
            CurrencyRates.into("EUR").add("GBP", DAY, 1.25).build();
    private final TransactionLog log = TransactionLog.builder("EUR")
            .add("ann", DAY, 10)
            .currency("GBP")
            .add("bob", DAY, 8)
            .build();

    @Test
    void convertsCountsAndSaysSo() {
        Cleaned clean = CleaningPlan.defaults().convertTo(rates, "eur").apply(log);
        assertThat(clean.log().currency()).isEqualTo("EUR");
        assertThat(clean.log().amount(0)).isEqualTo(12.5);
        CleaningStep step = clean.report().steps().get(0);
        assertThat(step.name()).isEqualTo("currency conversion");
        assertThat(step.rowsChanged()).isEqualTo(1);
        assertThat(step.rule())
                .isEqualTo(
                        "amounts in other currencies are converted into EUR by the rate of the latest day on or before"
                                + " the sale, at most 31 days old");
        assertThat(clean.report().steps().get(1).name()).isEqualTo("currency");
    }

    @Test
    void aMissingRateIsAnError() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(
                        () -> CleaningPlan.defaults().convertTo(rates, "USD").apply(log))
                .withMessageContaining("2 of 2 rows cannot be converted into USD");
    }

    @Test
    void otherRatesAreAnotherPlan() {
        String same = new ConversionStep(rates, "EUR").text();
        assertThat(new ConversionStep(
                                CurrencyRates.into("EUR").add("GBP", DAY, 1.25).build(), "EUR")
                        .text())
                .isEqualTo(same);
        assertThat(new ConversionStep(
                                CurrencyRates.into("EUR").add("GBP", DAY, 1.26).build(), "EUR")
                        .text())
                .isNotEqualTo(same);
        assertThat(new ConversionStep(rates.withMaxAgeDays(1), "EUR").text()).isNotEqualTo(same);
    }
}
