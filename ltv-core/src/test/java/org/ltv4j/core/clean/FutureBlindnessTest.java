package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** Whoever stands at the cut cannot know what comes: rows up to it come out the same under every plan and every future. */
class FutureBlindnessTest {
    private static final LocalDate CUT = LocalDate.of(2024, 6, 30);
    private static final LocalDateTime START = LocalDateTime.of(2024, 6, 1, 0, 0);
    private static final int PAST_HOURS = 29 * 24; // a day before the cut, so that no time zone moves a row across it
    private static final double MISSING = 99;

    @Test
    void laterOrderIdsDoNotUndoACancellationBeforeTheCut() {
        assertThat(settled(0)).containsExactly(10.0);
        assertThat(settled(10)).containsExactly(10.0);
    }

    @Test
    void laterOrderIdsDoNotMakeACancellationOfAnOrderBeforeTheCut() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR")
                .add("a", CUT.minusDays(3), 10)
                .order("W2")
                .add("a", CUT.minusDays(2), 10)
                .order("C2");
        for (int i = 0; i < 10; i++) {
            builder.add("b", CUT.plusDays(1 + i), 5).order("" + i);
        }
        assertThat(amountsUntilTheCut(builder.build())).containsExactly(10.0, 10.0);
    }

    @Test
    void cancellationsAfterTheCutAreStillFoundWhereNoOrderBeforeItIsKnown() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("a", CUT, 7)
                .add("a", CUT.plusDays(1), 10)
                .order("1")
                .add("a", CUT.plusDays(2), 10)
                .order("C1")
                .build();
        TransactionLog clean =
                CleaningPlan.defaults().withCalibrationEnd(CUT).apply(log).log();
        assertThat(clean.size()).isEqualTo(1);
    }

    private static double[] settled(int futureRows) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR")
                .add("a", LocalDate.of(2024, 1, 1), 10)
                .order("1")
                .add("a", LocalDate.of(2024, 1, 5), 10)
                .order("2")
                .add("a", LocalDate.of(2024, 1, 9), 10)
                .order("C2");
        for (int i = 0; i < futureRows; i++) {
            builder.add("b", LocalDate.of(2024, 8, 1).plusDays(i), 5).order("W" + i);
        }
        return amountsUntilTheCut(builder.build());
    }

    private static double[] amountsUntilTheCut(TransactionLog log) {
        TransactionLog clean =
                CleaningPlan.defaults().withCalibrationEnd(CUT).apply(log).log().until(CUT);
        return IntStream.range(0, clean.size()).mapToDouble(clean::amount).toArray();
    }

    /** A way to change a plan. */
    private record Change(String name, UnaryOperator<CleaningPlan> with) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Change change(String name, UnaryOperator<CleaningPlan> with) {
        return new Change(name, with);
    }

    private static List<Change> changes() {
        List<Change> all = new ArrayList<>();
        for (RefundRule rule : List.of(RefundRule.MATCH_THEN_NET, RefundRule.NET, RefundRule.DROP, RefundRule.KEEP)) {
            all.add(change("refunds " + rule, p -> p.withRefunds(rule)));
        }
        all.add(change(
                "folded orders", p -> p.withIds(LogColumn.ORDER, IdRule.asRead().caseFolded())));
        all.add(change(
                "folded customers",
                p -> p.withIds(LogColumn.CUSTOMER, IdRule.asRead().caseFolded())));
        all.add(change("duplicates", p -> p.withDuplicates(DuplicateRule.DROP)));
        all.add(change("keys", p -> p.withDuplicateKeys(DuplicateKeys.of(LogColumn.PRODUCT, LogColumn.AMOUNT))));
        all.add(change(
                "keys within",
                p -> p.withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER).within(Duration.ofHours(40)))));
        all.add(change("zero", p -> p.withZeroAmounts(ZeroRule.DROP)));
        all.add(change("currency", p -> p.keepCurrency("EUR")));
        all.add(change("zone", p -> p.withTimeZone(ZoneId.of("UTC"), ZoneId.of("Asia/Shanghai"))));
        all.add(change("units", p -> p.withUnits(Map.of("p1", 12.0))));
        all.add(change("future", p -> p.withFutureAfter(CUT.plusDays(10))));
        all.add(change("rounding", p -> p.withRounding(0)));
        all.add(change("repeats", p -> p.withIsolation(IsolationRule.repeats(2, Duration.ofHours(30)))));
        all.add(change("places", p -> p.withIsolation(IsolationRule.twoPlaces(Duration.ofHours(30)))));
        all.add(change("tiny", p -> p.withIsolation(IsolationRule.amountsUpTo(1))));
        all.add(change("busy", p -> p.withIsolation(IsolationRule.purchasesPerDay(1, 1))));
        all.add(change("staff", p -> p.withIsolation(IsolationRule.discountShare(0.1, 1))));
        all.add(change("tests", p -> p.withIsolation(IsolationRule.ordersStartingWith("W1"))));
        for (LogColumn column :
                List.of(LogColumn.AMOUNT, LogColumn.QUANTITY, LogColumn.UNIT_PRICE, LogColumn.DISCOUNT)) {
            for (Peers peers : Peers.values()) {
                all.add(change(
                        column + " of " + peers,
                        p -> p.withMissing(column, MissingRule.median(peers).orElse(MissingRule.mode(Peers.ALL)))));
            }
            all.add(change(column + " last", p -> p.withMissing(column, MissingRule.lastKnown())));
            all.add(change(
                    column + " mad",
                    p -> p.withOutliers(OutlierRule.mad(1).of(column).named("mad " + column))));
            all.add(change(
                    column + " iqr",
                    p -> p.withOutliers(
                            OutlierRule.iqr(0.5).of(column).dropped().named("iqr " + column))));
        }
        all.add(change("amount stated", p -> p.withMissing(LogColumn.AMOUNT, MissingRule.quantityTimesPrice())));
        all.add(change(
                "per product",
                p -> p.withOutliers(OutlierRule.winsorise(0.1, 0.8).perProduct().named("per product"))));
        all.add(change("channel label", p -> p.withMissing(LogColumn.CHANNEL, MissingRule.constant("none"))));
        return all;
    }

    @Provide
    Arbitrary<List<Change>> plans() {
        return Arbitraries.of(changes()).list().uniqueElements().ofMaxSize(6);
    }

    private static CleaningPlan plan(List<Change> changes) {
        CleaningPlan plan = CleaningPlan.defaults()
                .withMissing(LogColumn.AMOUNT, MissingRule.drop())
                .keepCurrency("EUR");
        for (Change change : changes) {
            plan = change.with.apply(plan);
        }
        return plan.withCalibrationEnd(CUT);
    }

    @Property(tries = 400, seed = "20261122")
    void rowsUpToTheCutComeOutTheSame(
            @ForAll("plans") List<Change> changes, @ForAll long past, @ForAll long one, @ForAll long other) {
        CleaningPlan plan = plan(changes);
        List<String> expected = rows(plan.apply(log(past, one)).log());
        assertThat(rows(plan.apply(log(past, other)).log())).isEqualTo(expected);
    }

    /** Sales whose style of order ids, columns and amounts before the cut hangs on one seed and after it on another. */
    private static TransactionLog log(long past, long future) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        // every column and product has a row, and one has a time of day, so that rules that need them apply
        builder.add("first", START.plusHours(9), 3)
                .order("1")
                .product("p1")
                .channel("web")
                .quantity(1)
                .unitPrice(3)
                .discount(0.5);
        addSales(builder, new Random(past), 0, PAST_HOURS);
        addSales(builder, new Random(future), 31 * 24, 60 * 24);
        return builder.build();
    }

    private static void addSales(TransactionLogBuilder builder, Random random, int from, int to) {
        int rows = random.nextInt(25);
        String[] styles = {"", "", "C", "W", "w"};
        int style = random.nextInt(3);
        for (int i = 0; i < rows; i++) {
            LocalDateTime time = START.plusHours(from + random.nextInt(to - from) / (1 + 23 * random.nextInt(2)));
            double amount = random.nextInt(8) == 0 ? MISSING : random.nextInt(40) - 5;
            addSale(builder, (random.nextBoolean() ? "c" : "C") + random.nextInt(3), time, amount);
            if (random.nextInt(6) > 0) {
                String letters = random.nextInt(3) == 0 ? "C" : style == 2 ? "W" : styles[random.nextInt(5) * style];
                builder.order(letters + random.nextInt(6));
            }
            if (random.nextInt(5) > 0) {
                builder.product("p" + random.nextInt(3));
            }
            if (random.nextInt(5) > 0) {
                builder.channel("s" + random.nextInt(3));
            }
            if (random.nextInt(3) > 0) {
                builder.quantity(random.nextInt(5) - 1).unitPrice(random.nextInt(9));
            }
            if (random.nextInt(3) > 0) {
                builder.discount(random.nextInt(9));
            }
            if (random.nextInt(9) == 0) {
                builder.currency("GBP");
            }
        }
    }

    private static void addSale(TransactionLogBuilder builder, String customer, LocalDateTime time, double amount) {
        long second = time.toEpochSecond(ZoneOffset.UTC);
        int number = builder.customers().index(customer);
        if (amount == MISSING) {
            builder.addWithoutAmount(number, second, builder.size() + 1);
        } else {
            builder.add(number, second, amount, builder.size() + 1);
        }
    }

    /** All that is known of the rows up to the cut. */
    private static List<String> rows(TransactionLog clean) {
        TransactionLog log = clean.until(CUT);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < log.size(); row++) {
            StringBuilder text = new StringBuilder()
                    .append(log.sourceRow(row))
                    .append(' ')
                    .append(log.time(row))
                    .append(log.amountFilled(row));
            for (LogColumn column : LogColumn.values()) {
                text.append(' ').append(value(log, column, row));
            }
            rows.add(text.toString());
        }
        return rows.stream().sorted().toList();
    }

    private static String value(TransactionLog log, LogColumn column, int row) {
        if (column.isNumber()) {
            return "" + column.number(log, row);
        }
        boolean named = column.isId() && column != LogColumn.CURRENCY && column != LogColumn.TIME;
        int code = named ? column.code(log, row) : TransactionLog.NONE;
        return code == TransactionLog.NONE ? "" : column.ids(log).id(code);
    }
}
