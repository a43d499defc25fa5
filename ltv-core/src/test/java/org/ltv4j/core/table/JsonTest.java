package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/** JSON as shops and their services export it: arrays, lines, nested orders. */
class JsonTest {
    private static final SourceOptions DEFAULTS = SourceOptions.defaults();
    private static final SourceOptions SKIP = DEFAULTS.withRowPolicy(RowPolicy.SKIP);
    private static final String ANN = "{\"customer\": \"ann\", \"date\": \"2025-03-01\", \"amount\": 1.5}";
    private static final String BOB =
            "{\"amount\": \"2,50\", \"date\": \"2025-03-02T10:00:00\", \"customer\": 7, \"x\": [1, {}]}";

    @Test
    void arraysAndLinesAndPrettyObjectsAreRead() {
        String[] shown = {"ann 2025-03-01T00:00 1.5", "7 2025-03-02T10:00 2.5"};
        assertThat(Sales.shown(read("[" + ANN + ",\n" + BOB + "]").log())).containsExactly(shown);
        assertThat(Sales.shown(read(ANN + "\n" + BOB).log())).containsExactly(shown);
        assertThat(Sales.shown(read(ANN + "\r\n\r\n" + BOB + "\r\n\r\n").log())).containsExactly(shown);
        assertThat(Sales.shown(read(ANN.replace(",", ",\n") + "\n" + BOB).log()))
                .containsExactly(shown);
        assertThat(read(ANN + "\n" + BOB).format().source()).isEqualTo("JSON lines");
        assertThat(read("[" + ANN + "]").format().source()).isEqualTo("JSON");
    }

    @Test
    void rowsBearTheNumberOfTheirLineOrElement() {
        assertThat(read(ANN + "\n\n" + ANN).log().sourceRow(1)).isEqualTo(3);
        assertThat(read("[" + ANN + ",\n\n\n" + ANN + "]").log().sourceRow(1)).isEqualTo(2);
        assertThat(read(ANN + "\n\n" + ANN)
                        .report()
                        .step("blank lines")
                        .orElseThrow()
                        .rowsAffected())
                .isEqualTo(1);
    }

    @Test
    void nestedFieldsAreNamedByTheirPath() {
        String order =
                "{\"customer\": {\"id\": \"ann\", \"name\": \"x\"}, \"placed.at\": \"2025-03-01\", \"total\": {\"paid\": {\"eur\": 4}}}";
        Columns columns = Columns.of("customer.id", "placed.at", "total.paid.eur");
        assertThat(Sales.shown(read(order, columns, DEFAULTS).log())).containsExactly("ann 2025-03-01T00:00 4.0");
    }

    @Test
    void itemsOfAnArrayAreRows() {
        String orders =
                "[{\"no\": 1, \"at\": \"2025-03-01\", \"items\": [{\"sku\": \"a\", \"paid\": 1}, {\"sku\": \"b\", \"paid\": 2}],"
                        + " \"customer\": {\"id\": \"ann\"}},\n"
                        + " {\"no\": 2, \"at\": \"2025-03-02\", \"customer\": {\"id\": \"bob\"}, \"items\": [{\"sku\": \"a\", \"paid\": 3}]}]";
        Columns columns =
                Columns.of("customer.id", "at", "items[].paid").withOrder("no").withProduct("items[].sku");
        Ingest read = read(orders, columns, DEFAULTS);
        assertThat(Sales.shown(read.log()))
                .containsExactly("ann 2025-03-01T00:00 1.0", "ann 2025-03-01T00:00 2.0", "bob 2025-03-02T00:00 3.0");
        assertThat(read.log().orders().id(read.log().order(1))).isEqualTo("1");
        assertThat(read.log().products().id(read.log().product(1))).isEqualTo("b");
        assertThat(read.log().sourceRow(2)).isEqualTo(2);
        assertThat(read.format().notes()).containsExactly("each item of items[] is a row: 2 records gave 3 rows");
    }

