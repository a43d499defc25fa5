package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ltv4j.core.table.TinyXlsx.date;
import static org.ltv4j.core.table.TinyXlsx.header;
import static org.ltv4j.core.table.TinyXlsx.number;
import static org.ltv4j.core.table.TinyXlsx.row;
import static org.ltv4j.core.table.TinyXlsx.sale;
import static org.ltv4j.core.table.TinyXlsx.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;

/** Workbooks as merchants have them. Day numbers: 45717 is 2025-03-01 (system of 1900), as any spreadsheet shows. */
class ExcelTest {
    private static final SourceOptions DEFAULTS = SourceOptions.defaults();

    @TempDir
    private Path folder;

    /** The exact values of the doubles, by {@code 2^53 + 2} and the binary expansion; the shortest digits are those of one JDK. */
    @Test
    void idsOfMoreThan15DigitsAreTheSameOnEveryJdk() {
        assertThat(CellWriter.plain(9007199254740994d)).isEqualTo("9007199254740994");
        assertThat(CellWriter.plain(12345678901234567890d)).isEqualTo("12345678901234567168");
        assertThat(CellWriter.plain(1e23)).isEqualTo("99999999999999991611392");
        assertThat(CellWriter.plain(0.1)).isEqualTo("0.1");
        assertThat(CellWriter.plain(-17850)).isEqualTo("-17850");
    }

    @Test
    void datesAreReadByTheirFormatAndTimesToTheSecond() throws IOException {
        // 0.395833333333333 of a day is 09:30; 0.999994212962963 is 23:59:59.5, which other readers cut to :59
        Ingest read = read(TinyXlsx.of(
                sale(2, "ann", 45717.395833333336, 4.5),
                row(3, text("A3", "bob") + "<c r='B3' s='2'><v>45718</v></c>" + number("C3", 3)),
                sale(4, "cat", 45718.999994212966, 1)));
        assertThat(Sales.shown(read.log()))
                .containsExactly("ann 2025-03-01T09:30 4.5", "bob 2025-03-02T00:00 3.0", "cat 2025-03-02T23:59:59 1.0");
        assertThat(read.format().source()).isEqualTo("Excel workbook");
    }

    @ParameterizedTest(name = "day {0} is {1}, in the system of 1904 {2}")
    @CsvSource({
        "1, 1900-01-01, 1904-01-02", // Microsoft, "Date systems in Excel": 1 and 0 are the first days
        "59, 1900-02-28, 1904-02-29",
        "61, 1900-03-01, 1904-03-02",
        "40729, 2011-07-05, 2015-07-06", // the example of that page: July 5, 2011 is 40729
        "39267, 2007-07-04, 2011-07-05" // and 39267 in the system of 1904
    })
    void dayNumbersFollowTheWorkbooksSystem(double day, String since1900, String since1904) throws IOException {
        assertThat(read(TinyXlsx.of(sale(2, "ann", day, 1))).log().firstDay()).isEqualTo(since1900);
        assertThat(read(TinyXlsx.of(sale(2, "ann", day, 1)).since1904()).log().firstDay())
                .isEqualTo(since1904);
    }

    @Test
    void theDayThatNeverWasIsNoDate() throws IOException {
        assertThatThrownBy(() -> read(TinyXlsx.of(sale(2, "ann", 60, 1))))
                .hasMessageContaining("line 2, column date: '60' is no day of the calendar");
    }

    @Test
    void numbersInTheDateColumnAreDayNumbersOnlyWhereTheyCanBeNothingElse() throws IOException {
        String unformatted = row(2, text("A2", "ann") + number("B2", 45717.5) + number("C2", 1));
        Ingest read = read(TinyXlsx.of(unformatted));
        assertThat(read.log().time(0)).isEqualTo("2025-03-01T12:00");
        assertThat(read(TinyXlsx.of(unformatted).since1904()).log().time(0)).isEqualTo("2029-03-02T12:00");
        assertThat(read.format().notes())
                .singleElement()
                .asString()
                .contains("45717.5 is read as a day number of Excel");
        TinyXlsx years = TinyXlsx.of(row(2, text("A2", "ann") + number("B2", 2025) + number("C2", 1)));
        assertThatThrownBy(() -> read(years))
                .hasMessageContaining("2025 (line 2) is a number that could be many things");
        TinyXlsx written = TinyXlsx.of(row(2, text("A2", "ann") + number("B2", 20250301) + number("C2", 1)));
        assertThat(read(written, DEFAULTS.withDateFormat("yyyyMMdd")).log().firstDay())
                .isEqualTo("2025-03-01");
    }

