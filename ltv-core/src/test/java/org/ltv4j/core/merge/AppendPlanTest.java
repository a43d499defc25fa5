package org.ltv4j.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogSplice;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.testing.LogText;
import org.ltv4j.core.testing.RandomSales;

class AppendPlanTest {
    private static final AppendPlan PLAN = AppendPlan.defaults();
    private static final TransactionLog EMPTY = TransactionLog.builder("").build();
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);

    @Property(tries = 300, seed = "20261122")
    void anySplitInAnyOrderWithRepeatsGivesTheLogOfAllRowsAtOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int orders) {
        List<RandomSales> rows = RandomSales.draw(seed, orders);
        TransactionLog once = RandomSales.log(rows);
        Random random = new Random(seed);
        List<RandomSales> shuffled = new ArrayList<>(rows);
        rows.stream().filter(row -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        TransactionLog log = EMPTY;
        int added = 0;
        int repeated = 0;
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(12));
            Appended next = PLAN.append(log, RandomSales.log(shuffled.subList(from, to)));
            log = next.log();
            added += next.report().added();
            repeated += next.report().repeated();
            from = to;
        }
        assertThat(LogText.of(log)).isEqualTo(LogText.of(once));
        assertThat(log.currencies()).containsExactlyInAnyOrderElementsOf(once.currencies());
        assertThat(added).isEqualTo(rows.size());
        assertThat(repeated).isEqualTo(shuffled.size() - rows.size());
    }

    @Property(tries = 200, seed = "20261122")
    void appendingAgainChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int orders) {
        List<RandomSales> rows = RandomSales.draw(seed, orders);
        List<RandomSales> mixed = rows.stream()
                .map(row -> row.source() % 3 == 0 ? row.withoutKey() : row)
                .toList();
        AppendPlan plan = PLAN.withUnkeyed(UnkeyedRule.COMPARE);
        TransactionLog log = RandomSales.log(mixed);
        Appended again = plan.append(log, log);
        assertThat(again.log()).isSameAs(log);
        assertThat(again.report().repeated()).isEqualTo(rows.size());
        assertThat(again.report().firstChange()).isEmpty();
    }

    @Property(tries = 200, seed = "20261122")
    void aCorrectedLogIsThatOfTheCorrectedRows(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int orders) {
        List<RandomSales> rows = RandomSales.draw(seed, orders);
        List<RandomSales> corrections = rows.stream()
                .filter(row -> row.source() % 2 == 0)
                .map(row -> new RandomSales(
                        row.customer() + "'",
                        row.second() - 90_000,
                        row.amount() + 1,
                        row.order(),
                        row.line(),
                        "new",
                        2,
                        "EUR",
                        row.source()))
                .toList();
        List<RandomSales> corrected = new ArrayList<>(corrections);
        rows.stream().filter(row -> row.source() % 2 != 0).forEach(corrected::add);
        TransactionLog log = RandomSales.log(rows);
        TransactionLog more = RandomSales.log(corrections);
        Appended newer = PLAN.withConflicts(ConflictRule.TAKE_NEWER).append(log, more);
        assertThat(LogText.of(newer.log())).isEqualTo(LogText.of(RandomSales.log(corrected)));
        assertThat(newer.report().corrected()).isEqualTo(corrections.size());
        Appended first = PLAN.withConflicts(ConflictRule.KEEP_FIRST).append(log, more);
        assertThat(first.log()).isSameAs(log);
        assertThat(first.report().overruled()).isEqualTo(corrections.size());
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PLAN.append(log, more))
                .satisfies(e -> assertThat(e.badValues()).hasSize(Math.min(10, corrections.size())));
    }

    @Test
    void contradictionsAreNamedByLineAndNotByPerson() {
        TransactionLog log = line("secret-7", NOON, 5, "R-secret", "1", 17);
        TransactionLog more = line("secret-8", NOON.plusHours(1), 6, "R-secret", "1", 3);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PLAN.append(log, more))
                .withMessage("1 row contradicts another one: line 3: has the order and line of line 17 of the log but"
                        + " another customer, time, amount. Fix them, or say which counts:"
                        + " AppendPlan.withConflicts(KEEP_FIRST or TAKE_NEWER)");
    }

    @Test
    void contradictionsWithinABatchAreFoundToo() {
        TransactionLog batch = TransactionLog.builder("EUR")
                .add("ann", NOON, 5)
                .order("R1")
                .line("1")
                .add("ann", NOON, 6)
                .order("R1")
                .line("1")
                .add("ann", NOON, 5)
                .order("R1")
                .line("1")
                .build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PLAN.append(EMPTY, batch))
                .withMessageContaining("line 2: has the order and line of line 1 of the same batch but another amount");
        Appended first = PLAN.withConflicts(ConflictRule.KEEP_FIRST).append(EMPTY, batch);
        assertThat(first.log().amount(0)).isEqualTo(5);
        assertThat(first.report().toString())
                .isEqualTo("3 rows appended: 1 added (0 late), 0 corrected, 1 repeated, 1 overruled; changed from"
                        + " 2025-03-01 on");
        assertThat(PLAN.withConflicts(ConflictRule.TAKE_NEWER)
                        .append(EMPTY, batch)
                        .log()
                        .sourceRow(0))
                .isEqualTo(3);
    }

    @Test
    void contradictionsOfWhichNoneCameFirstStayErrors() {
        TransactionLog first = line("ann", NOON, 5, "R1", "1", 7);
        TransactionLog second = line("ann", NOON, 6, "R1", "1", 7);
        BitSet one = BitSet.valueOf(new long[] {1});
        TransactionLog batch = LogSplice.of(first, new BitSet(), second, one);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PLAN.withConflicts(ConflictRule.TAKE_NEWER).append(EMPTY, batch))
                .withMessageContaining("since they state the same line");
    }

    @Test
    void lateRowsFindTheirPlaceAndAreCounted() {
        TransactionLog log = line("ann", NOON.plusDays(5), 5, "R5", "1", 2);
        TransactionLog batch = TransactionLog.builder("EUR")
                .add("ann", NOON, 1)
                .order("R1")
                .line("1")
                .add("bob", NOON.plusDays(9), 9)
                .order("R9")
                .line("1")
                .build();
        Appended day = PLAN.append(log, batch);
        assertThat(day.log().amount(0)).isEqualTo(1);
        assertThat(day.log().amount(1)).isEqualTo(5);
        assertThat(day.report().added()).isEqualTo(2);
        assertThat(day.report().late()).isEqualTo(1);
        assertThat(day.report().firstChange()).contains(LocalDate.of(2025, 3, 1));
    }

    @Test
    void rowsWithoutAKeyAreAskedAbout() {
        TransactionLog keyed = line("ann", NOON, 5, "R5", "1", 2);
        TransactionLog unkeyed = TransactionLog.builder("EUR")
                .add("ann", NOON, 4)
                .add("ann", NOON, 4)
                .order("R6")
                .build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PLAN.append(keyed, unkeyed))
                .withMessageContaining("2 of 2 rows to append state no order and line (the first is line 1)")
                .withMessageContaining("ADD or COMPARE");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PLAN.append(unkeyed, keyed))
                .withMessageContaining("2 of 2 rows of the log");
        AppendPlan add = PLAN.withUnkeyed(UnkeyedRule.ADD);
        TransactionLog both = add.append(keyed, unkeyed).log();
        assertThat(both.size()).isEqualTo(3);
        assertThat(add.append(both, unkeyed).log().size()).isEqualTo(5);
        assertThat(PLAN.withUnkeyed(UnkeyedRule.COMPARE)
                        .append(both, unkeyed)
                        .report()
                        .repeated())
                .isEqualTo(2);
    }

    @Test
    void aBatchWithMoreTwinsThanTheLogAddsTheDifference() {
        TransactionLog one =
                TransactionLog.builder("EUR").add("ann", NOON, 4).product("tea").build();
        TransactionLog three = TransactionLog.builder("EUR")
                .add("ann", NOON, 4)
                .product("tea")
                .add("ann", NOON, 4)
                .product("tea")
                .add("ann", NOON, 4)
                .product("cup")
                .build();
        Appended day = PLAN.withUnkeyed(UnkeyedRule.COMPARE).append(one, three);
        assertThat(day.log().size()).isEqualTo(3);
        assertThat(day.report().repeated()).isEqualTo(1);
    }

    @Test
    void otherKeysAreForOtherSources() {
        TransactionLog log =
                TransactionLog.builder("EUR").add("ann", NOON, 4).order("R6").build();
        assertThat(PLAN.withKey(RowKey.ORDER).append(log, log).report().repeated())
                .isEqualTo(1);
        TransactionLog lines =
                TransactionLog.builder("EUR").add("ann", NOON, 4).line("9").build();
        assertThat(PLAN.withKey(RowKey.LINE).append(lines, lines).report().repeated())
                .isEqualTo(1);
    }

    @Test
    void aCustomerWhoseOnlyRowIsCorrectedAwayIsGone() {
        TransactionLog log = line("ann", NOON, 5, "R5", "1", 2);
        TransactionLog more = line("bob", NOON, 5, "R5", "1", 2);
        TransactionLog corrected =
                PLAN.withConflicts(ConflictRule.TAKE_NEWER).append(log, more).log();
        assertThat(corrected.customers().size()).isEqualTo(1);
        assertThat(corrected.customers().id(0)).isEqualTo("bob");
        assertThat(corrected.size()).isEqualTo(1);
    }

    @Test
    void theLogThatWasAppendedToStaysAsItWas() {
        TransactionLog log = RandomSales.log(RandomSales.draw(1, 20));
        List<String> before = LogText.exactly(log);
        PLAN.append(log, line("zoe", NOON, 5, "new", "1", 2));
        assertThat(LogText.exactly(log)).isEqualTo(before);
    }

    @Test
    void idsOfRowsThatAreNotAddedDoNotComeAlong() {
        TransactionLog log = line("ann", NOON, 5, "R5", "1", 2);
        TransactionLog more = TransactionLog.builder("EUR")
                .add("bob", NOON, 5)
                .order("R5")
                .line("1")
                .product("tea")
                .build();
        TransactionLog same = LogSplice.of(log, new BitSet(), more, new BitSet());
        assertThat(same.products().size()).isZero();
        assertThat(same.customers().size()).isEqualTo(1);
        assertThat(same.orders()).isSameAs(log.orders());
    }

    private static TransactionLog line(
            String customer, LocalDateTime time, double amount, String order, String line, int source) {
        var builder = TransactionLog.builder("EUR");
        return builder.add(
                        builder.customers().index(customer),
                        time.toEpochSecond(java.time.ZoneOffset.UTC),
                        amount,
                        source)
                .order(order)
                .line(line)
                .build();
    }
}
