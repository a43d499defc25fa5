package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.ProgressListener;

/** Reading CSV as merchants have it. */
class CsvTest {
    @Test
    void readsWhoWhenAndHowMuch() {
        Ingest read = Sales.rows("ann,2025-03-01 09:30:00,4.50", "bob,2025-03-01 09:31:00,3.20");
        assertThat(Sales.shown(read.log())).containsExactly("ann 2025-03-01T09:30 4.5", "bob 2025-03-01T09:31 3.2");
        assertThat(read.report().rowsRead()).isEqualTo(2);
        assertThat(read.report().steps()).isEmpty();
    }

    @Test
    void rememberTheLineOfEachRow() {
        TransactionLog log = Sales.read(
                        "customer,date,amount\n\nann,2025-03-01,1\n\"b\nb\",2025-03-01,2\ncat,2025-03-01,3")
                .log();
        assertThat(log.sourceRow(0)).isEqualTo(3);
        assertThat(log.sourceRow(1)).isEqualTo(4);
        assertThat(log.sourceRow(2)).isEqualTo(6);
    }

    @Test
    void blankLinesAreSkippedAndCounted() {
        Ingest read = Sales.read("\n\ncustomer,date,amount\n\nann,2025-03-01,1\n\r\n");
        assertThat(read.report().rowsRead()).isEqualTo(1);
        assertThat(read.report().step("blank lines").orElseThrow().rowsAffected())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsDetected(String delimiter) {
        String text = "x,customer,date,amount,note\n1,ann,2025-03-01,1,a\n2,\"b;b|b\tb,b\",2025-03-01,1,a\n";
        Ingest read = Sales.read(text.replace(",", delimiter));
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.format().delimiter()).isEqualTo(delimiter);
    }

    @Test
    void aDelimiterWithDecimalCommasIsTold() {
        Ingest read = Sales.read("customer;date;amount\nann;31.12.2025;1.234,50\nbob;01.12.2025;0,5\n");
        assertThat(Sales.shown(read.log())).containsExactly("ann 2025-12-31T00:00 1234.5", "bob 2025-12-01T00:00 0.5");
        assertThat(read.format().decimal()).isEqualTo(",");
        assertThat(read.format().dateFormat()).isEqualTo("dd.MM.yyyy");
    }

