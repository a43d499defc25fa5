package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;

/** Headers as merchants' files have them, or have not. */
class HeadersTest {
    private static final CsvOptions NO_HEADER = Sales.DEFAULTS.withHeader(false);

    @Test
    void aFileWithoutHeaderIsReadByTheNumbersOfItsColumns() {
        Ingest read = Sales.read("2025-03-01;ann;4,50\n2025-03-02;bob;3,00\n", Columns.of("2", "1", "3"), NO_HEADER);
        assertThat(Sales.shown(read.log())).containsExactly("ann 2025-03-01T00:00 4.5", "bob 2025-03-02T00:00 3.0");
        assertThat(read.log().sourceRow(0)).isEqualTo(1);
        assertThat(read.report().rowsRead()).isEqualTo(2);
        assertThat(read.format().delimiter()).isEqualTo(";");
        assertThat(read.format().columns()).containsEntry(ColumnRole.CUSTOMER, "2");
    }

    @Test
    void aSeparatorLineBeforeAFileWithoutHeaderIsPassedOver() {
        assertThat(Sales.read("sep=|\nann|2025-03-01|1\n", Columns.of("1", "2", "3"), NO_HEADER)
                        .log()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void columnsThatAreNotThereAreToldByNumber() {
        assertThatThrownBy(() -> Sales.read("ann,2025-03-01,1\n", Columns.of("customer", "2", "4"), NO_HEADER))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no column customer")
                .hasMessageContaining("no column 4")
                .hasMessageContaining("columns 1 to 3, since it was stated that there is no header")
                .hasMessageNotContaining("ann");
    }

    @Test
    void aHeaderThatWasStatedNotToBeThereIsReported() {
        assertThatThrownBy(() -> Sales.read(
                        "customer,date,amount\nann,2025-03-01,1\nann,2025-03-02,1\n",
                        Columns.of("1", "2", "3"),
                        NO_HEADER))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 1, column 2: does not fit the date format yyyy-MM-dd (the first row looks"
                        + " like a header: then do not state that there is none)");
    }

    @Test
    void anIdInAFileWithoutHeaderIsNoNearName() {
        assertThatThrownBy(() -> Sales.read("customer7,2025-03-01,1\ncustomer8,2025-03-02,2\n"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no column customer")
                .hasMessageNotContaining("customer7");
        assertThatThrownBy(() -> Sales.read("customer,dates,amount12345,x,y,z,w\na,2025-03-01,1,x,y,z,w\n"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no column date; nearest: dates")
                .hasMessageContaining("no column amount;")
                .hasMessageNotContaining("amount12345");
    }

    @Test
    void aMissingHeaderIsToldWithWhatToDo() {
        assertThatThrownBy(() -> Sales.read("ann,2025-03-01,1\nbob,2025-03-02,2\n"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("looks like data")
                .hasMessageContaining("CsvOptions.withHeader(false)")
                .hasMessageNotContaining("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Customer ID", " customer id ", "Customer\u00a0 ID", "\"Customer\nID\"", "CUSTOMER  ID\u200b"})
    void blanksAndCaseInHeadersDoNotMatter(String name) {
        Ingest read = Sales.read(
                name + ",date,amount\nann,2025-03-01,1\n", Columns.of("Customer ID", "date", "amount"), Sales.DEFAULTS);
        assertThat(read.log().size()).isEqualTo(1);
    }

    @Test
    void oneOfTwoColumnsOfOneNameIsNamedByItsPlace() {
        String text = "customer,date,amount,amount\nann,2025-03-01,1,2\n";
        assertThatThrownBy(() -> Sales.read(text))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "column amount stands 2 times in the header (as columns 3, 4): name the one meant by its"
                                + " place, for example #3");
        Ingest read = Sales.read(text, Columns.of("customer", "date", "#4"), Sales.DEFAULTS);
        assertThat(read.log().amount(0)).isEqualTo(2);
        assertThat(read.format().columns()).containsEntry(ColumnRole.AMOUNT, "amount");
    }

    @Test
    void aColumnWithoutNameIsNamedByItsPlace() {
        Ingest read =
                Sales.read(",date,amount\nann,2025-03-01,1\n", Columns.of("#1", "date", "amount"), Sales.DEFAULTS);
        assertThat(read.log().size()).isEqualTo(1);
        assertThat(read.format().columns()).containsEntry(ColumnRole.CUSTOMER, "#1");
        assertThatThrownBy(() -> Sales.read(
                        ",date,amount\nann,2025-03-01,1\n", Columns.of("#9", "date", "amount"), Sales.DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no column #9");
    }

    @Test
    void anUnknownCharsetIsTold() {
        assertThat(Sales.DEFAULTS.withCharset("gb18030").charset().orElseThrow().name())
                .isEqualTo("GB18030");
        assertThatThrownBy(() -> Sales.DEFAULTS.withCharset("latin-77"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no charset is called 'latin-77'")
                .hasMessageContaining("IBM850");
    }
}
