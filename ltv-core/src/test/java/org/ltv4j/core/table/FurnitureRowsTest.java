package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows that stand in merchants' files and are no sales: left out under every policy, counted, said in a note. */
class FurnitureRowsTest {
    private static final String SALES = "customer,date,amount\nann,2025-03-01,10\nbob,2025-03-02,2.5\n";

    @ParameterizedTest
    @EnumSource(
            value = RowPolicy.class,
            names = {"FAIL", "SKIP"})
    void blankRowsAreLeftOutAndCounted(RowPolicy policy) {
        Ingest read = Sales.read(
                SALES + ",,\n \t,, \n   \n\"\",,,,\ncat,2025-03-03,1\n", Sales.DEFAULTS.withRowPolicy(policy));
        assertThat(read.log().size()).isEqualTo(3);
        assertThat(step(read, "blank row").rowsDropped()).isEqualTo(4);
        assertThat(read.report().rowsRead()).isEqualTo(7);
        assertThat(read.format().notes())
                .containsExactly("4 rows (the first is line 4) with nothing in any cell: left out");
    }

    @ParameterizedTest
    @EnumSource(
            value = RowPolicy.class,
            names = {"FAIL", "SKIP"})
    void theHeaderAgainIsLeftOutAndCounted(RowPolicy policy) {
        Ingest read = Sales.read(SALES + SALES + SALES, Sales.DEFAULTS.withRowPolicy(policy));
        assertThat(read.log().size()).isEqualTo(6);
        assertThat(step(read, "repeated header").rowsDropped()).isEqualTo(2);
        assertThat(read.format().notes())
                .containsExactly(
                        "2 rows (the first is line 4) repeating the header: left out; was the file put together"
                                + " from several ones?");
    }

    @Test
    void filesWithByteOrderMarksPutTogetherAreOneFile() {
        String again =
                "\ufeff\"customer\",date,amount\nann,2025-03-05,3\n\ufeffann,2025-03-06,4\n\ufeff\"ann\",2025-03-07,5\n";
        Ingest read = Sales.read("\ufeff" + SALES + again);
        assertThat(step(read, "repeated header").rowsDropped()).isEqualTo(1);
        assertThat(read.log().customers().size()).isEqualTo(2);
        assertThat(read.log().size()).isEqualTo(5);
    }

    @Test
    void aHeaderOfOtherColumnsIsRefusedUnderEveryPolicy() {
        String text = "customer,date,amount,note\nann,2025-03-01,10,\namount,date,customer,note\n7,2025-03-01,10,\n";
        assertThatThrownBy(() -> Sales.read(text, Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 3: the columns stand in another order from here on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,,12.5",
                "TOTAL:,,99",
                ",Grand total,12.5",
                "Summe,,\"12,5\"",
                "\u5408\u8ba1,,12.5",
                "\u0418\u0442\u043e\u0433\u043e,,12.5",
                ",,12.5",
                ",,12.50"
            })
    void aTotalIsLeftOutAndCounted(String row) {
        Ingest read = Sales.read(SALES + row + "\n", Sales.DEFAULTS.withDecimal('.'));
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(step(read, "totals row").rowsDropped()).isEqualTo(1);
        assertThat(read.format().notes()).containsExactly("1 row (line 4) with a total instead of a sale: left out");
    }

    @Test
    void aTotalMayBeToldByAnyCell() {
        Ingest read = Sales.read(
                "note,customer,date,amount\n,ann,2025-03-01,10\n,ann,2025-03-01,x1\nTotal,,,99\n",
                Sales.DEFAULTS.withRowPolicy(Reason.UNREADABLE_NUMBER, RowPolicy.SKIP));
        assertThat(step(read, "totals row").rowsDropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {",,12.6", ",,", "Total,2025-03-09,12.5", "Totally,,12.5", ",2025-03-09,12.5", "ann,,12.5"})
    void whatIsNotCertainIsNoTotal(String row) {
        String text = SALES + row + "\n";
        if (row.startsWith("Total,")) {
            assertThat(Sales.read(text).log().size()).isEqualTo(3); // a customer of that name
        } else if (!row.equals(",,")) {
            assertThatThrownBy(() -> Sales.read(text))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("line 4");
        }
    }

    @Test
    void aPolicyStatedForThemCounts() {
        CsvOptions strict = Sales.DEFAULTS
                .withRowPolicy(Reason.BLANK_ROW, RowPolicy.FAIL)
                .withRowPolicy(Reason.TOTALS_ROW, RowPolicy.FAIL);
        assertThatThrownBy(() -> Sales.read(SALES + ",,\nTotal,,12.5\n", strict))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("2 of 4 rows cannot be used (1 blank row, 1 totals row): line 4: holds no sale");
    }

    @Test
    void typedTablesHaveThemToo() {
        Table table = Table.create(
                StringColumn.create("customer", "ann", "", "bob", "customer", "Total", "cat"),
                StringColumn.create("date", "2025-03-01", "", "2025-03-02", "date", "", "2025-03-03"),
                StringColumn.create("amount", "10", "", "2.5", "amount", "12.5", "1"));
        Ingest read = Tables.read(table, Sales.COLUMNS, RowPolicy.FAIL);
        assertThat(read.log().size()).isEqualTo(3);
        assertThat(read.report().droppedByStep())
                .containsEntry("blank row", 1L)
                .containsEntry("repeated header", 1L)
                .containsEntry("totals row", 1L);
        assertThat(read.format().notes()).hasSize(3);
    }

    @Test
    void aTotalOfTypedCellsIsToldByTheSum() {
        DateColumn dates = DateColumn.create("date", 3);
        dates.set(0, LocalDate.of(2025, 3, 1)).set(1, LocalDate.of(2025, 3, 2));
        Table table = Table.create(
                StringColumn.create("customer", "ann", "bob", ""), dates, DoubleColumn.create("amount", 0.1, 0.2, 0.3));
        Ingest read = Tables.read(table, Sales.COLUMNS, RowPolicy.FAIL);
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(step(read, "totals row").rowsDropped()).isEqualTo(1);
    }

    @Test
    void detectionLooksPastThem() {
        Ingest read = Sales.read("customer,date,amount\ncustomer,date,amount\n,,\nann,13/04/2011,1\n");
        assertThat(read.log().size()).isEqualTo(1);
        assertThat(read.format().dateFormat()).isEqualTo("dd/MM/yyyy");
    }

    private static CleaningStep step(Ingest read, String name) {
        return read.report().step(name).orElseThrow();
    }
}
