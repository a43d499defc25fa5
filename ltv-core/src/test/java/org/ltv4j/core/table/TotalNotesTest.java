package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals with a date look like sales: they are kept, and said by their line. */
class TotalNotesTest {
    private static final String[] SALES = {
        "ann,2025-03-01,10.10", "bob,2025-03-02,20.20", "ann,2025-03-03,30.30", "cid,2025-03-04,0.05"
    };

    private static List<String> notes(String... last) {
        String[] rows = java.util.Arrays.copyOf(SALES, SALES.length + last.length);
        System.arraycopy(last, 0, rows, SALES.length, last.length);
        return Sales.rows(rows).format().notes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grand total",
                "TOTAL",
                "total:",
                " Summe ",
                "Total g\u00e9n\u00e9ral",
                "\u5408\u8ba1",
                "\u0418\u0442\u043e\u0433\u043e"
            })
    void aWordForATotalAsCustomerIsSaid(String word) {
        assertThat(notes(word + ",2025-12-31,7"))
                .containsExactly(
                        "1 row has a word for a total in column customer and a date beside it (line 6): counted as sales"
                                + " of a customer; if they are totals, leave them out");
    }

    @Test
    void allTheirRowsAreCounted() {
        assertThat(notes("Total,2025-03-31,60.65", "bob,2025-04-01,5", "Total,2025-04-30,5", "Sum,2025-04-30,5"))
                .singleElement()
                .asString()
                .startsWith(
                        "3 rows have a word for a total in column customer and a date beside it (the first is line 6)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60.65", "60.6501"})
    void aLastRowWithTheSumOfAllOthersIsSaid(String amount) {
        assertThat(notes("all shops,2025-12-31," + amount))
                .containsExactly(
                        "the last row (line 6) has the amount of all others together: counted as a sale of a customer;"
                                + " if it is their total, leave it out");
    }

    @Test
    void otherLastRowsAreSales() {
        assertThat(notes("all shops,2025-12-31,60.66")).isEmpty();
        assertThat(notes("all shops,2025-12-31,60.65", "bob,2025-04-01,5")).isEmpty(); // not the last
        assertThat(notes("ann,2025-12-31,60.65")).isEmpty(); // of a customer with other rows
        assertThat(notes("total17,2025-12-31,7")).isEmpty();
        assertThat(Sales.rows("a,2025-03-01,1", "b,2025-03-01,2", "c,2025-03-01,3")
                        .format()
                        .notes())
                .isEmpty(); // of so few rows, one may be the sum of the others
        assertThat(Sales.rows("a,2025-03-01,0", "b,2025-03-01,0", "c,2025-03-01,0", "d,2025-03-01,0")
                        .format()
                        .notes())
                .isEmpty();
    }

    @Test
    void sourcesWithoutAmountsHaveNoSum() {
        Columns columns = Columns.ofTransactions("customer", "date");
        String text = "customer,date\na,2025-03-01\nb,2025-03-02\na,2025-03-03\nc,2025-03-04\nd,2025-03-05\n";
        assertThat(Sales.read(text, columns, Sales.DEFAULTS).format().notes()).isEmpty();
    }
}
