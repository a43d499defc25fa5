package org.ltv4j.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.MissingRule;
import org.ltv4j.core.clean.OutlierRule;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.table.Tables;
import tech.tablesaw.api.Table;

class LogProfileTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void numbersAreCountedAndSummarised() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (double amount : new double[] {1, 2, 3, 4, 100}) {
            builder.add("ann", DAY, amount);
        }
        builder.addWithoutAmount(0, DAY.plusDays(40).atStartOfDay().toEpochSecond(ZoneOffset.UTC), 6);
        LogProfile profile = LogProfile.of(builder.build());
        ColumnProfile amounts = profile.column(LogColumn.AMOUNT).orElseThrow();
        assertThat(amounts.rows()).isEqualTo(6);
        assertThat(amounts.missing()).isEqualTo(1);
        assertThat(amounts.distinct()).isEqualTo(5);
        NumberSummary numbers = amounts.numbers().orElseThrow();
        // numpy: mean 22, std(ddof=1) 43.617656975..., quantile(0.95) 80.8
        assertThat(numbers.mean()).isEqualTo(22);
        assertThat(numbers.standardDeviation()).isCloseTo(43.617656975128776, within(1e-12));
        assertThat(numbers.quantile(0.95)).isCloseTo(80.8, within(1e-12));
        assertThat(numbers.median()).isEqualTo(3);
        assertThatThrownBy(() -> numbers.quantile(0.33)).hasMessageContaining("0.33");
        assertThat(amounts.histogram().get(0)).isEqualTo(new HistogramBin("1 to 2", 1, 2, 1));
        assertThat(amounts.histogram().get(1)).isEqualTo(new HistogramBin("2 to 5", 2, 5, 3));
        assertThat(amounts.histogram().get(amounts.histogram().size() - 1))
                .isEqualTo(new HistogramBin("100 to 200", 100, 200, 1));
    }

    @Test
    void timesAreCountedByMonth() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", LocalDateTime.of(2024, 12, 31, 23, 59, 59), 1)
                .add("bob", LocalDateTime.of(2025, 2, 1, 0, 0), 1)
                .add("bob", LocalDateTime.of(2025, 2, 1, 0, 0), 1)
                .build();
        ColumnProfile times = LogProfile.of(log).column(LogColumn.TIME).orElseThrow();
        assertThat(times.first()).contains(LocalDateTime.of(2024, 12, 31, 23, 59, 59));
        assertThat(times.last()).contains(LocalDateTime.of(2025, 2, 1, 0, 0));
        assertThat(times.distinct()).isEqualTo(2);
        assertThat(times.histogram())
                .extracting(HistogramBin::label, HistogramBin::count)
                .containsExactly(tuple("2024-12", 1L), tuple("2025-01", 0L), tuple("2025-02", 2L));
        assertThat(times.numbers()).isEmpty();
    }

    @Test
    void ofIdsItIsCountedHowManyRowsBearEach() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", DAY, 1)
                .order("1")
                .add("ann", DAY, 1)
                .order("1")
                .add("ann", DAY, 1)
                .add("bob", DAY, 1)
                .order("2")
                .build();
        LogProfile profile = LogProfile.of(log);
        ColumnProfile customers = profile.column(LogColumn.CUSTOMER).orElseThrow();
        assertThat(customers.distinct()).isEqualTo(2);
        assertThat(customers.numbers().orElseThrow().mean()).isEqualTo(2); // 3 rows and 1
        ColumnProfile orders = profile.column(LogColumn.ORDER).orElseThrow();
        assertThat(orders.missing()).isEqualTo(1);
        assertThat(orders.distinct()).isEqualTo(2);
        assertThat(profile.column(LogColumn.PRODUCT)).isEmpty();
        assertThat(profile.column(LogColumn.CURRENCY)).isEmpty();
    }

    @Test
    void onlyValuesThatManyCustomersShareAreShownAndNeverOnesOfCustomersOrOrders() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (int i = 0; i < 6; i++) {
            builder.add("c" + i, DAY, 1)
                    .product("cup")
                    .channel(i < 4 ? "web" : "shop")
                    .order("o");
            builder.add("c0", DAY, 1).product("engraved for Ann").order("o");
        }
        LogProfile profile = LogProfile.of(builder.build());
        assertThat(profile.column(LogColumn.PRODUCT).orElseThrow().top()).containsExactly(new ValueCount("cup", 6));
        assertThat(profile.column(LogColumn.CHANNEL).orElseThrow().top()).isEmpty();
        assertThat(profile.column(LogColumn.CURRENCY).orElseThrow().top()).containsExactly(new ValueCount("EUR", 12));
        assertThat(profile.column(LogColumn.ORDER).orElseThrow().top()).isEmpty();
        assertThat(profile.column(LogColumn.CUSTOMER).orElseThrow().top()).isEmpty();
        assertThat(profile.toString()).doesNotContain("c0").doesNotContain("Ann");
    }

    @Test
    void anEmptyLogHasAnEmptyProfile() {
        LogProfile profile = LogProfile.of(TransactionLog.builder("").build());
        assertThat(profile.rows()).isZero();
        assertThat(profile.columns()).allSatisfy(column -> {
            assertThat(column.numbers()).isEmpty();
            assertThat(column.histogram()).isEmpty();
            assertThat(column.first()).isEmpty();
        });
        assertThat(Tables.of(profile).rowCount()).isEqualTo(3); // customer, time, amount
        assertThat(Tables.histograms(profile).rowCount()).isZero();
    }

    @Property(seed = "20261122")
    void everyValueLiesInExactlyOneBin(@ForAll List<@DoubleRange(min = -1e16, max = 1e16) Double> amounts) {
        double[] values = amounts.stream().mapToDouble(Double::doubleValue).toArray();
        List<HistogramBin> bins = HistogramGrid.ofNumbers(values);
        assertThat(bins.stream().mapToLong(HistogramBin::count).sum()).isEqualTo(values.length);
        for (int i = 1; i < bins.size(); i++) {
            assertThat(bins.get(i).from())
                    .isGreaterThanOrEqualTo(bins.get(i - 1).to());
        }
        for (HistogramBin bin : bins) {
            long inside = Arrays.stream(values)
                    .filter(v -> bin.from() == 0 && bin.to() == 0
                            ? v == 0
                            : bin.from() >= 0
                                    ? v >= bin.from() && v < bin.to() && v != 0
                                    : v > bin.from() && v <= bin.to() && v != 0)
                    .count();
            assertThat(bin.count()).as(bin.label()).isEqualTo(inside);
        }
    }

    @Property(seed = "20261122")
    void theOrderOfRowsDoesNotMoveTheLastDigit(@ForAll List<@DoubleRange(min = 0, max = 1e6) Double> amounts) {
        TransactionLogBuilder one = TransactionLog.builder("");
        TransactionLogBuilder two = TransactionLog.builder("");
        for (int i = 0; i < amounts.size(); i++) {
            one.add("c" + i % 3, DAY, amounts.get(i));
            two.add("c" + i % 2, DAY, amounts.get(amounts.size() - 1 - i));
        }
        assertThat(LogProfile.of(two.build())
                        .column(LogColumn.AMOUNT)
                        .orElseThrow()
                        .numbers())
                .isEqualTo(LogProfile.of(one.build())
                        .column(LogColumn.AMOUNT)
                        .orElseThrow()
                        .numbers());
    }

    @Test
    void beforeAndAfterStandSideBySide() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (double amount : new double[] {1, 2, 3, 4, 100}) {
            builder.add("ann", DAY, amount);
        }
        TransactionLog log = builder.build();
        TransactionLog clean = CleaningPlan.defaults()
                .withMissing(LogColumn.CHANNEL, MissingRule.constant("shop"))
                .withOutliers(OutlierRule.iqr(1.5).capped())
                .apply(log)
                .log();
        ProfileComparison change = LogProfile.of(log).compare(LogProfile.of(clean));
        ProfileComparison.ColumnChange amounts = change.columns().stream()
                .filter(column -> column.column() == LogColumn.AMOUNT)
                .findFirst()
                .orElseThrow();
        assertThat(amounts.changed()).isTrue();
        assertThat(amounts.histogram())
                .contains(new ProfileComparison.BinChange("5 to 10", 5, 10, 0, 1)) // capped at 7
                .contains(new ProfileComparison.BinChange("100 to 200", 100, 200, 1, 0));
        assertThat(change.columns())
                .filteredOn(column -> !column.changed())
                .extracting(ProfileComparison.ColumnChange::column)
                .containsExactly(LogColumn.CUSTOMER, LogColumn.TIME);
        Table table = Tables.of(change);
        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(table.doubleColumn("max_before").get(2)).isEqualTo(100);
        assertThat(table.doubleColumn("max_after").get(2)).isEqualTo(7);
        assertThat(table.longColumn("missing_before").get(3)).isEqualTo(5); // there was no channel
    }

    @Test
    void aProfileIsATable() {
        TransactionLog log =
                TransactionLog.builder("").add("ann", DAY, 2).quantity(3).build();
        Table table = Tables.of(LogProfile.of(log));
        assertThat(table.columnNames())
                .containsExactly(
                        "column",
                        "rows",
                        "missing",
                        "distinct",
                        "min",
                        "mean",
                        "standard_deviation",
                        "p01",
                        "p05",
                        "p25",
                        "p50",
                        "p75",
                        "p95",
                        "p99",
                        "max",
                        "first",
                        "last");
        assertThat(table.stringColumn("column").asList()).containsExactly("customer", "time", "amount", "quantity");
        assertThat(table.doubleColumn("p50").get(3)).isEqualTo(3);
        assertThat(table.doubleColumn("p50").isMissing(1)).isTrue();
        assertThat(table.dateTimeColumn("first").get(1)).isEqualTo(DAY.atStartOfDay());
        assertThat(Tables.histograms(LogProfile.of(log)).columnNames())
                .containsExactly("column", "bin", "from", "to", "count");
    }
}
