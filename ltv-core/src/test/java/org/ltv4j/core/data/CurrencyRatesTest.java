package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyRatesTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    // Euro foreign exchange reference rates have this form: units of the base for one unit of the currency
    private final CurrencyRates rates = CurrencyRates.into("EUR")
            .add("GBP", MONDAY, 1.25)
            .add("GBP", MONDAY.plusDays(7), 1.5)
            .add("usd", MONDAY, 0.5)
            .build();

    @Test
    void theRateIsThatOfTheLatestDay() {
        assertThat(rates.rate("GBP", "EUR", MONDAY)).hasValue(1.25);
        assertThat(rates.rate("GBP", "EUR", MONDAY.plusDays(6))).hasValue(1.25);
        assertThat(rates.rate("GBP", "EUR", MONDAY.plusDays(7))).hasValue(1.5);
        assertThat(rates.rate("GBP", "EUR", MONDAY.minusDays(1))).isEmpty();
        assertThat(rates.rate("CHF", "EUR", MONDAY)).isEmpty();
        assertThat(rates.rate("", "", MONDAY)).isEmpty();
    }

    @Test
    void anOldRateCountsNoLonger() {
        assertThat(rates.rate("GBP", "EUR", MONDAY.plusDays(7 + 31))).hasValue(1.5);
        assertThat(rates.rate("GBP", "EUR", MONDAY.plusDays(7 + 32))).isEmpty();
        assertThat(rates.withMaxAgeDays(0).rate("GBP", "EUR", MONDAY)).hasValue(1.25);
        assertThat(rates.withMaxAgeDays(0).rate("GBP", "EUR", MONDAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void ratesGoAcrossTheBaseAndBack() {
        assertThat(rates.rate("EUR", "EUR", MONDAY)).hasValue(1);
        assertThat(rates.rate("CHF", "CHF", MONDAY)).hasValue(1);
        assertThat(rates.rate("EUR", "USD", MONDAY)).hasValue(2);
        assertThat(rates.rate("GBP", "USD", MONDAY)).hasValue(2.5);
    }

    @Test
    void amountsPricesAndDiscountsAreConverted() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", MONDAY, 10)
                .unitPrice(5)
                .quantity(2)
                .discount(1)
                .currency("GBP")
                .add("ann", MONDAY.plusDays(8), 10)
                .currency("GBP")
                .add("bob", MONDAY, 0.1)
                .build();
        TransactionLog euros = rates.convert(log, "eur");
        assertThat(euros.currency()).isEqualTo("EUR");
        assertThat(new double[] {euros.amount(0), euros.amount(1), euros.amount(2)})
                .containsExactly(12.5, 15, 0.1);
        assertThat(euros.unitPrice(0)).isEqualTo(6.25);
        assertThat(euros.discount(0)).isEqualTo(1.25);
        assertThat(euros.unitPrice(1)).isNaN();
        assertThat(euros.quantity(0)).isEqualTo(2);
        assertThat(log.amount(0)).isEqualTo(10);
        TransactionLog dollars = rates.convert(euros, "USD");
        assertThat(dollars.amount(2)).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void aMissingRateNamesCurrencyDayAndLineAndConvertsNothing() {
        TransactionLog log = TransactionLog.builder("")
                .add("secret", MONDAY.minusDays(2), 10)
                .currency("GBP")
                .add("secret", MONDAY, 10)
                .currency("CHF")
                .add("secret", MONDAY.plusDays(50), 10)
                .currency("USD")
                .add("secret", MONDAY.plusDays(50), 10)
                .build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> rates.convert(log, "EUR"))
                .withMessageContaining("4 of 4 rows cannot be converted into EUR")
                .withMessageContaining(
                        "line 1, column currency: 'GBP' has its first rate on 2025-03-03, none on 2025-03-01")
                .withMessageContaining("line 2, column currency: 'CHF' has no rates")
                .withMessageContaining("line 3, column currency: 'USD' has its latest rate on 2025-03-03, more than 31"
                        + " days before 2025-04-22")
                .withMessageContaining("line 4, column currency: is missing")
                .withMessageNotContaining("secret");
    }

    @Test
    void missingAmountsStayMissingAndLogsWithoutAmountsToo() {
        TransactionLogBuilder builder = TransactionLog.builder("GBP");
        TransactionLog missing = builder.addWithoutAmount(
                        builder.customers().index("ann"), MONDAY.toEpochDay() * 86_400, 2)
                .build();
        assertThat(rates.convert(missing, "EUR").hasMissingAmounts()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateIsAboveZero(double rate) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> CurrencyRates.into("EUR").add("GBP", MONDAY, rate))
                .withMessageContaining("must be above 0");
    }

    @Test
    void twoRatesOfOneDayAreRefusedAndRepeatsAreNot() {
        CurrencyRates.Builder builder =
                CurrencyRates.into("EUR").add("GBP", MONDAY, 1.25).add("GBP", MONDAY, 1.25);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> builder.add("GBP", MONDAY, 1.26))
                .withMessageContaining("GBP has two rates on 2025-03-03, 1.25 and 1.26");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> builder.add("EUR", MONDAY, 2))
                .withMessageContaining("its own is 1");
    }

    @Test
    void whatIsNoCodeIsNotShown() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> CurrencyRates.of(
                        "EUR",
                        TransactionLog.builder("")
                                .add("ann@example.org", MONDAY, 1)
                                .build()))
                .withMessageContaining("15 characters")
                .withMessageNotContaining("ann");
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> CurrencyRates.into(" "));
    }

    /** The reference: the last day of the list that is not after the sale. */
    @Property(seed = "20261122")
    void findsTheRateThatASearchByHandFinds(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 60) Integer> days,
            @ForAll @IntRange(min = -5, max = 100) int sale,
            @ForAll @IntRange(min = 0, max = 40) int age) {
        CurrencyRates.Builder builder = CurrencyRates.into("EUR");
        TreeMap<Integer, Double> known = new TreeMap<>();
        for (int day : days) {
            if (known.putIfAbsent(day, 1.0 + day) == null) {
                builder.add("GBP", MONDAY.plusDays(day), 1.0 + day);
            }
        }
        double expected = Double.NaN;
        for (int day = sale; day >= sale - age && Double.isNaN(expected); day--) {
            expected = known.getOrDefault(day, Double.NaN);
        }
        assertThat(builder.build()
                        .withMaxAgeDays(age)
                        .rate("GBP", "EUR", MONDAY.plusDays(sale))
                        .orElse(Double.NaN))
                .isEqualTo(Double.valueOf(expected)); // boxed: NaN is expected too
    }
}