    @Test
    void anOrderWithoutItemsIsReportedNotLost() {
        String orders = "[{\"customer\": \"ann\", \"date\": \"2025-03-01\", \"items\": [{\"paid\": 1}]},"
                + " {\"customer\": \"bob\", \"date\": \"2025-03-01\", \"items\": []}, {\"customer\": \"cat\", \"date\": \"2025-03-01\"}]";
        Columns columns = Columns.of("customer", "date", "items[].paid");
        assertThatThrownBy(() -> read(orders, columns, DEFAULTS))
                .hasMessageContaining("2 of 3 rows cannot be used (2 missing amount)")
                .hasMessageContaining("record 2, column items[].paid: is missing");
    }

    @Test
    void anOrdersTotalIsNotCountedOnceForEachItem() {
        String orders =
                "[{\"customer\": \"ann\", \"date\": \"2025-03-01\", \"total\": 3, \"items\": [{\"sku\": \"a\"}, {\"sku\": \"b\"}]}]";
        assertThatThrownBy(() ->
                        read(orders, Columns.of("customer", "date", "total").withProduct("items[].sku"), DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "column total stands once for all items of items[], so that it would count once for each");
        assertThat(read(orders, Columns.of("customer", "date", "total"), DEFAULTS)
                        .log()
                        .amount(0))
                .isEqualTo(3.0);
    }

    @Test
    void columnsOfTwoArraysAreRefused() {
        String orders =
                "[{\"customer\": \"ann\", \"date\": \"2025-03-01\", \"items\": [{\"paid\": 1}], \"taxes\": [{\"id\": 2}]}]";
        assertThatThrownBy(() -> read(
                        orders, Columns.of("customer", "date", "items[].paid").withProduct("taxes[].id"), DEFAULTS))
                .hasMessageContaining("different arrays");
    }

    @Test
    void recordsInsideAnObjectAreFoundByTheirPath() {
        String wrapped = "{\"status\": \"ok\", \"data\": {\"orders\": [" + ANN + ", " + ANN.replace("ann", "bob")
                + "]}, \"next\": null}";
        Columns columns = Columns.of("data.orders[].customer", "data.orders[].date", "data.orders[].amount");
        Ingest read = read(wrapped, columns, DEFAULTS);
        assertThat(Sales.shown(read.log())).containsExactly("ann 2025-03-01T00:00 1.5", "bob 2025-03-01T00:00 1.5");
        assertThat(read.log().sourceRow(1)).isEqualTo(2);
        assertThatThrownBy(() -> read(wrapped))
                .hasMessageContaining("no column customer; nearest: data.orders[].customer");
    }

    @Test
    void arraysInArraysAreFollowedToTheirItems() {
        String customers =
                "{\"id\": \"ann\", \"orders\": [{\"at\": \"2025-03-01\", \"items\": [{\"paid\": 1}, {\"paid\": 2}]},"
                        + " {\"at\": \"2025-04-01\", \"items\": [{\"paid\": 3}]}]}";
        Columns columns = Columns.of("id", "orders[].at", "orders[].items[].paid");
        assertThat(Sales.shown(read(customers + "\n" + customers.replace("ann", "bob"), columns, DEFAULTS)
                        .log()))
                .containsExactly(
                        "ann 2025-03-01T00:00 1.0",
                        "ann 2025-03-01T00:00 2.0",
                        "ann 2025-04-01T00:00 3.0",
                        "bob 2025-03-01T00:00 1.0",
                        "bob 2025-03-01T00:00 2.0",
                        "bob 2025-04-01T00:00 3.0");
    }

    @Test
    void missingAndNullAndBlankAreMissing() {
        String rows =
                "[{\"customer\": null, \"date\": \"2025-03-01\", \"amount\": 1}, {\"date\": \"2025-03-01\", \"amount\": 1},"
                        + " {\"customer\": \" \", \"date\": \"2025-03-01\", \"amount\": 1}, {\"customer\": \"ann\", \"date\": null, \"amount\": 1},"
                        + " {\"customer\": \"ann\", \"date\": \"2025-03-01\"}, " + ANN + "]";
        assertThatThrownBy(() -> read(rows))
                .hasMessageContaining(
                        "5 of 6 rows cannot be used (3 missing customer, 1 missing date, 1 missing amount)");
        assertThat(read(rows, Sales.COLUMNS, SKIP).log().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17850", "17850.0", "1.785e4", "\"17850\""})
    void idsOfAnyWritingAreOneCustomer(String id) {
        assertThat(read(ANN.replace("\"ann\"", id)).log().customers().id(0)).isEqualTo("17850");
    }

    /** In JSON they are one number, and programs on the way change one into the other: taken as one, and said. */
    @Test
    void idsWrittenInTwoWaysAreSaid() {
        for (String other : List.of("17850.0", "\"17850\"", "1.785e4")) {
            String two = "[" + ANN.replace("\"ann\"", "17850") + "," + ANN.replace("\"ann\"", other) + "," + ANN + "]";
            Ingest read = read(two);
            assertThat(read.log().customers().size()).isEqualTo(2);
            assertThat(read.format().notes())
                    .containsExactly(
                            "1 value of column customer stands there in two ways, as number and text (17850, \"17850\")"
                                    + " or with and without a fraction (17850, 17850.0): each was taken as one customer");
        }
        String one = "[" + ANN.replace("\"ann\"", "17850.0") + "," + ANN.replace("\"ann\"", "17850.0") + "]";
        assertThat(read(one).format().notes()).isEmpty();
        String orders = "[" + ANN.replace("}", ", \"order\": 1}") + "," + ANN.replace("}", ", \"order\": 1.0}") + "]";
        assertThat(read(orders, Sales.COLUMNS.withOrder("order"), DEFAULTS)
                        .format()
                        .notes())
                .isEmpty(); // of orders nothing is told
    }

    /** Several records stand on one line of a file, so that places are numbers of records, and called so. */
    @Test
    void placesInAnArrayAreRecords() {
        String bad = "[" + ANN + "," + ANN.replace("2025-03-01", "2025-02-30") + ","
                + ANN.replace("2025-03-01", "1/2/x") + "]";
        assertThatThrownBy(() -> read(bad))
                .hasMessageContaining(": record 2, column date: '2025-02-30' is no date of the calendar")
                .hasMessageContaining("; record 3, column date: ");
        assertThat(read(bad, Sales.COLUMNS, SKIP)
                        .report()
                        .step("unreadable date")
                        .orElseThrow()
                        .examples())
                .extracting(Object::toString)
                .first()
                .asString()
                .startsWith("record 2, column date");
        String number = "[" + ANN.replace("1.5", "\"1,234\"") + "]";
        assertThatThrownBy(() -> read(number)).hasMessageContaining("1,234 (record 1) may be 1234 or 1.234");
        String total = "[" + ANN + "," + ANN + "," + ANN.replace("ann", "Total") + "]";
        assertThat(read(total).format().notes()).singleElement().asString().contains("(record 3)");
        String lines = ANN + "\n" + ANN.replace("2025-03-01", "2025-02-30") + "\n";
        assertThatThrownBy(() -> read(lines)).hasMessageContaining(": line 2, column date: '2025-02-30'");
    }

    @Test
    void longIdsKeepEveryDigit() {
        String id = "123456789012345678901234567890";
        assertThat(read(ANN.replace("\"ann\"", id)).log().customers().id(0)).isEqualTo(id);
    }

    @Test
    void unicodeIsKept() {
        assertThat(read(ANN.replace("ann", "\u738b\\u5c0f\ud83d\ude00\\ud83d\\ude00"))
                        .log()
                        .customers()
                        .id(0))
                .isEqualTo("\u738b\u5c0f\ud83d\ude00\ud83d\ude00");
        assertThat(read(
                                ANN.replace("ann", "\u738b").getBytes(Charset.forName("GB18030")),
                                DEFAULTS.withCharset(Charset.forName("GB18030")))
                        .log()
                        .customers()
                        .id(0))
                .isEqualTo("\u738b");
        byte[] marked = ("\ufeff[" + ANN + "]").getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(marked, DEFAULTS).format().charset()).isEqualTo("UTF-16LE");
        assertThat(read(("\ufeff" + ANN).getBytes(StandardCharsets.UTF_8), DEFAULTS)
                        .log()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void textsThatAreNoUnicodeOrHaveANulAreReported() {
        assertThatThrownBy(() -> read(ANN.replace("ann", "a\\ud800b"))).hasMessageContaining("(1 unreadable text)");
        assertThatThrownBy(() -> read(ANN.replace("ann", "a\\u0000b"))).hasMessageContaining("has a NUL");
        byte[] latin = (ANN + "\n" + ANN.replace("ann", "Jos\u00e9") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(latin, DEFAULTS))
                .hasMessageContaining("line 2: is no JSON")
                .hasMessageNotContaining("Jos");
    }

    @Test
    void gzipIsUndone() {
        Ingest read = read(Sales.gzip((ANN + "\n" + BOB).getBytes(StandardCharsets.UTF_8)), DEFAULTS);
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.format().gzip()).isTrue();
    }

    @Test
    void aBrokenLastLineIsReportedByItsNumber() {
        String cut = ANN + "\n" + ANN + "\n{\"customer\": \"Jane Doe\", \"date\": \"2025-0";
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "1 of 3 rows cannot be used (1 broken record): line 3: ends in the middle of a record")
                .hasMessageNotContaining("Jane");
        Ingest read = read(cut, Sales.COLUMNS, SKIP);
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.report().steps())
                .extracting(CleaningStep::name, CleaningStep::rowsDropped)
                .containsExactly(tuple("broken record", 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane",
                "{\"customer\": Jane}",
                "{\"customer\" \"Jane\"}",
                "{'customer': 'Jane'}",
                "[1, 2",
                "{\"customer\": NaN}",
                "]"
            })
    void aBrokenLineEndsOnlyItself(String line) {
        Ingest read = read(ANN + "\n" + line + "\n" + ANN, Sales.COLUMNS, SKIP);
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.report().step("broken record").orElseThrow().rowsDropped())
                .isEqualTo(1);
        assertThatThrownBy(() -> read(ANN + "\n" + line + "\n" + ANN))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("Jane");
    }

    @Test
    void twoRecordsOnOneLineAreABrokenLine() {
        assertThatThrownBy(() -> read(ANN + "\n" + ANN + ANN + "\n"))
                .hasMessageContaining(
                        "1 of 2 rows cannot be used (1 broken record): line 2: goes on after the end of its record");
    }

    @Test
    void aFaultOutsideLinesEndsTheFileWithItsPlace() {
        assertThatThrownBy(() -> read("[" + ANN + ",\n" + ANN + ",\n{\"customer\": Jane}]", Sales.COLUMNS, SKIP))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 3, after 2 whole records: is no JSON")
                .hasMessageNotContaining("Jane");
        assertThatThrownBy(() -> read("[" + ANN + ",\n" + ANN)).hasMessageContaining("ends in the middle of a record");
    }

    @Test
    void aFieldThatStandsTwiceIsReported() {
        assertThatThrownBy(() -> read(ANN.replace("}", ", \"amount\": 9}")))
                .hasMessageContaining("(1 broken record): record 1, column amount: has a field twice");
        assertThat(read(ANN.replace("}", ", \"x\": 1, \"x\": 2}")).log().size()).isEqualTo(1);
    }

    @Test
    void recordsThatAreNoObjectsAreReported() {
        assertThatThrownBy(() -> read("[" + ANN + ", 17, null, [" + ANN + "]]"))
                .hasMessageContaining("3 of 4 rows cannot be used (3 broken record)")
                .hasMessageContaining("record 2: is no object, but a number")
                .hasMessageContaining("record 4: is no object, but an array");
    }

    @Test
    void anObjectWhereAValueIsAskedForIsReported() {
        assertThatThrownBy(() -> read("[" + ANN + "," + ANN.replace("1.5", "{\"eur\": 1}") + "]"))
                .hasMessageContaining(
                        "record 2, column amount: holds an object, not a value: ask for one of its fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[[]]", "[{}]", "[1, 2]"})
    void filesWithoutFieldsAreRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("has no record with a field");
    }

    @Test
    void wrongNamesAreToldWithTheNearest() {
        assertThatThrownBy(() -> read(ANN.replace("customer", "custmer")))
                .hasMessageContaining("no column customer; nearest: custmer; found: custmer, date, amount");
        assertThat(read(ANN.replace("customer", "Customer")).format().notes())
                .containsExactly("column Customer was read as the customer column, which was asked for as customer");
    }

    private static String refusal(String text) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(InvalidDataException.class, () -> read(text))
                .getMessage();
    }

    /** Objects by customer: the customers are keys, and of keys a message shows only what is surely a name. */
    @Test
    void customersThatAreKeysAreNotShown() {
        String sale = "{\"date\": \"2025-03-01\", \"amount\": 1.5}";
        assertThat(refusal("{\"Anna S\": " + sale + ", \"Bob T\": " + sale.replace("}", ", \"x\": 1}") + "}"))
                .isEqualTo(
                        "the input: none of the columns asked for is there; 5 further paths are not shown, since keys may be ids:"
                                + " is the file keyed by customer? Then write it as an array of objects");
        assertThat(refusal("{\"Anna S\": [" + sale + "], \"Bob T\": [" + sale + "], \"shop\": 1}"))
                .contains("found: shop; 4 further paths are not shown")
                .doesNotContain("Anna", "Bob");
        StringBuilder many = new StringBuilder("{\"date\": \"2025-03-01\"");
        for (char c = 'A'; c <= 'Z'; c++) {
            many.append(", \"").append(c).append(" Smith\": 1, \"").append(c).append(" Miller\": 2");
        }
        assertThat(refusal(many + "}")).doesNotContain("Smith", "Miller").contains("52 further paths are not shown");
        String[] days = new String[60];
        for (int i = 0; i < days.length; i++) {
            char c = (char) ('A' + i % 26);
            days[i] = "{\"date\": \"2025-03-01\", \"by\": {\"" + c + i / 26 + " Smith\": 1}}";
        }
        assertThat(refusal("[" + String.join(",", days) + "]"))
                .contains("found: date; 60 further paths are not shown")
                .doesNotContain("Smith");
        String[] lines = new String[60];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "{\"" + (char) ('A' + i % 26) + i / 26 + " Smith\": " + sale + "}";
        }
        assertThat(refusal(String.join("\n", lines))).doesNotContain("Smith");
    }

    @Test
    void namesOfFieldsAreShownUpToTwenty() {
        assertThat(refusal(
                        "{\"orders\": [{\"id\": 1, \"buyer\": {\"no\": 1}, \"items\": [{\"sku\": 1}]}], \"page\": 1}"))
                .contains("found: orders[].id, orders[].buyer.no, orders[].items[].sku, page")
                .doesNotContain("further");
        StringBuilder wide = new StringBuilder("{\"date\": 1");
        for (int i = 0; i < 60; i++) {
            wide.append(", \"c").append(i).append("\": 1");
        }
        assertThat(refusal("[" + wide + "}," + wide + "}]"))
                .contains("found: date, c0, c1,", "c19; 40 further paths are not shown")
                .doesNotContain("c20");
        String nested = "{\"date\": \"2025-03-01\", \"buyer\": {\"id\": 1}, \"goods\": {\"id\": 1, \"sku\": 2}}";
        assertThat(refusal("[" + nested + "," + nested + "]")).contains("found: date, buyer.id, goods.id, goods.sku");
    }

    @Test
    void keysThatAreValuesAreNotShown() {
        assertThatThrownBy(
                        () -> read("{\"jane@example.org\": {\"date\": \"2025-01-01\"}, \"x\": 1, \"13800138000\": 2}"))
                .hasMessageContaining("found: x")
                .hasMessageNotContaining("jane")
                .hasMessageNotContaining("1380013");
    }

    @Test
    void limitsOfDepthAndLengthHoldAndMayBeRaised() {
        String deep = ANN.replace("}", ", \"x\": " + "[".repeat(200) + "]".repeat(200) + "}");
        assertThatThrownBy(() -> read("[" + deep + "]")).hasMessageContaining("goes beyond a limit: 100 levels");
        assertThat(read(
                                "[" + deep + "]",
                                Sales.COLUMNS,
                                DEFAULTS.withLimits(SourceLimits.defaults().withDepth(300)))
                        .log()
                        .size())
                .isEqualTo(1);
        String longText = "[" + ANN.replace("ann", "x".repeat(2_000_000)) + "]";
        assertThatThrownBy(() -> read(longText)).hasMessageContaining("values of 1048576 characters");
        String longLine = ANN + "\n{\"x\": \"" + "x".repeat(1000) + "\"}\n";
        SourceOptions small = DEFAULTS.withLimits(SourceLimits.defaults().withRecordLength(500));
        assertThatThrownBy(() -> read(longLine, Sales.COLUMNS, small))
                .hasMessageContaining("line 2 is longer than the limit of 500 bytes");
        String longArray = "[{\"customer\": \"ann\", \"date\": \"2025-03-01\", \"items\": ["
                + "{\"paid\": 1},".repeat(100) + "{\"paid\": 1}]}]";
        assertThatThrownBy(() -> read(longArray, Columns.of("customer", "date", "items[].paid"), small))
                .hasMessageContaining("record 1 is longer than the limit of 500 bytes");
    }

    @Test
    void aGzipBombIsStopped() {
        byte[] bomb = Sales.gzip(("[" + ANN + " ".repeat(1 << 20) + "]").getBytes(StandardCharsets.UTF_8));
        SourceOptions small = DEFAULTS.withLimits(SourceLimits.defaults().withUnpackedBytes(100_000));
        assertThatThrownBy(() -> read(bomb, small))
                .hasMessageContaining("unpacks to more than 100000 bytes")
                .hasMessageContaining("SourceLimits.withUnpackedBytes");
    }

    @Test
    void numbersBeyondAnyAmountAreReported() {
        assertThatThrownBy(() -> read(ANN.replace("1.5", "1e400"))).hasMessageContaining("(1 unreadable number)");
        assertThatThrownBy(() -> read(ANN.replace("1.5", "2e15"))).hasMessageContaining("larger than 1e15");
        assertThatThrownBy(() -> read(ANN.replace("1.5", "true"))).hasMessageContaining("'true' is not a number");
    }

    @Test
    void secondsSinceTheEpochAreReadWhenTheZoneIsStated() {
        SourceOptions paris = DEFAULTS.withDateFormat("epoch-seconds").withZone(java.time.ZoneId.of("Europe/Paris"));
        assertThat(read(ANN.replace("\"2025-03-01\"", "1672527600"), Sales.COLUMNS, paris)
                        .log()
                        .firstDay())
                .isEqualTo("2023-01-01");
    }

    @Test
    void readingStopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> read(ANN)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Ingest read(String text) {
        return read(text, Sales.COLUMNS, DEFAULTS);
    }

    private static Ingest read(String text, Columns columns, SourceOptions options) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return SalesFile.read(() -> new ByteArrayInputStream(bytes), columns, options, ProgressListener.NONE);
    }

    private static Ingest read(byte[] bytes, SourceOptions options) {
        return SalesFile.read(() -> new ByteArrayInputStream(bytes), Sales.COLUMNS, options, ProgressListener.NONE);
    }
}
