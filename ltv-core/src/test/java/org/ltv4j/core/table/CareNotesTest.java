package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.testing.SharedData;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a careful person would notice is said, without naming anybody. */
class CareNotesTest {
    @Test
    void idsThatASpreadsheetHasRoundedAreNoticed() {
        List<String> notes =
                notes("1.03293E+19,2025-03-01,1", "1.03293E+19,2025-03-02,1", "2E+15,2025-03-01,1", "ann,2025-03-01,1");
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("2 values of column customer look rounded by a spreadsheet")
                .contains("in 3 rows")
                .doesNotContain("1.03293");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E5", "12E", "1.5", "E+19", "1.2E+", "1.2E+1x", "17850.01", "17850.", "007", "1..0", "x1.0"})
    void codesThatOnlyLookAlikeAreNot(String id) {
        assertThat(notes(id + ",2025-03-01,1", id + ",2025-03-02,1")).isEmpty();
    }

    @Test
    void idsAsFloatsAreNoticedAndThoseThatStandTwice() {
        assertThat(notes("17850.0,2025-03-01,1", "17850,2025-03-02,1", "13047.00,2025-03-01,1"))
                .containsExactly(
                        "2 values of column customer end with .0, as whole numbers do that a program took for fractions;"
                                + " they are kept as written; 1 of them also stand without it and count as other customers");
    }

    @Test
    void aCustomerColumnInWhichEveryValueOccursOnceIsNoticed() {
        String[] rows =
                IntStream.range(0, 20).mapToObj(i -> "o" + i + ",2025-03-01,1").toArray(String[]::new);
        assertThat(notes(rows))
                .singleElement()
                .asString()
                .startsWith(
                        "every value of column customer occurs once: is it an order number, or is the file a summary already?");
        rows[1] = "o0,2025-03-02,1";
        assertThat(notes(rows)).isEmpty();
    }

    @Test
    void aCustomerColumnOfOrdersWithLinesIsNoticed() {
        String[] rows = IntStream.range(0, 60)
                .mapToObj(i -> "o" + i / 2 + ",2025-03-0" + (1 + i / 2 % 9) + ",1")
                .toArray(String[]::new);
        assertThat(notes(rows)).singleElement().asString().startsWith("no value of column customer occurs on two days");
    }

    @Test
    void aCustomerWithALargeShareOfTheRowsIsNoticed() {
        List<String> rows = IntStream.range(0, 1000)
                .mapToObj(i -> (i % 3 == 0 ? "guest" : "c" + i % 101) + ",2025-03-" + (10 + i % 20) + ",1")
                .collect(Collectors.toList());
        assertThat(notes(rows.toArray(new String[0])))
                .singleElement()
                .asString()
                .startsWith("one customer has 33 % of the rows (334 of 1000; line ")
                .contains("guest card or the till itself?");
        rows.replaceAll(row -> row.replace("guest", "c200"));
        assertThat(notes(rows.subList(0, 60).toArray(new String[0]))).isEmpty(); // too few to say
    }

    /** A small shop: few rows and few customers, but most of the rows under one id. */
    @Test
    void aCustomerWithMostRowsOfASmallShopIsNoticed() {
        List<String> rows = IntStream.range(0, 59)
                .mapToObj(i -> (i % 2 == 0 ? "guest" : "c" + i % 3) + ",2025-03-" + (10 + i % 20) + ",1")
                .collect(Collectors.toList());
        assertThat(notes(rows.toArray(new String[0])))
                .singleElement()
                .asString()
                .startsWith("one customer has 51 % of the rows (30 of 59; line 2 is one of them)");
        assertThat(notes(rows.subList(0, 57).toArray(new String[0]))).isEmpty(); // 29 rows are too few
        rows.add("c1,2025-03-10,1");
        assertThat(notes(rows.toArray(new String[0])))
                .singleElement()
                .asString()
                .contains("50 % of the rows (30 of 60;");
        rows.add("c1,2025-03-11,1");
        assertThat(notes(rows.toArray(new String[0]))).isEmpty(); // less than half
        rows.replaceAll(row -> row.replace("c2", "c1").replace("c0", "c1"));
        assertThat(notes(rows.subList(0, 59).toArray(new String[0]))).isEmpty(); // of two customers, one has most
    }

    @Test
    void typedTablesAreLookedAtToo() {
        Table table = Table.create(
                StringColumn.create("id", "1.5E+12"),
                StringColumn.create("day", "2025-03-01"),
                DoubleColumn.create("paid", 1.0));
        assertThat(Tables.read(table, Columns.of("id", "day", "paid"), RowPolicy.FAIL)
                        .format()
                        .notes())
                .singleElement()
                .asString()
                .contains("column id look rounded");
    }

    /** Real files of real customers: nothing to notice. */
    @Test
    void cleanFilesNeedNoNote() {
        assertThat(Csv.read(SharedData.file("data/cdnow_sample.csv.gz"), Columns.of("customer_id", "date", "amount"))
                        .format()
                        .notes())
                .isEmpty();
        assertThat(Csv.read(
                                SharedData.file("data/online_retail.csv.gz"),
                                Columns.ofQuantityAndPrice("customer_id", "invoice_date", "quantity", "unit_price"),
                                Sales.DEFAULTS.withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP))
                        .format()
                        .notes())
                .isEmpty();
    }

    /** Taken for customers, its invoices show what they are: all rows of one are of one day. */
    @Test
    void invoicesOfTheOnlineRetailFileAreNoCustomers() {
        assertThat(Csv.read(
                                SharedData.file("data/online_retail.csv.gz"),
                                Columns.ofQuantityAndPrice("invoice", "invoice_date", "quantity", "unit_price"))
                        .format()
                        .notes())
                .singleElement()
                .asString()
                .startsWith("no value of column invoice occurs on two days");
    }

    private static List<String> notes(String... rows) {
        return Sales.rows(rows).format().notes();
    }
}
