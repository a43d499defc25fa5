package org.ltv4j.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.testing.LogText;
import org.ltv4j.core.testing.RandomSales;

class LogUnionTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);

    private final TransactionLog web = TransactionLog.builder("EUR")
            .add("w1", NOON, 10)
            .order("1001")
            .line("1")
            .channel("app")
            .add("w2", NOON.plusDays(2), 20)
            .order("1002")
            .line("1")
            .add("w3", NOON.plusDays(3), 30)
            .order("1003")
            .line("1")
            .build();
    private final TransactionLog till = TransactionLog.builder("EUR")
            .add("M1", NOON.plusDays(1), 5)
            .order("1001")
            .line("1")
            .add("w3", NOON.plusDays(1), 7)
            .order("1002")
            .line("1")
            .build();
    private final IdMapping ids =
            IdMapping.builder().add("w1", "M1").add("w2", "M1").build();

    @Test
    void oneMemberBuysEverywhere() {
        Joined both = LogUnion.of("web", web, ids)
                .with("till", till)
                .withUnmapped(UnmappedRule.KEEP)
                .join();
        assertThat(LogText.of(both.log()))
                .containsExactly(
                        "M1 2025-03-01T12:00|4024000000000000|web:1001|web:1|-|app|NaN|NaN|NaN|EUR",
                        "M1 2025-03-02T12:00|4014000000000000|till:1001|till:1|-|till|NaN|NaN|NaN|EUR",
                        "M1 2025-03-03T12:00|4034000000000000|web:1002|web:1|-|web|NaN|NaN|NaN|EUR",
                        "w3 2025-03-02T12:00|401c000000000000|till:1002|till:1|-|till|NaN|NaN|NaN|EUR",
                        "web:w3 2025-03-04T12:00|403e000000000000|web:1003|web:1|-|web|NaN|NaN|NaN|EUR");
        assertThat(both.sources().get(0))
                .hasToString("web: 3 rows of 3 customers, 2 mapped (0 of them twice), 1 not (0 rows left out)");
        assertThat(both.sources().get(1).mapped()).isEqualTo(2);
    }

    @Test
    void unmappedCustomersAreAskedAboutOrDropped() {
        LogUnion union = LogUnion.of("web", web, ids).with("till", till);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(union::join)
                .withMessage(
                        "1 of 3 customers of the source web (1 rows) are not in its id mapping: complete it, or say"
                                + " what to do with them: LogUnion.withUnmapped(KEEP or DROP)");
        Joined dropped = union.withUnmapped(UnmappedRule.DROP).join();
        assertThat(dropped.log().size()).isEqualTo(4);
        assertThat(dropped.sources().get(0).rowsDropped()).isEqualTo(1);
    }

    @Test
    void idsOfTwoMembersAreAskedAbout() {
        IdMapping twice = IdMapping.builder()
                .add("w1", "M1", 2)
                .add("w2", "M2", 3)
                .add("w1", "M9", 4)
                .add("w3", "M3", 5)
                .build();
        assertThat(twice.ambiguous()).isEqualTo(1);
        LogUnion union = LogUnion.of("web", web, twice);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(union::join)
                .withMessageContaining("1 id is mapped to two members: line 4: gives the id of line 2 another member")
                .withMessageNotContainingAny("w1", "M1", "M9");
        assertThat(customers(union.withAmbiguous(ConflictRule.KEEP_FIRST))).containsExactly("M1", "M2", "M3");
        Joined newer = union.withAmbiguous(ConflictRule.TAKE_NEWER).join();
        assertThat(newer.log().customers().id(0)).isEqualTo("M9");
        assertThat(newer.sources().get(0).ambiguous()).isEqualTo(1);
    }

    @Test
    void sourcesNeedNamesOfTheirOwn() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogUnion.of(" ", web));
        assertThatIllegalArgumentException().isThrownBy(() -> LogUnion.of("a:b", web));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogUnion.of("web", web).with("web", till))
                .withMessageContaining("two sources named web");
    }

    @Test
    void sourcesWithAndWithoutAmountsAreNotJoined() {
        TransactionLog bare =
                TransactionLog.builderWithoutAmounts().add("a", NOON).build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> LogUnion.of("web", web).with("door", bare).join())
                .withMessageContaining("states amounts and the other none");
    }

    @Test
    void blankPairsAreRefused() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> IdMapping.of(Map.of("w1", " ")))
                .withMessageContaining("line 1 of the id mapping");
    }

    @Test
    void aDayOfOneShopIsAppendedToTheUnion() {
        TransactionLog all = LogUnion.of("web", web).with("till", till).join().log();
        TransactionLog day = LogUnion.of("till", till).join().log();
        assertThat(AppendPlan.defaults().append(all, day).report().repeated()).isEqualTo(2);
    }

    /** The reference: every row renamed by hand, all of them in one builder. */
    @Property(tries = 200, seed = "20261122")
    void isTheLogOfAllRowsRenamed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int orders) {
        List<RandomSales> first = RandomSales.draw(seed, orders);
        List<RandomSales> second = RandomSales.draw(seed + 1, orders);
        Map<String, String> members = new HashMap<>();
        first.forEach(row ->
                members.put(row.customer(), "k" + Math.floorMod(row.customer().hashCode(), 3)));
        Joined joined = LogUnion.of("a", RandomSales.log(first), IdMapping.of(members))
                .with("b", RandomSales.log(second))
                .join();
        List<RandomSales> renamed = new ArrayList<>();
        first.forEach(row -> renamed.add(named(row, "a:", String.valueOf(members.get(row.customer())))));
        second.forEach(row -> renamed.add(named(row, "b:", row.customer())));
        assertThat(LogText.of(joined.log())).isEqualTo(LogText.of(RandomSales.log(renamed)));
    }

    private static RandomSales named(RandomSales row, String prefix, String customer) {
        return new RandomSales(
                customer,
                row.second(),
                row.amount(),
                prefix + row.order(),
                prefix + row.line(),
                row.product(),
                row.quantity(),
                row.currency(),
                row.source());
    }

    private static List<String> customers(LogUnion union) {
        TransactionLog log = union.join().log();
        List<String> ids = new ArrayList<>();
        for (int c = 0; c < log.customers().size(); c++) {
            ids.add(log.customers().id(c));
        }
        return ids;
    }

    @Test
    void fewRowsWithoutOrdersJoinToo() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        TransactionLog plain = builder.add("M1", NOON.minusDays(1), 2).build();
        TransactionLog all = LogUnion.of("web", web, ids)
                .with("door", plain)
                .withUnmapped(UnmappedRule.DROP)
                .join()
                .log();
        assertThat(all.amount(0)).isEqualTo(2);
        assertThat(all.order(0)).isEqualTo(TransactionLog.NONE);
        assertThat(all.channels().id(all.channel(0))).isEqualTo("door");
    }
}
