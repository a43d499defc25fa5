package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be stored or told apart is refused where it comes in, by row and without an id. */
class RowChecksTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private static void refused(ThrowingCallable call, String... words) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("secret"));
    }

    private static TransactionLogBuilder row() {
        return TransactionLog.builder("EUR").add("secret", DAY, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\ud800", "secret\udc00", "\udc00\ud800secret", "secret?\ud83dx", "?\udfff?"})
    void halfOfASurrogatePairIsNoId(String id) {
        assertThat(IdTable.isUnicode(id)).isFalse();
        assertThat(IdTable.of("a?", "??", "secret?").indexOf(id)).isEmpty();
        refused(() -> IdTable.of(id), "no Unicode");
        refused(() -> TransactionLog.builder("EUR").add(id, DAY, 1), "no Unicode");
        refused(() -> row().order(id), "no Unicode");
        refused(() -> row().line(id), "no Unicode");
        refused(() -> row().product(id), "no Unicode");
        refused(() -> row().channel(id), "no Unicode");
        refused(() -> CustomerEvents.builder().add(id, EventKind.VISIT, DAY), "no Unicode");
        refused(
                () -> CustomerEvents.builder()
                        .add("secret", EventKind.REVIEW, DAY)
                        .text(id),
                "no Unicode");
        refused(() -> CustomerAttributes.builder().add(id), "no Unicode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?", "??", "müller?", "\ud83d\ude00?", "拿铁?", ""})
    void questionMarksAndWholePairsAreText(String id) {
        assertThat(IdTable.isUnicode(id)).isTrue();
        assertThat(IdTable.of("x", id).indexOf(id)).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void infiniteNumbersAreRefused(double infinite) {
        refused(() -> row().quantity(infinite), "row 1", "quantity", "Infinity");
        refused(() -> row().unitPrice(infinite), "row 1", "unit price", "Infinity");
        refused(() -> row().discount(infinite), "row 1", "discount", "Infinity");
        assertThat(row().quantity(Double.NaN).build().quantity(0)).isNaN();
    }

    @Test
    void timesOutsideTheYears1To9999AreRefused() {
        for (LocalDateTime time : List.of(
                LocalDateTime.MAX,
                LocalDateTime.MIN,
                LocalDateTime.of(10_000, 1, 1, 0, 0),
                LocalDateTime.of(0, 12, 31, 23, 59, 59))) {
            refused(() -> TransactionLog.builder("EUR").add("secret", time, 1), "row 1", "years 1 to 9999");
            refused(() -> TransactionLog.builderWithoutAmounts().add("secret", time), "row 1", "years 1 to 9999");
            refused(() -> CustomerEvents.builder().add("secret", EventKind.VISIT, time), "event 1", "years 1 to 9999");
            refused(() -> CustomerAttributes.builder().add("secret", time.toLocalDate()), "row 1", "years 1 to 9999");
        }
        refused(() -> TransactionLog.builder("EUR").add("secret", LocalDate.MAX, 1), "row 1", "years 1 to 9999");
        TransactionLog log = TransactionLog.builder("EUR")
                .add("a", WallClock.LAST_DAY.atTime(23, 59, 59), 1)
                .add("a", WallClock.FIRST_DAY, 1)
                .build();
        assertThat(log.firstDay()).isEqualTo(WallClock.FIRST_DAY);
        assertThat(log.lastDay()).isEqualTo(WallClock.LAST_DAY);
    }

    @Test
    void numbersThatNoTableGaveAreRefused() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        refused(() -> builder.add(5, 0L, 1.0, 1), "row 1", "customer number 5 of 0");
        refused(() -> builder.addWithoutAmount(-1, 0L, 1), "row 1", "customer number -1");
        int customer = builder.customers().index("secret");
        refused(() -> builder.add(customer, Long.MAX_VALUE, 1.0, 7), "row 7", "years 1 to 9999");
        builder.add(customer, 0L, 1.0, 1);
        refused(() -> builder.order(7), "row 1", "order number 7 of 0");
        refused(() -> builder.line(0), "row 1", "line number 0 of 0");
        refused(() -> builder.product(-2), "row 1", "product number -2");
        refused(() -> builder.channel(1), "row 1", "channel number 1 of 0");
        assertThat(builder.order(TransactionLog.NONE).build().order(0)).isEqualTo(TransactionLog.NONE);
    }

    @Test
    void wholeColumnsAreHeldToTheSame() {
        int none = TransactionLog.NONE;
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        int known = builder.customers().index("secret");
        int[] customers = {known, none};
        refused(() -> builder.addAll(new int[] {known, 1}, new long[2], new double[2], 2), "row 2", "number 1 of 1");
        refused(() -> builder.addAll(new int[] {known, -2}, new long[2], new double[2], 2), "row 2", "number -2");
        refused(
                () -> builder.addAll(new int[] {none, known}, new long[] {0, Long.MIN_VALUE}, new double[2], 2),
                "row 2",
                "years 1 to 9999");
        TransactionLog log = builder.addAll(customers, new long[] {0, Long.MIN_VALUE}, new double[] {1, Double.NaN}, 2)
                .build(); // a row without a customer may hold anything
        assertThat(log.size()).isEqualTo(1);
    }

    @Test
    void columnsBeforeTheFirstRowAreRefused() {
        List<Consumer<TransactionLogBuilder>> setters = List.of(
                b -> b.order("1"),
                b -> b.order(TransactionLog.NONE),
                b -> b.line("1"),
                b -> b.product("1"),
                b -> b.channel("1"),
                b -> b.quantity(1),
                b -> b.unitPrice(1),
                b -> b.discount(1),
                b -> b.currency("EUR"));
        for (Consumer<TransactionLogBuilder> setter : setters) {
            TransactionLogBuilder builder = TransactionLog.builder("EUR");
            assertThatThrownBy(() -> setter.accept(builder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("open a row by add");
            assertThat(builder.orders().size()).isZero();
        }
    }
}
