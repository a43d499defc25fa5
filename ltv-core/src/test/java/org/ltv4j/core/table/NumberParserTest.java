package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "12 | 12",
                "-12.50 | -12.5",
                "+3.5 | 3.5",
                "0.01 | 0.01",
                ".5 | 0.5",
                "5. | 5",
                "1,234.50 | 1234.5",
                "1,234,567 | 1234567",
                "1,23,456.78 | 123456.78",
                "12,34,567 | 1234567",
                "-\u20b91,00,00,000.5 | -10000000.5",
                "1'234'567.25 | 1234567.25",
                "1\u00a0234.5 | 1234.5",
                "(12.50) | -12.5",
                "12.50- | -12.5",
                "12.50\u2212 | -12.5",
                "$12.50 | 12.5",
                "-$12.50 | -12.5",
                "($1,234.50) | -1234.5",
                "12.50 \u20ac | 12.5",
                "\u00a5 1,234 | 1234",
                "\uffe51,234 | 1234",
                "US$12.50 | 12.5",
                "-R$ 12.50 | -12.5",
                "EUR 12.50 | 12.5",
                "12.50 CHF | 12.5",
                "(USD 12.50) | -12.5",
                "12.50 kr | 12.5",
                "12.50\u5143 | 12.5",
                "12.50 z\u0142- | -12.5",
                "1 234.50 | 1234.5",
                "1\u202f234\u202f567.5 | 1234567.5",
                "1\u2019234.5 | 1234.5",
                "\u221212.50 | -12.5",
                "- 12.50 | -12.5",
                "12.50 - | -12.5",
                "1.5e3 | 1500",
                "1E-2 | 0.01",
                "1000000000 | 1e9",
                "1000000000000000 | 1e15",
                "0.1000000000000000055511151231257827 | 0.1",
                "-0 | 0",
                "-0.00 | 0",
            })
    void readsWhatMerchantsWrite(String written, double value) {
        assertThat(parse(written, '.')).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5 | 12.5",
                "1.234,50 | 1234.5",
                "1.234 | 1234",
                "1 234,50 \u20ac | 1234.5",
                "1'234,50 | 1234.5",
                "(12,50) | -12.5",
                "12,50- | -12.5",
                "CHF 1\u2019234,5 | 1234.5",
                "-1.234.567,8 | -1234567.8",
                "0,01 | 0.01"
            })
    void readsDecimalCommas(String written, double value) {
        assertThat(parse(written, ',')).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "nan",
                "Infinity",
                "-inf",
                "1e400",
                "1e16",
                "1000000000000001",
                "99999999999999999999",
                "abc",
                "1.2.3",
                "1,23",
                "12,34.5",
                "1,2345",
                "1,23,45",
                "123,45,678",
                ",23,456",
                "1,23,456,789",
                "1 23 456",
                "1,23.456",
                ",123",
                "--1",
                "-1-",
                "(1",
                "1)",
                "-(1)",
                "$",
                "$$1",
                "EURO 1",
                "XYZ 1",
                "1 XYZ",
                "12 EUR USD",
                "1kr2",
                "kr",
                "EUR",
                "0x10",
                "1e",
                "1e5.5",
                "1d",
                "12f",
                "1_000",
                ".",
                "-",
                "+",
                "1,234e3",
                "\uff11\uff12",
                "1 2",
                "4-5",
                "1 234,567.25"
            })
    void refusesWhatIsNoNumber(String written) {
        assertThat(parse(written, '.')).isNaN();
    }

    @Test
    void saysWhatIsWrong() {
        NumberParser parser = new NumberParser('.');
        parser.parse("1e400");
        assertThat(parser.problem()).contains("larger than 1e15");
        parser.parse("12,5");
        assertThat(parser.problem()).contains("decimal mark is '.'");
    }

    @Test
    void withoutADecidedMarkOnlyWholeNumbersAreRead() {
        NumberParser parser = new NumberParser(NumberParser.UNDECIDED);
        assertThat(parser.parse("12")).isEqualTo(12);
        assertThat(parser.parse("(12)")).isEqualTo(-12);
        assertThatThrownBy(() -> parser.parse("1.5")).isInstanceOf(NumberParser.UndecidedDecimalException.class);
    }

    /** The short path gives the very double that the JDK gives. */
    @Property(seed = "20261122")
    void plainDecimalsAreReadToTheLastBit(
            @ForAll @DoubleRange(min = -1e15, max = 1e15) double value, @ForAll @IntRange(max = 12) int digits) {
        String written = new java.math.BigDecimal(value)
                .setScale(digits, java.math.RoundingMode.DOWN)
                .toPlainString();
        assertThat(parse(written, '.')).isEqualTo(Double.parseDouble(written) + 0.0);
        assertThat(parse(written.replace('.', ','), ',')).isEqualTo(Double.parseDouble(written) + 0.0);
    }

    @Property(seed = "20261122")
    void shortestFormsAreReadToTheLastBit(@ForAll @DoubleRange(min = -1e15, max = 1e15) double value) {
        assertThat(parse(Double.toString(value), '.')).isEqualTo(value + 0.0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "12.50 | .",
                "12,50 | ','",
                "1,234 | ?",
                "1.234 | ?",
                "0.123 | .",
                "0,123 | ','",
                "1234.567 | .",
                "1,234,567 | .",
                "1,23,456 | .",
                "1.234.567 | ','",
                "1,234.5 | .",
                "1.234,5 | ','",
                "-1,234 | ?",
                "1.5e3 | .",
                "$1,234 | ?"
            })
    void knowsWhichMarksDecide(String written, String mark) {
        NumberText text = new NumberText();
        assertThat(text.read(written)).isTrue();
        assertThat(text.decimalMark()).isEqualTo(mark.replace("'", "").charAt(0));
    }

    private static double parse(String written, char decimal) {
        byte[] bytes = ("x" + written + "y").getBytes(StandardCharsets.UTF_8);
        return new NumberParser(decimal).parse(bytes, 1, bytes.length - 1);
    }
}
