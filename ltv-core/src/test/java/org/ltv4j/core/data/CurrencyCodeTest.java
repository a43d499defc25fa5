package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be a currency, wherever one enters a log. */
class CurrencyCodeTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void everyCodeOfTheIsoTableIsOne() {
        for (Currency currency : Currency.getAvailableCurrencies()) { // withdrawn ones such as DEM included
            assertThat(CurrencyCode.read(currency.getCurrencyCode())).contains(currency.getCurrencyCode());
        }
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "eur,EUR",
                " Usd ,USD",
                "XBT,XBT",
                "$,$",
                "\u20ac,\u20ac",
                "\u00a3,\u00a3",
                "\u00a5,\u00a5",
                "\u20b9,\u20b9",
                "\uffe5,\uffe5",
                "us$,US$",
                "R$,R$",
                "HK$,HK$",
                "$US,$US",
                "kr,KR",
                "kr.,KR.",
                "z\u0142,Z\u0141",
                "Rs.,RS.",
                "\u5143,\u5143"
            })
    void codesSignsAndWordsAreRead(String written, String code) {
        assertThat(CurrencyCode.read(written)).contains(code);
        assertThat(CurrencyCode.of(written)).isEqualTo(code);
    }

    @Test
    void aBlankIsACurrencyThatIsNotKnown() {
        assertThat(CurrencyCode.read(" ")).contains("");
        assertThat(CurrencyCode.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C17",
                "anna",
                "Anna Schmidt",
                "17850",
                "EURO",
                "EU",
                "E",
                "$5",
                "A B",
                "EU\u0420",
                "ABCD$",
                "$$",
                "A$B"
            })
    void anythingElseIsRefusedAndNotRepeated(String written) {
        assertThat(CurrencyCode.read(written)).isEmpty();
        assertThatThrownBy(() -> CurrencyCode.of(written))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "need a currency as three letters such as EUR, a sign such as \u20ac, or the empty text where it is not"
                                + " known; got " + written.length() + " characters that are none");
    }

    @Test
    void everyDoorToALogAsks() {
        TransactionLogBuilder rows = TransactionLog.builder("").add("a", DAY, 1);
        assertThatThrownBy(() -> TransactionLog.builder("planted")).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> rows.currency("planted")).isInstanceOf(InvalidDataException.class);
        TransactionLog log = rows.build();
        assertThatThrownBy(() -> LogEdit.of(log).currencies(new byte[1], List.of("planted")))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> log.inCurrency("planted"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageNotContaining("planted");
        assertThatThrownBy(() -> CurrencyRates.into("planted")).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void oneCurrencyWrittenInTwoWaysIsOne() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("a", DAY, 1)
                .currency("eur")
                .add("a", DAY, 2)
                .currency("EUR ")
                .build();
        assertThat(log.currencies()).containsExactly("EUR");
        TransactionLog edited = LogEdit.of(log)
                .currencies(new byte[] {0, 1}, List.of("usd", "USD"))
                .log();
        assertThat(edited.currency()).isEqualTo("USD");
    }
}
