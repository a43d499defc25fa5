package org.ltv4j.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** Rows of one key and different content within one log. */
class KeyConflictsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    /** As many as appending the log to an empty one overrules. */
    @Property(tries = 300, seed = "20261122")
    void agreesWithAppending(@ForAll @Size(max = 30) int @IntRange(min = 0, max = 107) [] rows) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (int row : rows) {
            builder.add("c" + row % 2, DAY, row / 2 % 3);
            if (row % 5 > 0) {
                builder.order("R" + row / 6 % 3);
            }
            if (row % 7 > 0) {
                builder.line("L" + row / 18 % 3);
            }
        }
        TransactionLog log = builder.build();
        AppendPlan plan =
                AppendPlan.defaults().withConflicts(ConflictRule.KEEP_FIRST).withUnkeyed(UnkeyedRule.ADD);
        AppendReport appended =
                plan.append(TransactionLog.builder("EUR").build(), log).report();
        assertThat(KeyConflicts.of(log).rows()).isEqualTo(appended.overruled());
    }

    @Test
    void theFirstInTheSourceIsNamed() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("a", DAY.plusDays(3), 5)
                .order("R")
                .line("1")
                .add("a", DAY, 5)
                .order("R")
                .line("1")
                .build();
        KeyConflicts found = KeyConflicts.of(log);
        assertThat(found.rows()).isEqualTo(1);
        assertThat(found.line()).isEqualTo(2);
        assertThat(found.otherLine()).isEqualTo(1);
        assertThat(found.differences()).containsExactly("time");
    }

    @Test
    void logsWithoutKeysHaveNone() {
        assertThat(KeyConflicts.of(TransactionLog.builder("").build()).rows()).isZero();
        TransactionLog log = TransactionLog.builder("")
                .add("a", DAY, 1)
                .order("R")
                .add("a", DAY, 2)
                .order("R")
                .build();
        assertThat(KeyConflicts.of(log).rows()).isZero();
    }
}