    @Test
    void aWrongDelimiterIsToldWithTheColumnsFound() {
        assertThatThrownBy(() -> Sales.rows(Sales.DEFAULTS.withDelimiter(';'), "ann,2025-03-01,1"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no column customer")
                .hasMessageContaining("found: customer,date,amount")
                .hasMessageContaining("delimiter were ','");
    }

    @Test
    void anySingleDelimiterMayBeStated() {
        assertThat(Sales.read("customer^date^amount\nann^2025-03-01^1\n", Sales.DEFAULTS.withDelimiter('^'))
                        .log()
                        .size())
                .isEqualTo(1);
        assertThatThrownBy(() -> Sales.DEFAULTS.withDelimiter('a')).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Sales.DEFAULTS.withDelimiter('"')).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Sales.DEFAULTS.withDelimiter('\n')).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void theSeparatorLineOfExcelIsUnderstood() {
        Ingest read = Sales.read("sep=;\r\ncustomer;date;amount\r\nann;2025-03-01;1\r\n");
        assertThat(read.log().size()).isEqualTo(1);
        assertThat(read.log().sourceRow(0)).isEqualTo(3);
    }

    @Test
    void allWrongColumnNamesAreReportedAtOnceWithTheNearestOnes() {
        Columns wrong = Columns.of("custmer", "dat", "price");
        assertThatThrownBy(() -> Sales.read("customer,date,amount\nann,2025-03-01,1\n", wrong, Sales.DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no column custmer; nearest: customer; no column dat; nearest: date;"
                        + " no column price; found: customer, date, amount");
    }

    @Test
    void anotherCaseIsAcceptedWhenItIsUniqueAndSaid() {
        Ingest read = Sales.read("  Customer ,DATE,amount\nann,2025-03-01,1\n");
        assertThat(read.format().columns()).containsEntry(ColumnRole.CUSTOMER, "Customer");
        assertThat(read.format().notes()).hasSize(2).first().asString().contains("Customer", "asked for as customer");
    }

    @Test
    void aColumnThatStandsTwiceIsRefusedWhenAskedFor() {
        assertThatThrownBy(() -> Sales.read("customer,date,amount,amount\nann,2025-03-01,1,2\n"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column amount stands 2 times in the header (as columns 3, 4)");
        assertThat(Sales.read("customer,note,date,amount,note\nann,a,2025-03-01,1,b\n")
                        .log()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aMissingHeaderIsToldWithoutShowingItsData() {
        assertThatThrownBy(() -> Sales.read("ann.smith,2025-03-01,1\nbob,2025-03-02,2\n"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("looks like data")
                .hasMessageNotContaining("ann.smith");
    }

    @Test
    void amountsMayBeQuantityTimesPrice() {
        Columns columns = Columns.ofQuantityAndPrice("customer", "date", "qty", "price");
        Ingest read = Sales.read(
                "customer,date,qty,price\nann,2025-03-01,3,2.5\nbob,2025-03-01,-1,2.5\n", columns, Sales.DEFAULTS);
        assertThat(Sales.shown(read.log())).containsExactly("ann 2025-03-01T00:00 7.5", "bob 2025-03-01T00:00 -2.5");
        assertThat(read.log().quantity(0)).isEqualTo(3);
        assertThat(read.log().unitPrice(0)).isEqualTo(2.5);
        assertThatThrownBy(
                        () -> Sales.read("customer,date,qty,price\nann,2025-03-01,1e9,1e9\n", columns, Sales.DEFAULTS))
                .hasMessageContaining("larger than 1e15");
        assertThatThrownBy(() -> Sales.read("customer,date,qty,price\nann,2025-03-01,,1\n", columns, Sales.DEFAULTS))
                .hasMessageContaining("1 missing amount")
                .hasMessageContaining("column qty: is missing");
    }

    @Test
    void allOtherColumnsAreRead() {
        Columns all = Sales.COLUMNS
                .withOrder("invoice")
                .withLine("pos")
                .withProduct("sku")
                .withQuantity("qty")
                .withUnitPrice("price")
                .withCurrency("ccy")
                .withChannel("store")
                .withDiscount("disc");
        TransactionLog log = Sales.read(
                        "customer,date,amount,invoice,pos,sku,qty,price,ccy,store,disc\n"
                                + "ann,2025-03-01,9,A1,07,cup,2,5,gbp ,web,1\nann,2025-03-02,9,,,,,,GBP,,\n",
                        all,
                        Sales.DEFAULTS)
                .log();
        assertThat(log.orders().id(log.order(0))).isEqualTo("A1");
        assertThat(log.hasLines()).isTrue();
        assertThat(log.lines().id(log.line(0))).isEqualTo("07");
        assertThat(log.line(1)).isEqualTo(TransactionLog.NONE);
        assertThat(log.products().id(log.product(0))).isEqualTo("cup");
        assertThat(log.channels().id(log.channel(0))).isEqualTo("web");
        assertThat(log.quantity(0)).isEqualTo(2);
        assertThat(log.unitPrice(0)).isEqualTo(5);
        assertThat(log.discount(0)).isEqualTo(1);
        assertThat(log.currency()).isEqualTo("GBP");
        assertThat(log.order(1)).isEqualTo(TransactionLog.NONE);
        assertThat(log.quantity(1)).isNaN();
    }

    @Test
    void currenciesAreKeptApart() {
        TransactionLog log = Sales.read(
                        "customer,date,amount,ccy\nann,2025-03-01,9,GBP\nbob,2025-03-01,9,EUR\n",
                        Sales.COLUMNS.withCurrency("ccy"),
                        Sales.DEFAULTS)
                .log();
        assertThat(log.currencies()).containsExactly("GBP", "EUR");
        assertThatThrownBy(log::currency).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void idsAreKeptExactly() {
        String long10k = "x".repeat(10_000);
        List<String> ids = List.of(
                "007",
                "7",
                " 7",
                "a~~~b",
                "\u5ba2\u6237 \ud83d\ude00",
                "\u0639\u0645\u064a\u0644",
                "say \"\"hi\"\"",
                "a,b",
                "NA",
                "null",
                "1.03293E+19",
                "\u00e9",
                "e\u0301",
                long10k);
        StringBuilder text = new StringBuilder("customer,date,amount\n");
        ids.forEach(id -> text.append('"').append(id).append("\",2025-03-01,1\n"));
        TransactionLog log = Sales.read(text.toString()).log();
        assertThat(log.customers().size()).isEqualTo(ids.size());
        for (String id : ids) {
            assertThat(log.customers().indexOf(id.replace("\"\"", "\""))).isPresent();
        }
    }

    @Test
    void largeAndSmallAmountsAreExact() {
        Ingest read = Sales.rows("ann,2025-03-01,1000000000", "bob,2025-03-01,0.01", "cat,1955-03-01,1e15");
        assertThat(Sales.shown(read.log()))
                .containsExactly(
                        "ann 2025-03-01T00:00 1.0E9", "bob 2025-03-01T00:00 0.01", "cat 1955-03-01T00:00 1.0E15");
    }

    @Test
    void signsOfOneCurrencyAreSaidAndThoseOfTwoAreNeverAddedUp() {
        Ingest read = Sales.rows("ann,2025-03-01,$12.50", "bob,2025-03-01,USD 3", "cat,2025-03-01,4");
        assertThat(read.log().amount(1)).isEqualTo(3);
        assertThat(read.format().notes()).containsExactly("amounts are written with the sign $");
        String two = "customer,date,amount,cur\nann,2025-03-01,$1,USD\nbob,2025-03-01,2 \u20ac,EUR\n";
        assertThatThrownBy(() -> Sales.read(two))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("amounts are written with the signs $ and \u20ac")
                .hasMessageContaining("state the column of the currency");
        assertThat(Sales.read(two, Sales.COLUMNS.withCurrency("cur"), Sales.DEFAULTS)
                        .log()
                        .currencies())
                .containsExactlyInAnyOrder("USD", "EUR");
    }

    @Test
    void dayAndMonthAreDecidedByAnyRowHoweverLate() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            rows.add("c" + i + ",03/04/2011,1");
        }
        rows.add("late,03/14/2011,1");
        Ingest read = Sales.rows(rows.toArray(new String[0]));
        assertThat(read.format().dateFormat()).isEqualTo("MM/dd/yyyy");
        assertThat(read.log().firstDay()).isEqualTo("2011-03-04");
    }

    @Test
    void dayAndMonthThatNoRowDecidesAreAskedFor() {
        assertThatThrownBy(() -> Sales.rows("ann,03/04/2011,1", "bob,05/06/2011,1"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column date: 03/04/2011 may be read as dd/MM/yyyy or as MM/dd/yyyy")
                .hasMessageContaining("--date-format");
        assertThat(Sales.rows(Sales.DEFAULTS.withDateFormat("dd/MM/yyyy"), "ann,03/04/2011,1")
                        .log()
                        .firstDay())
                .isEqualTo("2011-04-03");
    }

    @Test
    void rowsThatContradictTheOrderOfDayAndMonthAreAskedFor() {
        assertThatThrownBy(() -> Sales.rows("ann,13/04/2011,1", "bob,14/04/2011,1", "cat,04/15/2011,1"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "column date: the rows contradict each other: 04/15/2011 (line 4) and 13/04/2011 (line 2)")
                .hasMessageContaining("(--date-format dd/MM/yyyy or --date-format MM/dd/yyyy)");
        assertThatThrownBy(() ->
                        Sales.rows(Sales.DEFAULTS.withDateFormat("dd/MM/yyyy"), "ann,13/04/2011,1", "cat,04/15/2011,1"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "line 3, column date: '04/15/2011' has no such month in the date format dd/MM/yyyy");
    }

    @Test
    void aLateRowThatContradictsTheOrderIsAskedForWhateverThePolicy() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add("c" + i + ",13/04/2011,1");
        }
        rows.add("late,04/15/2011,1");
        rows.add("junk,99/99/2011,1");
        assertThatThrownBy(() -> Sales.rows(Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP), rows.toArray(new String[0])))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column date: '04/15/2011' (line 3002) contradicts earlier rows")
                .hasMessageContaining("--date-format dd/MM/yyyy");
        rows.remove(3000);
        Ingest read = Sales.rows(Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP), rows.toArray(new String[0]));
        assertThat(read.report().droppedByStep()).containsEntry("unreadable date", 1L);
    }

    @Test
    void aDecimalMarkThatOnlyALateRowDecidesIsFound() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add("c" + i + ",2025-03-01,7");
        }
        rows.add("late,2025-03-01,\"1,234\"");
        rows.add("last,2025-03-01,\"12,5\"");
        Ingest read = Sales.rows(rows.toArray(new String[0]));
        assertThat(read.format().decimal()).isEqualTo(",");
        assertThat(Sales.shown(read.log())).endsWith("late 2025-03-01T00:00 1.234", "last 2025-03-01T00:00 12.5");
    }

    @Test
    void aDecimalMarkThatNoRowDecidesIsAskedFor() {
        assertThatThrownBy(() -> Sales.rows("ann,2025-03-01,\"1,234\"", "bob,2025-03-01,7"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column amount: 1,234 (line 2) may be 1234 or 1.234")
                .hasMessageContaining("--decimal");
        CsvOptions comma = Sales.DEFAULTS.withDecimal(',');
        assertThat(Sales.rows(comma, "ann,2025-03-01,\"1,234\"").log().amount(0))
                .isEqualTo(1.234);
        assertThat(Sales.rows(Sales.DEFAULTS.withDecimal('.'), "ann,2025-03-01,\"1,234\"")
                        .log()
                        .amount(0))
                .isEqualTo(1234);
        assertThatThrownBy(() -> Sales.DEFAULTS.withDecimal(';')).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void offsetsCountInTheCalendarOfAStatedZone() {
        String[] rows = {"ann,2023-10-28T22:30:00Z,1", "bob,2023-10-29T01:00:00+02:00,1", "cat,2023-10-29T23:30:00Z,1"};
        CsvOptions paris = Sales.DEFAULTS.withZone(ZoneId.of("Europe/Paris"));
        assertThat(Sales.shown(Sales.rows(paris, rows).log()))
                .containsExactly("ann 2023-10-29T00:30 1.0", "bob 2023-10-29T01:00 1.0", "cat 2023-10-30T00:30 1.0");
        assertThat(Sales.shown(Sales.rows(rows).log()))
                .containsExactly("ann 2023-10-28T22:30 1.0", "bob 2023-10-29T01:00 1.0", "cat 2023-10-29T23:30 1.0");
    }

    @Test
    void datesWithAndWithoutOffsetAreRefusedWithoutAZone() {
        assertThatThrownBy(() -> Sales.rows("ann,2023-10-28T22:30:00Z,1", "bob,2023-10-29T01:00:00,1"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("--zone");
    }

    @Test
    void progressIsTold() {
        String text = "customer,date,amount\n" + "ann,2025-03-01,1\n".repeat(200_000);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Long> heard = new ArrayList<>();
        Csv.read(
                () -> new java.io.ByteArrayInputStream(bytes),
                Sales.COLUMNS,
                Sales.DEFAULTS,
                (phase, done, total) -> heard.add(done));
        assertThat(heard).hasSizeGreaterThan(2).isSorted().endsWith((long) bytes.length);
    }

    @Test
    void readingStopsWhenItsThreadIsInterrupted() {
        byte[] bytes = "customer,date,amount\nann,2025-03-01,1\n".getBytes(StandardCharsets.UTF_8);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Csv.read(
                            () -> new java.io.ByteArrayInputStream(bytes),
                            Sales.COLUMNS,
                            Sales.DEFAULTS,
                            ProgressListener.NONE))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theFormIsShownAsItMayBeStated() {
        DetectedFormat format = Sales.rows("ann,2025-03-01 09:30:00,4.50").format();
        assertThat(format.source()).isEqualTo("CSV");
        assertThat(format.charset()).isEqualTo("UTF-8");
        assertThat(format.gzip()).isFalse();
        assertThat(format.delimiter()).isEqualTo(",");
        assertThat(format.quote()).isEqualTo("\"");
        assertThat(format.decimal()).isEqualTo(".");
        assertThat(format.dateFormat()).isEqualTo("yyyy-MM-dd HH:mm:ss");
        assertThat(format.columns())
                .isEqualTo(
                        Map.of(ColumnRole.CUSTOMER, "customer", ColumnRole.DATE, "date", ColumnRole.AMOUNT, "amount"));
    }
}
