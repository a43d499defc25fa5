package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.privacy.Disclosure;
import org.ltv4j.core.privacy.DisclosurePolicy;
import org.ltv4j.core.privacy.Role;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.testing.SampleModels;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tablesaw tables in and out, of every column type. */
class TablesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    static Column<?>[] customerColumns() {
        return new Column<?>[] {
            StringColumn.create("customer", "7", "8", "7"),
            IntColumn.create("customer", 7, 8, 7),
            LongColumn.create("customer", 7L, 8L, 7L),
            ShortColumn.create("customer", new short[] {7, 8, 7}),
            DoubleColumn.create("customer", 7.0, 8.0, 7.0),
            FloatColumn.create("customer", 7f, 8f, 7f),
        };
    }

    @ParameterizedTest
    @MethodSource("customerColumns")
    void idsMayBeTextOrNumbers(Column<?> customer) {
        TransactionLog log = Tables.transactions(table(customer, days(), amounts()), Sales.COLUMNS);
        assertThat(Sales.shown(log))
                .containsExactly("7 2025-03-01T00:00 1.5", "8 2025-03-02T00:00 2.5", "7 2025-03-03T00:00 3.5");
    }

    static Column<?>[] dateColumns() {
        return new Column<?>[] {
            days(),
            DateTimeColumn.create(
                    "date",
                    DAY.atStartOfDay(),
                    DAY.plusDays(1).atStartOfDay(),
                    DAY.plusDays(2).atStartOfDay()),
            StringColumn.create("date", "2025-03-01", "2025-03-02", "2025-03-03"),
            StringColumn.create("date", "03/01/2025", "03/02/2025", "03/13/2025"),
            IntColumn.create("date", 20250301, 20250302, 20250303),
        };
    }

    @ParameterizedTest
    @MethodSource("dateColumns")
    void datesMayBeOfAnyType(Column<?> date) {
        TransactionLog log = Tables.transactions(table(ids(), date, amounts()), Sales.COLUMNS);
        assertThat(log.firstDay()).isEqualTo(DAY);
        assertThat(log.day(log.start(1))).isEqualTo((int) DAY.plusDays(1).toEpochDay());
    }

    static Column<?>[] amountColumns() {
        return new Column<?>[] {
            amounts(),
            FloatColumn.create("amount", 1.5f, 2.5f, 0.1f),
            IntColumn.create("amount", 1, 2, 3),
            LongColumn.create("amount", 1L, 2L, 3L),
            ShortColumn.create("amount", new short[] {1, 2, 3}),
            StringColumn.create("amount", "1.5", "$2.50", "(3.5)"),
            StringColumn.create("amount", "1,5", "2,50", "1.234,5"),
        };
    }

    @ParameterizedTest
    @MethodSource("amountColumns")
    void amountsMayBeOfAnyType(Column<?> amount) {
        TransactionLog log = Tables.transactions(table(ids(), days(), amount), Sales.COLUMNS);
        assertThat(log.size()).isEqualTo(3);
        if (amount instanceof FloatColumn) {
            assertThat(log.amount(1)).isEqualTo(0.1);
        }
    }

    @Test
    void timesOfDayAndDatesBefore1970AreKept() {
        LocalDateTime time = LocalDateTime.of(1955, 7, 8, 9, 10, 11);
        Table table = table(
                StringColumn.create("customer", "ann"),
                DateTimeColumn.create("date", time),
                DoubleColumn.create("amount", 1.0));
        assertThat(Tables.transactions(table, Sales.COLUMNS).time(0)).isEqualTo(time);
    }

    @Test
    void instantsNeedAZone() {
        Table table = table(
                StringColumn.create("customer", "ann"),
                InstantColumn.create("date", Instant.parse("2023-10-28T22:30:00Z")),
                DoubleColumn.create("amount", 1.0));
        assertThatThrownBy(() -> Tables.transactions(table, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("state the zone");
        ReadOptions paris = ReadOptions.defaults().withZone(ZoneId.of("Europe/Paris"));
        assertThat(Tables.read(table, Sales.COLUMNS, paris).log().time(0))
                .isEqualTo(LocalDateTime.of(2023, 10, 29, 0, 30));
    }

    @Test
    void missingCellsAreReportedByReason() {
        Table table = table(
                StringColumn.create("customer", "ann", "", "bob", "cat"),
                DateColumn.create("date", DAY, DAY, null, DAY),
                DoubleColumn.create("amount", 1, 2, 3, Double.NaN));
        assertThatThrownBy(() -> Tables.transactions(table, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "3 of 4 rows cannot be used (1 missing customer, 1 missing date, 1 missing amount)");
        Ingest read = Tables.read(table, Sales.COLUMNS, RowPolicy.SKIP);
        assertThat(read.log().size()).isEqualTo(1);
        assertThat(read.report().droppedByStep())
                .containsEntry("missing customer", 1L)
                .containsEntry("missing date", 1L)
                .containsEntry("missing amount", 1L);
    }

    @Test
    void missingIntegersAreNotTheSmallestInteger() {
        IntColumn customer = IntColumn.create("customer", 7, 8);
        customer.appendMissing();
        IntColumn amount = IntColumn.create("amount", new int[] {1});
        amount.appendMissing().append(3);
        Table table = table(customer, DateColumn.create("date", DAY, DAY, DAY), amount);
        assertThat(Sales.shown(Tables.read(table, Sales.COLUMNS, RowPolicy.SKIP).log()))
                .containsExactly("7 2025-03-01T00:00 1.0");
    }

    @Test
    void badTextsAndNumbersAreReportedWithTheirRow() {
        Table table = table(
                StringColumn.create("customer", "ann", "bob", "cat"),
                StringColumn.create("date", "2025-03-01", "2023-02-29", "2025-03-01"),
                DoubleColumn.create("amount", 1, 2, Double.POSITIVE_INFINITY));
        assertThatThrownBy(() -> Tables.transactions(table, Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 2, column date: '2023-02-29' is no date of the calendar")
                .hasMessageContaining("line 3, column amount: 'Infinity'");
    }

    @Test
    void dayAndMonthThatNoRowDecidesAreAskedFor() {
        Table table = table(
                StringColumn.create("customer", "ann"),
                StringColumn.create("date", "03/04/2011"),
                DoubleColumn.create("amount", 1.0));
        assertThatThrownBy(() -> Tables.transactions(table, Sales.COLUMNS)).hasMessageContaining("may be read as");
        assertThat(Tables.read(table, Sales.COLUMNS, ReadOptions.defaults().withDateFormat("dd/MM/yyyy"))
                        .log()
                        .firstDay())
                .isEqualTo(LocalDate.of(2011, 4, 3));
    }

    @Test
    void columnsThatCannotMeanItAreRefused() {
        assertThatThrownBy(() -> Tables.transactions(
                        table(ids(), BooleanColumn.create("date", true, false, true), amounts()), Sales.COLUMNS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("cannot be read as dates");
        assertThatThrownBy(() -> Tables.transactions(
                        table(ids(), days(), DateColumn.create("amount", DAY, DAY, DAY)), Sales.COLUMNS))
                .hasMessageContaining("cannot be read as amount");
        assertThatThrownBy(() ->
                        Tables.transactions(table(ids(), days(), amounts()), Columns.of("custmer", "date", "amount")))
                .hasMessageContaining("no column custmer; nearest: customer");
        assertThatThrownBy(() -> Tables.transactions(
                        table(
                                StringColumn.create("customer"),
                                DateColumn.create("date"),
                                DoubleColumn.create("amount")),
                        Sales.COLUMNS))
                .hasMessageContaining("has no rows");
    }

    /** Tablesaw's own group-by throws at 65,535 distinct texts and splits keys at three tildes. */
    @Test
    void manyCustomersAndAnyIdAreFine() {
        int n = 70_000;
        String[] ids = IntStream.range(0, n).mapToObj(i -> "c~~~" + i).toArray(String[]::new);
        LocalDate[] days =
                IntStream.range(0, n).mapToObj(i -> DAY.plusDays(i % 365)).toArray(LocalDate[]::new);
        double[] amounts = IntStream.range(0, n).mapToDouble(i -> i + 1).toArray();
        Table table = table(
                StringColumn.create("customer", ids),
                DateColumn.create("date", days),
                DoubleColumn.create("amount", amounts));
        TransactionLog log = Tables.transactions(table, Sales.COLUMNS);
        assertThat(log.customers().size()).isEqualTo(n);
        assertThat(log.customers().id(n - 1)).isEqualTo("c~~~69999");
        assertThat(log.summaries(log.lastDay(), TimeScale.DAY).size()).isEqualTo(n);
    }

    @Test
    void allOtherColumnsAreRead() {
        Table table = table(ids(), days(), amounts())
                .addColumns(
                        IntColumn.create("invoice", 11, 12, 13),
                        IntColumn.create("pos", 1, 2, 1),
                        StringColumn.create("sku", "cup", "pot", ""),
                        IntColumn.create("qty", 1, 2, -3),
                        DoubleColumn.create("price", 1.5, 1.25, Double.NaN),
                        StringColumn.create("ccy", "EUR", "EUR", "EUR"),
                        StringColumn.create("store", "web", "web", "till"),
                        DoubleColumn.create("disc", 0, 0, 0.5));
        TransactionLog log = Tables.transactions(
                table,
                Sales.COLUMNS
                        .withOrder("invoice")
                        .withLine("pos")
                        .withProduct("sku")
                        .withQuantity("qty")
                        .withUnitPrice("price")
                        .withCurrency("ccy")
                        .withChannel("store")
                        .withDiscount("disc"));
        assertThat(log.currency()).isEqualTo("EUR");
        assertThat(log.orders().id(log.order(0))).isEqualTo("11");
        assertThat(log.lines().size()).isEqualTo(2);
        assertThat(log.lines().id(log.line(0))).isEqualTo("1");
        assertThat(log.product(1)).isEqualTo(TransactionLog.NONE);
        assertThat(log.quantity(1)).isEqualTo(-3);
        assertThat(log.unitPrice(1)).isNaN();
        assertThat(log.discount(1)).isEqualTo(0.5);
        assertThat(log.channels().id(log.channel(1))).isEqualTo("till");
    }

    @Test
    void summariesBecomeATable() {
        CustomerSummaries summaries = CustomerSummaries.of(
                TimeScale.WEEK, new int[] {2, 0}, new double[] {30.43, 0}, new double[] {38.86, 20}, new double[] {
                    9.5, 0
                });
        Table table = Tables.of(summaries);
        assertThat(table.columnNames())
                .containsExactly("customer", "frequency", "recency", "age", "mean_repeat_spend", "first_spend");
        assertThat(table.stringColumn("customer").get(1)).isEqualTo("2");
        assertThat(table.doubleColumn("recency").get(0)).isEqualTo(30.43);
    }

    @Test
    void scoresBecomeATable() {
        CustomerSummaries summaries = CustomerSummaries.of(
                TimeScale.WEEK, new int[] {1, 9}, new double[] {3, 30}, new double[] {38, 38}, new double[] {9, 9});
        Scorer scorer = Scorer.of(
                new SampleModels.Nbd(0.6, 8, TimeScale.WEEK),
                new SampleModels.GammaGamma(6, 4, 15, SpendBasis.REPEAT_PURCHASES));
        CustomerScores scores = scorer.withInterval(0.9).scoreAll(summaries);
        Table table = Tables.of(scores);
        assertThat(table.columnNames())
                .startsWith("customer", "frequency")
                .endsWith("value", "value_lower", "value_upper", "rank");
        assertThat(table.doubleColumn("value").get(1)).isEqualTo(scores.value(1));
        assertThat(table.doubleColumn("value_upper").get(1))
                .isEqualTo(scores.interval(1).orElseThrow().upper());
        assertThat(table.intColumn("rank").asObjectArray()).containsExactly(2, 1);
        assertThat(Tables.of(scorer.scoreAll(summaries)).columnNames()).doesNotContain("value_lower");

        DisclosurePolicy marketing = DisclosurePolicy.of(Role.MARKETING);
        Table masked = Tables.of(scores, marketing);
        assertThat(masked.columnNames()).isEqualTo(table.columnNames());
        assertThat(masked.stringColumn("customer").asList())
                .noneMatch(table.stringColumn("customer").asList()::contains);
        assertThat(masked.doubleColumn("value").asList())
                .isEqualTo(table.doubleColumn("value").asList());
        Table without = Tables.of(scores, marketing.withField("customer", Disclosure.HIDE));
        assertThat(without.columnNames()).isEqualTo(table.columnNames().subList(1, table.columnCount()));
    }

    private static Table table(Column<?>... columns) {
        return Table.create("sales", columns);
    }

    private static StringColumn ids() {
        return StringColumn.create("customer", "7", "8", "7");
    }

    private static DateColumn days() {
        return DateColumn.create("date", DAY, DAY.plusDays(1), DAY.plusDays(2));
    }

    private static DoubleColumn amounts() {
        return DoubleColumn.create("amount", 1.5, 2.5, 3.5);
    }
}
