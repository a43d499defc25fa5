package org.ltv4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Formats english = new Formats(Language.EN, "USD");
    private final Formats chinese = new Formats(Language.ZH, "CNY");
    private final Formats unknown = new Formats(Language.EN, "");

    @Test
    void amountsCarryTheirCurrencyAndNoFalsePrecision() {
        assertThat(english.money(12.344)).isEqualTo("$12.34");
        assertThat(english.money(999.99)).isEqualTo("$999.99");
        assertThat(english.money(1234.5)).isEqualTo("$1,234");
        assertThat(english.money(-5)).isEqualTo("\u2212$5.00");
        assertThat(english.money(-0.001)).isEqualTo("$0.00");
        assertThat(chinese.money(12)).isEqualTo("¥12.00");
        assertThat(unknown.money(12)).isEqualTo("12.00");
        assertThat(new Formats(Language.EN, "CHF").money(3)).isEqualTo("CHF\u00A03.00");
    }

    @Test
    void largeNumbersAreShortenedAsEachLanguageDoes() {
        assertThat(english.shortMoney(1_234_567)).isEqualTo("$1.23M");
        assertThat(chinese.shortMoney(1_234_567)).isEqualTo("¥123万");
        assertThat(english.compact(9_999)).isEqualTo("9,999");
        assertThat(english.compact(50_000)).isEqualTo("50k");
        assertThat(chinese.compact(50_000)).isEqualTo("5万");
        assertThat(chinese.compact(2.5e8)).isEqualTo("2.5亿");
        assertThat(english.compact(2.5e9)).isEqualTo("2.5bn");
    }

    @Test
    void numbersHaveAboutFourDigits() {
        assertThat(english.significant(0.24259)).isEqualTo("0.2426");
        assertThat(english.significant(4.41359)).isEqualTo("4.414");
        assertThat(english.significant(12_345.6)).isEqualTo("12,350");
        assertThat(english.significant(0)).isEqualTo("0");
        assertThat(english.significant(1.5e-7)).isEqualTo("1.5e\u22127");
        assertThat(english.significant(2e12)).isEqualTo("2e12");
    }

    @Test
    void sharesAndChanges() {
        assertThat(english.percent(0.4617, 1)).isEqualTo("46.2%");
        assertThat(english.change(0.031)).isEqualTo("+3.1%");
        assertThat(english.change(-0.031)).isEqualTo("\u22123.1%");
        assertThat(english.change(1e-9)).isEqualTo("0.0%");
    }

    @Test
    void datesAreWritten() {
        assertThat(english.date(LocalDate.of(1997, 9, 30))).isEqualTo("30\u00A0September\u00A01997");
        assertThat(chinese.date(LocalDate.of(1997, 9, 30))).isEqualTo("1997年9月30日");
    }
}
