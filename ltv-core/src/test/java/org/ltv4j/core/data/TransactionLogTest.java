package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionLogTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);

    @Test
    void groupsRowsByCustomerInTimeOrder() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("bob", NOON.plusDays(2), 3)
                .add("ann", NOON, 1)
                .add("bob", NOON.plusDays(1), 2)
                .add("bob", NOON.plusDays(2), 4)
                .build();
        assertThat(log.size()).isEqualTo(4);
        assertThat(log.customers().id(0)).isEqualTo("bob");
        assertThat(new double[] {log.amount(0), log.amount(1), log.amount(2), log.amount(3)})
                .containsExactly(2, 3, 4, 1);
        assertThat(new int[] {log.sourceRow(0), log.sourceRow(1), log.sourceRow(2), log.sourceRow(3)})
                .containsExactly(3, 1, 4, 2);
        assertThat(new int[] {log.customer(0), log.customer(2), log.customer(3)})
                .containsExactly(0, 0, 1);
        assertThat(log.time(0)).isEqualTo(NOON.plusDays(1));
        assertThat(log.firstDay()).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThat(log.lastDay()).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(log.currency()).isEqualTo("EUR");
    }

    @Test
    void columnsThatOnlySomeRowsStateAreAbsentOnTheOthers() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int i = 0; i < 3000; i++) { // enough to make every column grow
            builder.add("c" + i % 7, NOON.plusMinutes(i), i);
            if (i == 2500) {
                builder.order("R1")
                        .line("3")
                        .product("tea")
                        .channel("shop")
                        .quantity(2)
                        .unitPrice(1250)
                        .discount(0.5);
            }
        }
        TransactionLog log = builder.build();
        int stated = 0;
        for (int row = 0; row < log.size(); row++) {
            if (log.amount(row) == 2500) {
                stated++;
                assertThat(log.orders().id(log.order(row))).isEqualTo("R1");
                assertThat(log.lines().id(log.line(row))).isEqualTo("3");
                assertThat(log.products().id(log.product(row))).isEqualTo("tea");
                assertThat(log.channels().id(log.channel(row))).isEqualTo("shop");
                assertThat(log.quantity(row) * log.unitPrice(row)).isEqualTo(2500);
                assertThat(log.discount(row)).isEqualTo(0.5);
            } else {
                assertThat(log.order(row)).isEqualTo(TransactionLog.NONE);
                assertThat(log.line(row)).isEqualTo(TransactionLog.NONE);
                assertThat(log.product(row)).isEqualTo(TransactionLog.NONE);
                assertThat(log.quantity(row)).isNaN();
            }
        }
        assertThat(stated).isEqualTo(1);
    }

    @Test
    void daysBefore1970AreDaysLikeAnyOther() {
        TransactionLog log = TransactionLog.builder("")
                .add("a", LocalDateTime.of(1969, 12, 31, 23, 59), 1)
                .add("a", LocalDateTime.of(1970, 1, 1, 0, 1), 1)
                .add("b", LocalDate.of(1900, 2, 28), 1)
                .build();
        assertThat(log.day(0)).isEqualTo(-1);
        assertThat(log.day(1)).isZero();
        assertThat(log.firstDay()).isEqualTo(LocalDate.of(1900, 2, 28));
    }

    @Test
    void twoCurrenciesAreNeverAddedUp() {
        TransactionLog log = TransactionLog.builder("GBP")
                .add("a", NOON, 1)
                .add("a", NOON.plusDays(9), 1)
                .currency("EUR")
                .build();
        assertThat(log.currencies()).containsExactly("GBP", "EUR");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> log.summaries(LocalDate.of(2025, 4, 1), TimeScale.DAY))
                .withMessageContaining("[GBP, EUR]");
        BitSet pounds = new BitSet();
        pounds.set(0);
        assertThat(log.keep(pounds).inCurrency("GBP").currency()).isEqualTo("GBP");
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> log.inCurrency("GBP"));
    }

    @Test
    void aDefaultCurrencyThatNoRowUsesDoesNotCount() {
        TransactionLog log = TransactionLog.builder("")
                .add("a", NOON, 1)
                .currency("EUR")
                .add("b", NOON, 1)
                .currency("EUR")
                .build();
        assertThat(log.currency()).isEqualTo("EUR");
    }

    @Test
    void keepingRowsDropsCustomersWithoutAny() {
        TransactionLog log = TransactionLog.builder("")
                .add("a", NOON, 1)
                .add("b", NOON, 2)
                .add("c", NOON, 3)
                .add("a", NOON.plusDays(1), 4)
                .line("L4")
                .build();
        BitSet keep = new BitSet();
        keep.set(1);
        keep.set(3);
        TransactionLog some = log.keep(keep);
        assertThat(some.customers().size()).isEqualTo(2);
        assertThat(some.customers().id(0)).isEqualTo("a");
        assertThat(some.customers().id(1)).isEqualTo("c");
        assertThat(some.amount(0)).isEqualTo(4);
        assertThat(some.amount(1)).isEqualTo(3);
        assertThat(some.lines().id(some.line(0))).isEqualTo("L4");
        assertThat(some.line(1)).isEqualTo(TransactionLog.NONE);
        assertThat(some.start(2)).isEqualTo(2);
        assertThat(log.until(NOON.toLocalDate()).size()).isEqualTo(3);
    }

    @Test
    void customersThatAReaderNumberedButCouldNotUseAreLeftOut() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        builder.customers().index("unused");
        int ann = builder.customers().index("ann");
        builder.customers().index("unused too");
        builder.add(ann, 86_400, 2, 7);
        TransactionLog log = builder.build();
        assertThat(log.customers().size()).isEqualTo(1);
        assertThat(log.customers().id(0)).isEqualTo("ann");
        assertThat(log.start(1)).isEqualTo(1);
        assertThat(log.sourceRow(0)).isEqualTo(7);
    }

    @Test
    void wholeColumnsGiveTheLogOfTheirRows() {
        TransactionLogBuilder whole = TransactionLog.builder("EUR");
        int ann = whole.customers().index("ann");
        int bob = whole.customers().index("bob");
        int none = TransactionLog.NONE;
        long[] seconds = {300, 100, Long.MIN_VALUE, 200, 60};
        double[] paid = {3, 1, Double.NaN, 2, 8};
        whole.addAll(new int[] {bob, ann, none, bob, none}, seconds, paid, 5)
                .add(ann, 50, 0.5, 9)
                .order("R9")
                .currency("USD")
                .addAll(new int[] {none, ann}, new long[] {0, 400}, new double[] {7, 4}, 2);
        assertThat(whole.size()).isEqualTo(5);
        TransactionLog log = whole.build();
        seconds[1] = 7; // no log shares the array
        assertThat(log.size()).isEqualTo(5);
        assertThat(new double[] {log.amount(0), log.amount(1), log.amount(2), log.amount(3), log.amount(4)})
                .containsExactly(0.5, 1, 4, 2, 3);
        assertThat(new int[] {log.sourceRow(0), log.sourceRow(1), log.sourceRow(2), log.sourceRow(3), log.sourceRow(4)})
                .containsExactly(9, 2, 2, 4, 1);
        assertThat(log.second(1)).isEqualTo(100);
        assertThat(log.orders().id(log.order(0))).isEqualTo("R9");
        assertThat(log.order(1)).isEqualTo(TransactionLog.NONE);
    }

    @Test
    void wholeColumnsWithAnAmountThatIsNotFiniteAreRefused() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        int ann = builder.customers().index("ann");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> builder.addAll(new int[] {ann, ann}, new long[2], new double[] {1, Double.NaN}, 2))
                .withMessageContaining("row 2 ");
        assertThat(builder.size()).isZero();
    }

    @Test
    void aCurrencyOfLeftOutRowsAloneIsNoneOfTheLog() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        int ann = builder.customers().index("ann");
        TransactionLog log = builder.addAll(new int[] {TransactionLog.NONE}, new long[1], new double[1], 1)
                .add(ann, 50, 0.5, 2)
                .currency("USD")
                .build();
        assertThat(log.currency()).isEqualTo("USD");
    }

    @Test
    void sourceRowsMaySkipAndRestart() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        int ann = builder.customers().index("ann");
        int[] lines = new int[5000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = i < 3000 ? i + 2 : i < 4000 ? i + 7 : i - 3990;
            builder.add(ann, i, 1, lines[i]);
        }
        TransactionLog log = builder.build();
        for (int i = 0; i < lines.length; i++) {
            assertThat(log.sourceRow(i)).isEqualTo(lines[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAmountsThatAreNotFinite(double amount) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> TransactionLog.builder("").add("a", NOON, amount))
                .withMessageContaining("finite amount");
        TransactionLog log = TransactionLog.builder("").add("a", NOON, 1).build();
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> log.withAmounts(new double[] {amount}));
    }

    @Test
    void refusesBlankCustomers() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> TransactionLog.builder("").add(" ", NOON, 1));
    }

    @Test
    void anEmptyLogSaysSo() {
        TransactionLog log = TransactionLog.builder("").build();
        assertThat(log.size()).isZero();
        assertThat(log).hasToString("TransactionLog[no rows]");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(log::firstDay)
                .withMessageContaining("no rows");
    }

    @Test
    void itsTextNamesNoCustomer() {
        assertThat(TransactionLog.builder("").add("secret", NOON, 1).build().toString())
                .doesNotContain("secret");
    }

    @Property(seed = "20261122")
    void sortsLikeAStableSortWould(
            @ForAll @Size(max = 200) List<@LongRange(min = -62_000_000_000L, max = 200_000_000_000L) Long> seconds) {
        record Row(int customer, long second, int source) {}
        TransactionLogBuilder builder = TransactionLog.builder("");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            int customer = Math.floorMod(seconds.get(i) * 31 + i, 5);
            int index = builder.customers().index("c" + customer);
            builder.add(index, seconds.get(i), 1, i + 1);
            rows.add(new Row(index, seconds.get(i), i + 1));
        }
        rows.sort(Comparator.comparingInt(Row::customer).thenComparingLong(Row::second)); // stable
        TransactionLog log = builder.build();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(log.customer(i)).isEqualTo(rows.get(i).customer());
            assertThat(log.second(i)).isEqualTo(rows.get(i).second());
            assertThat(log.sourceRow(i)).isEqualTo(rows.get(i).source());
        }
    }
}