    @Test
    void idsThatAreNumbersAreWrittenAsNumbersAreShown() throws IOException {
        Ingest read = read(TinyXlsx.of(
                row(2, number("A2", 17850) + date("B2", 45717) + number("C2", 1)),
                row(3, text("A3", "17850") + date("B3", 45718) + number("C3", 1)),
                row(4, number("A4", 1.5) + date("B4", 45718) + number("C4", 1)),
                row(5, number("A5", 1.03293E19) + date("B5", 45718) + number("C5", 1))));
        assertThat(Sales.shown(read.log()))
                .extracting(shown -> shown.split(" ")[0])
                .containsExactly("17850", "17850", "1.5", "10329300000000000000");
        assertThat(read.format().notes())
                .hasSize(2)
                .anySatisfy(note -> assertThat(note).contains("different ids may have become one"))
                .anySatisfy(note -> assertThat(note).contains("1 value of column customer stands there in two ways"));
    }

    @Test
    void sharedTextsAreReadWithoutHintsAndWithEscapesUndone() throws IOException {
        TinyXlsx book = TinyXlsx.of(
                        row(2, "<c r='A2' t='s'><v>0</v></c>" + date("B2", 45717) + number("C2", 1)),
                        row(3, "<c r='A3' t='s'><v>1</v></c>" + date("B3", 45717) + number("C3", 1)),
                        row(4, "<c r='A4' t='s'><v>2</v></c>" + date("B4", 45717) + number("C4", 1)))
                .strings(
                        "<si><r><t>Wang </t></r><r><rPr><b/></rPr><t>Li</t></r><rPh sb='0' eb='2'><t>hint</t></rPh></si>"
                                + "<si><t>a_x000D_b_x005F_x0041_</t></si><si><t>\u738b &amp; \ud83d\ude00</t></si>");
        assertThat(Sales.shown(read(book).log()))
                .containsExactly(
                        "Wang Li 2025-03-01T00:00 1.0",
                        "a\rb_x0041_ 2025-03-01T00:00 1.0",
                        "\u738b & \ud83d\ude00 2025-03-01T00:00 1.0");
    }

    @Test
    void formulasCountByTheirSavedValue() throws IOException {
        Ingest read = read(TinyXlsx.of(row(
                2,
                "<c r='A2' t='str'><f>CONCAT(\"a\",\"nn\")</f><v>ann</v></c>"
                        + "<c r='B2' s='1'><f t='array' ref='B2'>DATE(2025,3,1)</f><v>45717</v></c>"
                        + "<c r='C2'><f>2*3</f><v>6</v></c>")));
        assertThat(Sales.shown(read.log())).containsExactly("ann 2025-03-01T00:00 6.0");
    }

    @Test
    void errorsOfFormulasAreReportedByReason() throws IOException {
        String error = "' t='e'><f>X</f><v>#N/A</v></c>";
        TinyXlsx book = TinyXlsx.of(
                row(2, "<c r='A2" + error + date("B2", 45717) + number("C2", 1)),
                row(3, text("A3", "bob") + "<c r='B3" + error + number("C3", 1)),
                row(4, text("A4", "cat") + date("B4", 45717) + "<c r='C4" + error),
                sale(5, "dan", 45717, 2));
        assertThatThrownBy(() -> read(book))
                .hasMessageContaining(
                        "3 of 4 rows cannot be used (1 unreadable date, 1 unreadable number, 1 unreadable text)")
                .hasMessageContaining("line 4, column amount: '#N/A' is the error of a formula");
        Ingest read = read(book, DEFAULTS.withRowPolicy(RowPolicy.SKIP));
        assertThat(Sales.shown(read.log())).containsExactly("dan 2025-03-01T00:00 2.0");
    }

