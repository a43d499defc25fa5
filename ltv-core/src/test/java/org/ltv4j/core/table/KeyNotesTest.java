package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.DuplicateRule;

/** One order and line on two rows of a file. */
class KeyNotesTest {
    private static final Columns COLUMNS =
            Sales.COLUMNS.withOrder("order").withLine("line").withProduct("sku");

    private static Ingest read(String... rows) {
        return Sales.read(
                "customer,date,amount,order,line,sku\n" + String.join("\n", rows) + "\n", COLUMNS, Sales.DEFAULTS);
    }

    private static List<String> notes(String... rows) {
        return read(rows).format().notes();
    }

    @Test
    void rowsOfOneKeyAndAnotherContentAreSaid() {
        assertThat(notes("ann,2025-03-01,5,R1,1,tea", "ann,2025-03-01,7,R1,2,tea", "ann,2025-03-01,6,R1,1,tea"))
                .containsExactly(
                        "1 row has the order and line of an earlier row, but not its content (line 4, which has those of"
                                + " line 2 and another amount): all are kept; state DuplicateKeys if the first of them counts, or"
                                + " correct the source");
        assertThat(notes(
                        "bob,2025-03-09,5,R1,1,tea",
                        "ann,2025-03-01,6,R1,1,cake",
                        "ann,2025-03-01,5,R2,1,tea",
                        "ann,2025-02-01,5,R2,1,tea",
                        "cid,2025-02-01,5,R1,1,tea"))
                .singleElement()
                .asString()
                .startsWith(
                        "3 rows have the order and line of an earlier row, but not its content (the first is line 3, which has"
                                + " those of line 2 and another customer, time, amount, product)");
    }

    @Test
    void rowsThatRepeatAnotherOneAreLeftToCleaning() {
        Ingest read = read("ann,2025-03-01,5,R1,1,tea", "bob,2025-03-01,5,R2,1,tea", "ann,2025-03-01,5,R1,1,tea");
        assertThat(read.format().notes()).isEmpty();
        assertThat(CleaningPlan.defaults()
                        .withDuplicates(DuplicateRule.DROP)
                        .apply(read.log())
                        .log()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void keysThatDifferOrAreMissingAreNoConflict() {
        assertThat(notes(
                        "ann,2025-03-01,5,R1,1,tea",
                        "ann,2025-03-01,6,R1,2,tea",
                        "ann,2025-03-01,7,R2,1,tea",
                        "ann,2025-03-02,8,,1,tea",
                        "ann,2025-03-02,9,,1,tea",
                        "ann,2025-03-03,8,R3,,tea",
                        "ann,2025-03-03,9,R3,,tea"))
                .isEmpty();
    }

    @Test
    void withoutALineColumnAnOrderHasManyRows() {
        String text = "customer,date,amount,order\nann,2025-03-01,5,R1\nann,2025-03-01,6,R1\n";
        assertThat(Sales.read(text, Sales.COLUMNS.withOrder("order"), Sales.DEFAULTS)
                        .format()
                        .notes())
                .isEmpty();
    }
}
