package org.ltv4j.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.score.EventGate.Verdict;
import org.ltv4j.core.testing.RandomSales;

class EventGateTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);

    private final EventGate gate = EventGate.ofDays(3);

    @Test
    void aSaleThatComesTwiceCountsOnce() {
        assertThat(gate.admit("ann", DAY, 4.5, "R1", "1")).isEqualTo(Verdict.NEW);
        assertThat(gate.admit("ann", DAY, 4.5, "R1", "1")).isEqualTo(Verdict.REPEAT);
        assertThat(gate.admit("ann", DAY, 4.5, "R1", "2")).isEqualTo(Verdict.NEW);
        assertThat(gate.admit("ann", DAY.plusDays(2), 4.5, "R2", "1")).isEqualTo(Verdict.NEW);
        assertThat(gate.admit("ann", DAY, 4.5, "R1", "1")).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void theSameKeyWithOtherContentIsAConflict() {
        gate.admit("ann", DAY, 4.5, "R1", "1");
        assertThat(gate.admit("bob", DAY, 4.5, "R1", "1")).isEqualTo(Verdict.CONFLICT);
        assertThat(gate.admit("ann", DAY, 4.6, "R1", "1")).isEqualTo(Verdict.CONFLICT);
        assertThat(gate.admit("ann", DAY.plusDays(1), 4.5, "R1", "1")).isEqualTo(Verdict.CONFLICT);
        assertThat(gate.admit("ann", DAY, 4.5, "R1", "1")).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void keysThatLookAlikeWhenGluedAreTwo() {
        assertThat(gate.admit("ann", DAY, 1, "R1", "11")).isEqualTo(Verdict.NEW);
        assertThat(gate.admit("ann", DAY, 1, "R11", "1")).isEqualTo(Verdict.NEW);
    }

    @Test
    void whatIsOlderThanTheMemoryIsSaidToBe() {
        gate.admit("ann", DAY, 1, "R1", "1");
        gate.admit("ann", DAY.plusDays(3), 1, "R2", "1");
        assertThat(gate.admit("ann", DAY, 1, "R1", "1")).isEqualTo(Verdict.TOO_OLD);
        assertThat(gate.admit("ann", DAY.plusDays(1), 1, "R3", "1")).isEqualTo(Verdict.NEW);
        assertThat(gate).hasToString("EventGate[2 rows of 3 days]");
    }

    @Test
    void numbersThatATillUsesAgainAfterThoseDaysAreNewSales() {
        EventGate oneDay = EventGate.ofDays(1);
        assertThat(oneDay.admit("ann", DAY, 1, "R1", "1")).isEqualTo(Verdict.NEW);
        assertThat(oneDay.admit("ann", DAY.plusDays(1), 2, "R1", "1")).isEqualTo(Verdict.NEW);
        assertThat(oneDay.admit("ann", DAY.plusDays(1), 2, "R1", "1")).isEqualTo(Verdict.REPEAT);
    }

    /** The reference: all rows in a map, those of the last days looked up. */
    @Property(tries = 200, seed = "20261122")
    void remembersExactlyTheLastDays(@ForAll long seed) {
        Random random = new Random(seed);
        EventGate some = EventGate.ofDays(3);
        Map<String, String> contents = new HashMap<>();
        Map<String, Integer> dayOf = new HashMap<>();
        int latest = 0;
        for (int i = 0; i < 400; i++) {
            int day = latest + random.nextInt(6) - 4 + (i % 40 == 0 ? 3 : 0);
            String order = "R" + random.nextInt(60);
            String customer = "c" + random.nextInt(2);
            Verdict expected;
            if (i > 0 && day <= latest - 3) {
                expected = Verdict.TOO_OLD;
            } else if (dayOf.getOrDefault(order, -99) > Math.max(latest, day) - 3) {
                expected = Objects.equals(contents.get(order), day + customer) ? Verdict.REPEAT : Verdict.CONFLICT;
            } else {
                expected = Verdict.NEW;
                latest = i == 0 ? day : Math.max(latest, day);
                contents.put(order, day + customer);
                dayOf.put(order, day);
            }
            assertThat(some.admit(customer, DAY.plusDays(day), 1, order, "1")).isEqualTo(expected);
        }
    }

    @Test
    void rowsWithoutAKeyOrAmountAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> gate.admit("ann", DAY, 1, " ", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> gate.admit("ann", DAY, 1, "R1", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> gate.admit("ann", DAY, Double.NaN, "R1", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> EventGate.ofDays(0));
    }

    /** Rows sent again at random moments leave every customer's state as the log of the rows has it, to the bit. */
    @Property(tries = 100, seed = "20261122")
    void statesBehindTheGateAreThoseOfTheLog(@ForAll long seed) {
        TransactionLog log = RandomSales.log(RandomSales.draw(seed, 25));
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < log.size(); row++) {
            rows.add(row);
        }
        rows.sort(java.util.Comparator.comparingLong(log::second)); // as the till sells, customers in turn
        Random random = new Random(seed);
        EventGate all = EventGate.ofDays(30);
        Map<Integer, CustomerState> states = new HashMap<>();
        List<Integer> sent = new ArrayList<>();
        for (int row : rows) {
            sent.add(row);
            List<Integer> wave = new ArrayList<>(List.of(row));
            if (random.nextInt(3) == 0) {
                wave.addAll(sent.subList(random.nextInt(sent.size()), sent.size()));
                Collections.reverse(wave.subList(1, wave.size()));
            }
            wave.forEach(again -> send(log, again, all, states));
        }
        for (int c = 0; c < log.customers().size(); c++) {
            assertThat(states.get(c)).isEqualTo(CustomerState.of(log, c));
        }
    }

    private static void send(TransactionLog log, int row, EventGate gate, Map<Integer, CustomerState> states) {
        int customer = log.customer(row);
        LocalDate day = log.time(row).toLocalDate();
        double paid = log.amount(row);
        Verdict verdict = gate.admit(
                log.customers().id(customer),
                day,
                paid,
                log.orders().id(log.order(row)),
                log.lines().id(log.line(row)));
        if (verdict == Verdict.NEW) {
            states.merge(customer, CustomerState.firstPurchase(day, paid), (state, first) -> state.purchase(day, paid));
        }
    }
}