    @Test
    void textsAndNumbersMayStandInOneColumn() throws IOException {
        Ingest read = read(
                TinyXlsx.of(
                        sale(2, "ann", 45717, 1),
                        row(3, text("A3", "bob") + text("B3", "2025-03-02 10:00") + text("C3", "1.234,50")),
                        row(4, text("A4", "cat") + "<c r='B4' t='d'><v>2025-03-03T00:00:00</v></c>" + number("C4", 2))),
                DEFAULTS.withRowPolicy(RowPolicy.SKIP));
        assertThat(Sales.shown(read.log())).contains("ann 2025-03-01T00:00 1.0", "bob 2025-03-02T10:00 1234.5");
    }

    @Test
    void titlesAboveTheHeaderAndBlankRowsAreLeftOut() throws IOException {
        TinyXlsx book = new TinyXlsx()
                .sheet(
                        "Sales",
                        row(1, text("A1", "Shop of Ann"))
                                + row(2, "")
                                + row(3, text("B3", "printed") + date("C3", 45717))
                                + row(5, text("A5", "customer") + text("B5", "date") + text("C5", "amount"))
                                + sale(6, "ann", 45717, 1)
                                + row(7, "<c r='A7' s='1'/>")
                                + sale(9, "bob", 45718, 2)
                                + row(10, text("A10", "customer") + text("B10", "date") + text("C10", "amount"))
                                + sale(11, "cat", 45719, 3));
        Ingest read = read(book);
        assertThat(Sales.shown(read.log())).hasSize(3);
        assertThat(read.log().sourceRow(1)).isEqualTo(9);
        assertThat(read.format().notes())
                .contains("the header was found in row 5 of sheet 'Sales'; what stands above it was left out");
        assertThat(read.report().steps())
                .extracting(CleaningStep::name, CleaningStep::rowsAffected)
                .containsExactly(tuple("blank lines", 2L), tuple("repeated header", 1L));
    }

    @Test
    void columnsOfASheetWithoutHeaderAreNamedByTheirNumber() throws IOException {
        TinyXlsx book = new TinyXlsx().sheet("Sales", sale(1, "ann", 45717, 1) + sale(2, "bob", 45718, 2));
        SourceOptions bare = SourceOptions.of(CsvOptions.defaults().withHeader(false));
        Ingest read = SalesFile.read(book.write(folder), Columns.of("1", "2", "3"), bare);
        assertThat(Sales.shown(read.log())).containsExactly("ann 2025-03-01T00:00 1.0", "bob 2025-03-02T00:00 2.0");
        assertThatThrownBy(() -> SalesFile.read(book.write(folder), Columns.of("1", "2", "4"), bare))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("4");
    }

