package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;

class DuplicateKeysTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2025, 3, 1, 9, 0);

    @Test
    void anOrderLineSentTwiceCountsOnceAndTheFirstStays() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 4)
                .order("1")
                .line("1")
                .add("ann", NINE, 4)
                .order("1")
                .line("2")
                .add("ann", NINE.plusDays(1), 5)
                .order("1")
                .line("1")
                .add("ann", NINE.plusDays(1), 4)
                .order("2")
                .line("1")
                .build();
        Cleaned clean = apply(log, DuplicateKeys.of(LogColumn.ORDER, LogColumn.LINE));
        assertThat(clean.log().size()).isEqualTo(3);
        assertThat(clean.log().amount(0)).isEqualTo(4);
        CleaningStep step = clean.report().step("duplicates by order and line").orElseThrow();
        assertThat(step.rowsDropped()).isEqualTo(1);
        assertThat(step.amountChange()).isEqualTo(-5);
        CleaningStep other = clean.report()
                .step("duplicates by order and line, other amount")
                .orElseThrow();
        assertThat(other.rowsAffected()).isEqualTo(1);
        assertThat(other.examples()).extracting("line").containsExactly(3L);
    }

    @Test
    void rowsWithoutAKeyAndOtherCustomersRepeatNothing() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 4)
                .order("1")
                .add("bob", NINE, 4)
                .order("1")
                .add("ann", NINE, 4)
                .add("ann", NINE, 4)
                .build();
        assertThat(apply(log, DuplicateKeys.of(LogColumn.ORDER)).log().size()).isEqualTo(4);
    }

    @Test
    void aDoubleTapAtTheTillIsOneSaleAndALaterOneIsAnother() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 4)
                .product("espresso")
                .add("ann", NINE.plusSeconds(8), 4)
                .product("espresso")
                .add("ann", NINE.plusSeconds(9), 4)
                .product("latte")
                .add("ann", NINE.plusSeconds(16), 4)
                .product("espresso")
                .add("ann", NINE.plusSeconds(26), 4)
                .product("espresso")
                .build();
        Cleaned clean =
                apply(log, DuplicateKeys.of(LogColumn.PRODUCT, LogColumn.AMOUNT).within(Duration.ofSeconds(10)));
        // the espressos of 0 and 16 seconds stay: 8 is within 10 of 0, and 26 is within 10 of 16
        assertThat(clean.log().size()).isEqualTo(3);
        assertThat(clean.log().second(2) - clean.log().second(0)).isEqualTo(16);
        assertThat(clean.report().step("duplicates by amount and product within seconds"))
                .isPresent();
    }

    @Test
    void aWindowOfNoSecondsIsTheSameMoment() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 4)
                .product("espresso")
                .add("ann", NINE, 5)
                .product("espresso")
                .add("ann", NINE.plusSeconds(1), 4)
                .product("espresso")
                .build();
        assertThat(apply(log, DuplicateKeys.of(LogColumn.PRODUCT).within(Duration.ZERO))
                        .log()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void severalKeysApplyInTurnAndNeedNamesOfTheirOwn() {
        CleaningPlan plan = CleaningPlan.defaults().withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER));
        assertThatThrownBy(() -> plan.withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named");
        assertThat(plan.withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER).named("again"))
                        .describe())
                .hasSize(plan.describe().size() + 1);
        assertThatThrownBy(() ->
                        plan.withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER).named("refunds")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void badKeysAreRefused() {
        assertThatThrownBy(() -> DuplicateKeys.of(LogColumn.CUSTOMER)).hasMessageContaining("name a further column");
        assertThatThrownBy(() -> DuplicateKeys.of(LogColumn.ORDER).within(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DuplicateKeys.of(LogColumn.ORDER).within(Duration.ofMillis(1500)))
                .hasMessageContaining("whole seconds");
        TransactionLog log = TransactionLog.builder("").add("ann", NINE, 4).build();
        assertThatThrownBy(() -> apply(log, DuplicateKeys.of(LogColumn.ORDER)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no such column");
    }

    private static Cleaned apply(TransactionLog log, DuplicateKeys keys) {
        return CleaningPlan.defaults().withDuplicateKeys(keys).apply(log);
    }
}
