package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LogEditTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void columnsAreSetAndTheOldLogStays() {
        TransactionLog log = sales();
        TransactionLog edited = LogEdit.of(log)
                .amounts(new double[] {7, 8})
                .quantities(new double[] {1, Double.NaN})
                .unitPrices(new double[] {7, 8})
                .discounts(new double[] {0, 0.5})
                .products(new int[] {0, TransactionLog.NONE}, IdTable.of("cup"))
                .log();
        assertThat(edited.amount(1)).isEqualTo(8);
        assertThat(edited.quantity(1)).isNaN();
        assertThat(edited.discount(1)).isEqualTo(0.5);
        assertThat(edited.product(0)).isZero();
        assertThat(log.amount(1)).isEqualTo(2);
        assertThat(log.hasProducts()).isFalse();
    }

    @Test
    void whatIsGivenIsCopied() {
        double[] amounts = {7, 8};
        TransactionLog edited = LogEdit.of(sales()).amounts(amounts).log();
        amounts[0] = 99;
        assertThat(edited.amount(0)).isEqualTo(7);
    }

    /** Renaming customers and moving times gives the log that reading the rows so would have given. */
    @Property(tries = 300, seed = "20261122")
    void regroupingIsReadingAgain(
            @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> customers,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(max = 3) Integer> renamed,
            @ForAll @Size(min = 30, max = 30) List<@IntRange(max = 4) Integer> times,
            @ForAll @Size(min = 30, max = 30) List<@IntRange(max = 4) Integer> newTimes) {
        TransactionLogBuilder old = TransactionLog.builder("");
        TransactionLogBuilder expected = TransactionLog.builder("");
        for (int i = 0; i < customers.size(); i++) {
            old.add("c" + customers.get(i), DAY.atTime(times.get(i), 0), i).order("o" + i);
            expected.add("n" + renamed.get(customers.get(i)), DAY.atTime(newTimes.get(i), 0), i)
                    .order("o" + i);
        }
        TransactionLog log = old.build();
        IdTable.Builder names = new IdTable.Builder();
        int[] numbers = IntStream.range(0, log.customers().size())
                .map(c -> names.index("n" + renamed.get(log.customers().id(c).charAt(1) - '0')))
                .toArray();
        long[] seconds = IntStream.range(0, log.size())
                .mapToLong(row -> log.second(row)
                        + 3600L * (newTimes.get((int) log.amount(row)) - times.get((int) log.amount(row))))
                .toArray();
        TransactionLog edited =
                LogEdit.of(log).times(seconds).customers(numbers, names.build()).log();
        assertThat(rows(edited)).isEqualTo(rows(expected.build()));
    }

    private static List<String> rows(TransactionLog log) {
        List<String> rows = new ArrayList<>();
        for (int c = 0; c < log.customers().size(); c++) {
            for (int row = log.start(c); row < log.start(c + 1); row++) {
                rows.add(log.customers().id(c) + " " + log.time(row) + " " + log.amount(row) + " "
                        + log.orders().id(log.order(row)) + " " + log.sourceRow(row));
            }
        }
        return rows;
    }

    @Test
    void filledAmountsAreMarkedAndTheMarksMoveWithTheRows() {
        TransactionLog log = sales();
        BitSet second = new BitSet();
        second.set(1);
        TransactionLog filled =
                LogEdit.of(log).filledAmounts(new double[] {1, 9}, second).log();
        assertThat(filled.amountFilled(0)).isFalse();
        assertThat(filled.amountFilled(1)).isTrue();
        assertThat(filled.keep(second).amountFilled(0)).isTrue();
        BitSet first = new BitSet();
        first.set(0);
        assertThat(LogEdit.of(filled)
                        .filledAmounts(new double[] {3, 9}, first)
                        .log()
                        .amountFilled(1))
                .isTrue();
    }

    @Test
    void badEditsAreRefused() {
        TransactionLog log = sales();
        LogEdit edit = LogEdit.of(log);
        assertThatThrownBy(() -> edit.amounts(new double[1])).hasMessageContaining("need 2 amounts, got 1");
        assertThatThrownBy(() -> edit.amounts(new double[] {1, Double.NaN})).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> edit.quantities(new double[] {1, Double.POSITIVE_INFINITY}))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> edit.products(new int[] {0, 1}, IdTable.of("cup")))
                .hasMessageContaining("below 1, got 1");
        assertThatThrownBy(() -> edit.customers(new int[] {0}, IdTable.of("x"))).hasMessageContaining("2 customers");
        assertThatThrownBy(() -> edit.customers(new int[] {0, 0}, IdTable.of("x", "y")))
                .hasMessageContaining("only 1 of 2");
        assertThatThrownBy(() -> edit.inCurrency("USD")).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> edit.times(new long[3])).isInstanceOf(IllegalArgumentException.class);
    }

    private static TransactionLog sales() {
        return TransactionLog.builder("EUR")
                .add("ann", DAY, 1)
                .add("bob", DAY, 2)
                .build();
    }
}