    @Test
    void aTotalAtTheEndIsNoSale() throws IOException {
        Ingest read = read(TinyXlsx.of(
                sale(2, "ann", 45717, 1), sale(3, "bob", 45718, 2), row(4, text("A4", "Total") + number("C4", 3))));
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.report().step("totals row").orElseThrow().rowsDropped()).isEqualTo(1);
    }

    @Test
    void textsAmongDatesAreReportedByTheirRow() throws IOException {
        TinyXlsx book = TinyXlsx.of(
                sale(2, "ann", 45717, 1),
                sale(3, "bob", 45718, 2),
                row(4, text("A4", "cat") + text("B4", "n/a") + number("C4", 3)));
        assertThatThrownBy(() -> read(book))
                .hasMessageContaining("1 of 3 rows cannot be used (1 unreadable date): line 4");
    }

    @Test
    void datesThatASpreadsheetHasExchangedAreNoticed() throws IOException {
        StringBuilder rows = new StringBuilder(header());
        for (int day = 1; day <= 12; day++) {
            rows.append(sale(day + 1, "ann", 45658 + day, 1)); // 2 to 13 January 2025, of which the last is cut below
        }
        String dates = rows.toString().replace("<v>45670.0</v>", "<v>45669.0</v>");
        String texts = row(14, text("A14", "bob") + text("B14", "13/01/2025") + number("C14", 3));
        assertThat(read(new TinyXlsx().sheet("Sales", dates + texts)).format().notes())
                .anyMatch(note -> note.contains("has 12 dates, all on days 1 to 12 of a month, and 1 texts"));
        assertThat(read(new TinyXlsx().sheet("Sales", dates)).format().notes()).isEmpty();
    }

    @Test
    void aSheetThatClaimsAllColumnsAndAMillionFormattedRowsCostsNothing() throws IOException {
        StringBuilder rows = new StringBuilder(header());
        rows.append(row(2, text("A2", "ann") + date("B2", 45717) + number("C2", 1) + "<c r='XFD2' s='1'/>"));
        for (int i = 3; i <= 1 << 20; i++) {
            rows.append("<row r='").append(i).append("'><c r='IV").append(i).append("' s='1'/></row>");
        }
        Ingest read = read(new TinyXlsx().sheet("Sales", rows.toString()));
        assertThat(read.log().size()).isEqualTo(1);
        assertThat(read.report().steps()).isEmpty();
    }

    @Test
    void theSheetWithTheColumnsIsFoundAmongOthers() throws IOException {
        TinyXlsx book = new TinyXlsx()
                .sheet("Notes", row(1, text("A1", "do not change")))
                .sheet("Old", "hidden", header() + sale(2, "old", 45717, 9))
                .sheet("Sales", header() + sale(2, "ann", 45717, 1));
        Ingest read = read(book);
        assertThat(Sales.shown(read.log())).containsExactly("ann 2025-03-01T00:00 1.0");
        assertThat(read.format().notes()).containsExactly("sheet 'Sales' of 3 sheets was read");
        assertThat(read(book, DEFAULTS.withSheet("old")).log().amount(0)).isEqualTo(9.0);
    }

    @Test
    void whereMoreThanOneSheetCouldBeMeantTheUserIsAsked() throws IOException {
        TinyXlsx book = years();
        assertThatThrownBy(() -> read(book))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "sales.xlsx has 2 sheets with the columns asked for: 'Year 2024', 'Year 2025'. Name the one to read"
                                + " (--sheet, SourceOptions.withSheet), or join them (withSheets, withAllSheets)");
        assertThat(read(book, DEFAULTS.withSheet("year 2024")).log().size()).isEqualTo(3);
        assertThatThrownBy(() -> read(book, DEFAULTS.withSheet("2026")))
                .hasMessageContaining("has no sheet '2026'; its sheets: 'Year 2024', 'Year 2025'");
    }

    @Test
    void joinedSheetsReportRowsThatStandOnBoth() throws IOException {
        Ingest all = read(years(), DEFAULTS.withAllSheets());
        assertThat(all.log().size()).isEqualTo(6);
        CleaningStep both = all.report().step("rows on several sheets").orElseThrow();
        assertThat(both.rowsAffected()).isEqualTo(2);
        assertThat(both.rowsDropped()).isZero();
        assertThat(both.examples()).first().hasToString("line 2: of sheet 'Year 2025' stands on an earlier sheet too");
        assertThat(all.format().notes()).containsExactly("sheets 'Year 2024', 'Year 2025' of 2 sheets were read");
        Ingest named = read(years(), DEFAULTS.withSheets(List.of("Year 2025", "Year 2024")));
        assertThat(named.log().size()).isEqualTo(6);
    }

    @Test
    void badRowsOfJoinedSheetsNameTheirSheet() throws IOException {
        TinyXlsx book = new TinyXlsx()
                .sheet("A", header() + sale(2, "ann", 45717, 1))
                .sheet("B", header() + row(3, text("A3", "bob") + text("B3", "2025-02-30") + number("C3", 1)));
        assertThatThrownBy(() -> read(book, DEFAULTS.withAllSheets()))
                .hasMessageContaining("line 3, column date of sheet 'B': '2025-02-30'");
    }

    /** The last two rows of one year stand at the head of the next too, as in a published retail file. */
    private static TinyXlsx years() {
        return new TinyXlsx()
                .sheet(
                        "Year 2024",
                        header() + sale(2, "ann", 45600, 1) + sale(3, "bob", 45650, 2) + sale(4, "bob", 45650, 3))
                .sheet(
                        "Year 2025",
                        header() + sale(2, "bob", 45650, 2) + sale(3, "bob", 45650, 3) + sale(4, "cat", 45717, 4));
    }

    @Test
    void wrongNamesAreToldWithTheNearest() throws IOException {
        TinyXlsx book = new TinyXlsx()
                .sheet(
                        "Sales",
                        row(1, text("A1", "custmer") + text("B1", "date") + text("C1", "amount"))
                                + sale(2, "ann", 45717, 1));
        assertThatThrownBy(() -> read(book))
                .hasMessage("sales.xlsx: no column customer; nearest: custmer; found: custmer, date, amount");
    }

    @Test
    void emptyWorkbooksAreToldByWhatTheyLack() throws IOException {
        assertThatThrownBy(() -> read(new TinyXlsx().sheet("Sales", "")))
                .hasMessageContaining("sheet 'Sales' is empty");
        assertThatThrownBy(() -> read(new TinyXlsx().sheet("Sales", header())))
                .hasMessageContaining("has a header but no rows");
        assertThatThrownBy(() -> read(new TinyXlsx())).hasMessageContaining("without a sheet");
        assertThatThrownBy(() -> read(new TinyXlsx().sheet("Sales", "hidden", header())))
                .hasMessageContaining("has hidden sheets only: 'Sales' (hidden)");
    }

    @Test
    void valuesInUnusedColumnsDoNotMatter() throws IOException {
        Ingest read = read(TinyXlsx.of(row(
                2,
                text("A2", "ann") + date("B2", 45717) + number("C2", 1) + "<c r='D2' t='e'><v>#REF!</v></c>"
                        + text("E2", "x"))));
        assertThat(read.log().size()).isEqualTo(1);
    }

    @Test
    void datesInTheAmountColumnAreNotTakenForMoney() throws IOException {
        assertThatThrownBy(() -> read(TinyXlsx.of(row(2, text("A2", "ann") + date("B2", 45717) + date("C2", 45717)))))
                .hasMessageContaining("line 2, column amount: '45717' is formatted as a date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m/d/yy",
                "yyyy-mm-dd hh:mm",
                "[$-409]d\\-mmm\\-yy;@",
                "yyyy\"\u5e74\"m\"\u6708\"d\"\u65e5\"",
                "[h]:mm:ss",
                "DD.MM.YYYY"
            })
    void formatsOfDatesAreKnown(String code) {
        assertThat(DateStyle.code(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "0.00",
                "#,##0.00_);[Red](#,##0.00)",
                "0.00E+00",
                "\"days: \"0",
                "[Red]0",
                "@",
                "[$\u20ac-2]#,##0",
                "0\\d"
            })
    void formatsOfNumbersAreNotTakenForDates(String code) {
        assertThat(DateStyle.code(code)).isFalse();
    }

    @Test
    void readingStopsWhenItsThreadIsInterrupted() throws IOException {
        Path file = TinyXlsx.of(sale(2, "ann", 45717, 1)).write(folder);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> SalesFile.read(file, Sales.COLUMNS)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aWorkbookOfBytesIsReadAndLeavesNoFileBehind() throws IOException {
        byte[] bytes = Files.readAllBytes(TinyXlsx.of(sale(2, "ann", 45717, 1)).write(folder));
        Ingest read = SalesFile.read(
                () -> new java.io.ByteArrayInputStream(bytes),
                Sales.COLUMNS,
                DEFAULTS,
                org.ltv4j.core.model.ProgressListener.NONE);
        assertThat(read.log().size()).isEqualTo(1);
    }

    private Ingest read(TinyXlsx book) throws IOException {
        return read(book, DEFAULTS);
    }

    private Ingest read(TinyXlsx book, SourceOptions options) throws IOException {
        return SalesFile.read(book.write(folder), Sales.COLUMNS, options);
    }
}
