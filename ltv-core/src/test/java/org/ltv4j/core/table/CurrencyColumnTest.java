package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;

/** The column of the currency holds currencies, or the row cannot be used. */
class CurrencyColumnTest {
    private static final Columns COLUMNS = Sales.COLUMNS.withCurrency("money");

    private static Ingest read(CsvOptions options, String... currencies) {
        StringBuilder csv = new StringBuilder("customer,date,amount,money\n");
        for (String currency : currencies) {
            csv.append("ann,2025-03-01,5,").append(currency).append('\n');
        }
        return Sales.read(csv.toString(), COLUMNS, options);
    }

    private static Ingest cells(ReadOptions options, String... currencies) {
        return Rows.<String>of(any -> "ann", any -> LocalDate.of(2025, 3, 1), any -> 5)
                .with(ColumnRole.CURRENCY, Function.identity())
                .read(List.of(currencies).stream(), options);
    }

    @Test
    void codesSignsAndBlanksAreRead() {
        String[] written = {"eur", " EUR ", "\u20ac", "US$", "", "kr"};
        assertThat(read(Sales.DEFAULTS, written).log().currencies())
                .containsExactlyInAnyOrder("EUR", "\u20ac", "US$", "", "KR");
        assertThat(cells(ReadOptions.defaults(), written).log().currencies())
                .containsExactlyInAnyOrder("EUR", "\u20ac", "US$", "", "KR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-4711", "Anna", "17850", "EURO"})
    void anythingElseIsABadValueThatIsNotShown(String written) {
        List<Runnable> reads = new ArrayList<>();
        reads.add(() -> read(Sales.DEFAULTS, "EUR", written, written));
        reads.add(() -> cells(ReadOptions.defaults(), "EUR", written, written));
        for (Runnable read : reads) {
            assertThatThrownBy(read::run)
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("2 of 3 rows cannot be used (2 unreadable currency)")
                    .hasMessageContaining("is no currency code: three letters such as EUR")
                    .hasMessageNotContaining(written);
        }
    }

    @Test
    void theRowPolicyDecides() {
        Ingest csv = read(Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP), "EUR", "anna", "EUR");
        assertThat(csv.log().size()).isEqualTo(2);
        assertThat(csv.log().currency()).isEqualTo("EUR");
        assertThat(csv.report().steps()).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("unreadable currency");
            assertThat(step.examples().get(0).line()).isEqualTo(3);
            assertThat(step.examples().get(0).value()).isEmpty();
        });
        Ingest cells = cells(
                ReadOptions.defaults().withRowPolicy(Reason.UNREADABLE_CURRENCY, RowPolicy.SKIP), "EUR", "anna", "\0");
        assertThat(cells.log().size()).isEqualTo(1);
        assertThat(cells.log().currency()).isEqualTo("EUR");
    }
}
