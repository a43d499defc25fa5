package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;

/** What cannot be read is said: where, what, and what to do. Nothing is guessed, and nobody is named. */
class CsvBadInputTest {
    private static final CsvOptions SKIP = Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP);

    @Test
    void anEmptyFileIsRefused() {
        assertRefused("", "is empty");
    }

    @Test
    void blankLinesOnlyAreRefused() {
        assertRefused("\n\n\r\n", "no header and no rows");
    }

    @Test
    void aHeaderAloneIsRefused() {
        assertRefused("customer,date,amount\n", "has a header but no rows");
        assertRefused("customer,date,amount", "has a header but no rows");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "504b0304, zip archive: unpack it",
        "504b03041400000008000000210000000000000000000000000013000000, zip archive",
        "504b030414000600080000002100000000000000000000000000130008025b436f6e74656e745f54797065735d2e786d6c, workbook (.xlsx): read it with SalesFile",
        "504b0506, zip",
        "d0cf11e0, Excel",
        "89504e470d0a, PNG",
        "ffd8ffe0, JPEG",
        "47494638, GIF",
        "255044462d, PDF",
        "50415231, Parquet",
        "53514c69746520666f726d6174203300, SQLite",
        "377abcaf, 7-Zip",
        "526172211a, RAR",
        "425a68, bzip2",
        "fd377a585a, xz",
        "28b52ffd, zstd",
        "7f454c46, program",
        "3c21444f4354595045, web page",
        "7b22, JSON"
    })
    void filesThatAreNoTextAreRefusedByName(String magic, String name) {
        byte[] bytes = Arrays.copyOf(java.util.HexFormat.of().parseHex(magic), 200);
        assertThatThrownBy(() -> Sales.read(bytes, Sales.COLUMNS, SKIP))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(name);
        assertThatThrownBy(() -> Sales.read(Sales.gzip(bytes), Sales.COLUMNS, SKIP))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(name);
    }

    @Test
    void nulBytesAreRefused() {
        assertRefused("customer,date,amount\nann\0,2025-03-01,1\n", "NUL bytes");
        String late = "customer,date,amount\n" + "ann,2025-03-01,1\n".repeat(9000) + "b\0b,2025-03-01,1\n";
        assertRefused(late, "line 9002, column customer");
    }

    @Test
    void anUnclosedQuoteIsRefusedAtTheLineWhereItOpens() {
        assertRefused("customer,date,amount\nann,2025-03-01,1\n\"bob,2025-03-01,1\ncat,2025-03-01,1\n", "line 3");
        assertThatThrownBy(() -> Sales.read("customer,date,amount\nann,2025-03-01,\"1\n", SKIP))
                .as("also when bad rows are skipped: the rest of the file is swallowed")
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 2: a quote opens a field here and is never closed");
    }

    @Test
    void raggedRowsAreReported() {
        assertThatThrownBy(() -> Sales.rows("ann,2025-03-01", "bob,2025-03-01,1,2", "cat,2025-03-01,1"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("2 of 3 rows cannot be used (2 ragged row)")
                .hasMessageContaining("line 2: has 2 fields, the header has 3")
                .hasMessageContaining("line 3: has 4 fields, the header has 3");
    }

    @Test
    void aRaggedRowOfSeveralLinesPointsToItsQuote() {
        assertRefused("customer,date,amount\n\"ann,2025-03-01,1\nbob\",2025-03-01,1,2\n", "goes on to line 3");
    }

    @Test
    void textBehindAClosingQuoteIsReported() {
        assertRefused("customer,date,amount\n\"ann\"x,2025-03-01,1\n", "line 2: text stands behind a closing quote");
    }

    @Test
    void hugeLinesAndFieldsAreRefused() {
        assertRefused("x".repeat(SourceLimits.defaults().textLength() + 200_000), "longer than 1048576 bytes");
        assertRefused(
                "customer,date,amount\n" + "x".repeat(SourceLimits.defaults().textLength() + 1) + ",2025-03-01,1\n",
                "line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2023-13-01", "01/02/2023", "n/a", "45000", "2023", "0000-00-00"})
    void aDateThatIsNoneIsReportedWithLineColumnAndValue(String date) {
        assertThatThrownBy(() -> Sales.rows("ann,2025-03-01,1", "bob," + date + ",1", "cat,2025-03-02,1"))
                .isInstanceOfSatisfying(InvalidDataException.class, e -> {
                    assertThat(e.badValues()).hasSize(1);
                    assertThat(e.badValues().get(0).line()).isEqualTo(3);
                    assertThat(e.badValues().get(0).column()).isEqualTo("date");
                    assertThat(e.badValues().get(0).value()).isEqualTo(date);
                })
                .hasMessageContaining("1 of 3 rows cannot be used (1 unreadable date)")
                .hasMessageContaining("line 3, column date: '" + date + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e400", "2e15", "x", "1.2.3", "12 EURO", "--1"})
    void aNumberThatIsNoneIsReportedWithLineColumnAndValue(String amount) {
        assertThatThrownBy(() -> Sales.rows("ann,2025-03-01,1.5", "bob,2025-03-01," + amount))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 3, column amount: '" + amount + "'");
    }

    /** Where a column slipped, a cell of the date or the amount holds a name, a phone or a card number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "soon",
                "C12345",
                "ann@x.org",
                "13987654321",
                "+49 171 555 01 01",
                "4111 1111 1111 1111",
                "\u5f20\u4e09"
            })
    void whatMayNameSomebodyIsNotShown(String cell) {
        for (String row : List.of("bob," + cell + ",1", "bob,2025-03-01,x" + cell)) {
            assertThatThrownBy(() -> Sales.rows("ann,2025-03-01,1", row, "cat,2025-03-02,1"))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("line 3, column ")
                    .message()
                    .doesNotContain(cell);
        }
    }

    /** Months in any language, signs that there is no value, units and currencies are worth showing and name nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "31. M\u00e4rz 2025",
                "n/a",
                "12.50 EUR",
                "#DIV/0!",
                "2025\u5e743\u67081",
                "3-f\u00e9vr.-25",
                "0,,5"
            })
    void whatLooksLikeADateOrANumberIsShown(String cell) {
        assertThat(ShownValues.isDateOrNumber(cell)).isTrue();
    }

    @Test
    void aColumnThatHoldsNoDatesIsToldBeforeAllItsRows() {
        assertThatThrownBy(() -> Sales.rows("ann,red,1", "bob,green,1"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column date: line 2 is no date of a form that is recognised")
                .hasMessageContaining("--date-format");
    }

    @Test
    void missingValuesAreReportedByReason() {
        assertThatThrownBy(() -> Sales.rows("ann,2025-03-01,1", ",2025-03-01,1", "bob,,1", "cat,2025-03-01,", " ,x,y"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "4 of 5 rows cannot be used (2 missing customer, 1 missing date, 1 missing amount)")
                .hasMessageContaining("line 3, column customer: is missing")
                .hasMessageContaining("line 4, column date: is missing")
                .hasMessageContaining("line 5, column amount: is missing");
    }

    @Test
    void skippedRowsAreCountedWithExamples() {
        Ingest read = Sales.rows(
                SKIP, "ann,2025-03-01,1", ",2025-03-01,1", "bob,2023-02-29,1", "cat,2025-03-01,x", "dan", ",,");
        assertThat(read.log().size()).isEqualTo(1);
        assertThat(read.report().rowsRead()).isEqualTo(6);
        assertThat(read.report().steps())
                .extracting(CleaningStep::name, CleaningStep::rowsDropped)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("missing customer", 1L),
                        org.assertj.core.groups.Tuple.tuple("unreadable date", 1L),
                        org.assertj.core.groups.Tuple.tuple("unreadable number", 1L),
                        org.assertj.core.groups.Tuple.tuple("ragged row", 1L),
                        org.assertj.core.groups.Tuple.tuple("blank row", 1L));
        assertThat(read.report().step("unreadable date").orElseThrow().examples())
                .singleElement()
                .hasToString(
                        "line 4, column date: '2023-02-29' is no date of the calendar (year 2023, month 2, day 29)");
    }

    @Test
    void aPolicyMayBeStatedForOneReason() {
        CsvOptions lenient = Sales.DEFAULTS.withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP);
        assertThat(Sales.rows(lenient, "ann,2025-03-01,1", ",2025-03-01,1")
                        .log()
                        .size())
                .isEqualTo(1);
        assertThatThrownBy(() -> Sales.rows(lenient, ",2025-03-01,1", "bob,2025-03-01,x"))
                .hasMessageContaining("1 of 2 rows cannot be used (1 unreadable number)");
    }

    @Test
    void manyBadRowsAreCountedAndTheFirstTwentyNamed() {
        StringBuilder text = new StringBuilder("customer,date,amount\nann,2025-03-01,1\n");
        for (int i = 0; i < 500; i++) {
            text.append("ann,2025-03-01,x").append(i).append('\n');
        }
        assertThatThrownBy(() -> Sales.read(text.toString()))
                .isInstanceOfSatisfying(
                        InvalidDataException.class,
                        e -> assertThat(e.badValues()).hasSize(20))
                .hasMessageContaining("500 of 501 rows cannot be used (500 unreadable number)")
                .hasMessageContaining("line 22, column amount: 'x19'")
                .hasMessageContaining("and 480 more")
                .hasMessageNotContaining("line 23");
    }

    @Test
    void valuesInMessagesAreShortenedAndOnOneLine() {
        assertThatThrownBy(() -> Sales.rows("ann,2025-03-01,1", "bob,2025-03-01,\"" + "x\n".repeat(100) + "\""))
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(400);
    }

    @Test
    void customersAreNeverNamedInMessages() {
        String planted = "Jane.Doe@example.org";
        String[] texts = {
            "customer,date,amount\n" + planted + ",2023-02-29,1\n" + planted + ",2025-03-01,1\n",
            "customer,date,amount\n" + planted + ",2025-03-01,x\n",
            "customer,date,amount\n" + planted + ",2025-03-01\n",
            "customer,date,amount\n\"" + planted + "\"x,2025-03-01,1\n",
            "customer,date,amount\n\"" + planted + ",2025-03-01,1\n",
            "customer,date,amount\n" + planted + "\ufffe\0,2025-03-01,1\n",
            planted + ",2025-03-01,1\n" + planted + ",2025-03-01,1\n",
            "date,customer,amount\n" + planted + ",2025-03-01,1\n" + planted + ",2025-03-01,1\n",
            "date,customer,amount\n2025-03-01,ann,1\nJane Doe,ann,1\n2025-03-01,ann,Jane Doe\n",
        };
        for (String text : texts) {
            assertThatThrownBy(() -> Sales.read(text)).message().doesNotContain("Jane");
        }
    }

    @Test
    void whoseRowItWasIsToldByAnAccessorOnly() {
        String planted = "Jane.Doe@example.org";
        assertThatThrownBy(() -> Sales.rows("ann,2025-03-01,1", planted + ",2023-02-29,1", planted + ",2025-03-01,x"))
                .isInstanceOfSatisfying(InvalidDataException.class, e -> {
                    assertThat(e.badValues()).hasSize(2).allSatisfy(bad -> {
                        assertThat(bad.customer()).contains(planted);
                        assertThat(bad.toString()).doesNotContain("Jane");
                    });
                    assertThat(e.toString()).doesNotContain("Jane");
                });
        Ingest read = Sales.rows(SKIP, "ann,2025-03-01,1", planted + ",2023-02-29,1");
        assertThat(read.report().step("unreadable date").orElseThrow().examples())
                .allSatisfy(bad -> assertThat(bad.customer()).isEmpty()); // a report is kept, an exception is handled
    }

    @Test
    void missingFilesAndFoldersAreTold(@TempDir Path folder) {
        assertThatThrownBy(() -> Csv.read(folder, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> Csv.read(folder.resolve("sales.csv"), Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("sales.csv does not exist: looked for " + folder.toAbsolutePath());
    }

    @Test
    void aFileThatMayNotBeReadIsTold() {
        ByteSource locked = () -> {
            throw new java.nio.file.AccessDeniedException("sales.csv");
        };
        assertThatThrownBy(() -> Csv.read(locked, Sales.COLUMNS, Sales.DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("may not be read");
        ByteSource gone = () -> {
            throw new IOException("device gone");
        };
        assertThatThrownBy(() -> Csv.read(gone, Sales.COLUMNS, Sales.DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("cannot be read: device gone");
    }

    @Test
    void messagesNameTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("sales.csv"), "customer,date,amount\nann,2025-03-01,x\n");
        assertThatThrownBy(() -> Csv.read(file, Sales.COLUMNS)).message().startsWith("sales.csv: 1 of 1 rows");
    }

    @Test
    void limitsAreStatedInTheMessageAndMayBeChanged() {
        String header = "customer,date,amount\n";
        SourceLimits small =
                SourceLimits.defaults().withTextLength(40).withRecordLength(60).withColumns(4);
        CsvOptions options = Sales.DEFAULTS.withLimits(small);
        assertThat(Sales.read(header + "ann,2025-03-01,1\n", options).log().size())
                .isEqualTo(1);
        assertThatThrownBy(() -> Sales.read(header + "x".repeat(41) + ",2025-03-01,1\n", options))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 2: a field is longer than 40 bytes")
                .hasMessageContaining("raise the limit (SourceLimits)");
        assertThatThrownBy(() -> Sales.read(header + "x".repeat(40) + ",2025-03-01,10000000000\n", options))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 2: the line is longer than 60 bytes");
        assertThatThrownBy(() -> Sales.read(header + "ann,2025-03-01,1,,\n", options))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 2: the line has more than 4 fields");
        assertThatThrownBy(() -> Sales.read(header + ",".repeat(1 << 14) + "\n"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 2: the line has more than 16384 fields");
        String wide = "x".repeat((1 << 20) + 1);
        CsvOptions wider = Sales.DEFAULTS.withLimits(SourceLimits.defaults().withTextLength(1 << 21));
        assertThat(Sales.read(header + wide + ",2025-03-01,1\n", wider).log().size())
                .isEqualTo(1);
    }

    @Test
    void aGzipFileThatUnpacksToTooMuchIsRefused() {
        byte[] bomb = Sales.gzip(
                ("customer,date,amount\n" + "ann,2025-03-01,1\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        CsvOptions options = Sales.DEFAULTS.withLimits(SourceLimits.defaults().withUnpackedBytes(1_000_000));
        assertThatThrownBy(() -> Sales.read(bomb, Sales.COLUMNS, options))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("unpacks to more than 1000000 bytes")
                .hasMessageContaining("SourceLimits");
        assertThat(Sales.read(bomb, Sales.COLUMNS, Sales.DEFAULTS).log().size()).isEqualTo(100_000);
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> Sales.read(text.getBytes(StandardCharsets.UTF_8), Sales.COLUMNS, Sales.DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(message);
    }
}
