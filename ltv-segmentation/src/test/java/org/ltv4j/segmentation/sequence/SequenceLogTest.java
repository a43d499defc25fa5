package org.ltv4j.segmentation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.segmentation.basket.ItemHierarchy;

class SequenceLogTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    private static TransactionLog sales() {
        return TransactionLog.builder("EUR")
                .add("ann", MONDAY.atTime(9, 0), 2)
                .order("1")
                .product("tea")
                .quantity(1)
                .add("ann", MONDAY.atTime(9, 1), 3)
                .order("2")
                .product("beans")
                .quantity(1)
                .add("ann", MONDAY.atTime(9, 2), 3)
                .order("1")
                .product("cake")
                .quantity(1)
                .add("ann", MONDAY.atTime(9, 2), 3)
                .order("1")
                .product("cake")
                .quantity(1)
                .add("bob", MONDAY.plusDays(6).atTime(10, 0), 3)
                .order("3")
                .product("tea")
                .quantity(1)
                .add("bob", MONDAY.plusDays(7).atTime(10, 0), 3)
                .order("4")
                .product("beans")
                .quantity(1)
                .add("bob", MONDAY.plusDays(8).atTime(10, 0), -3)
                .order("5")
                .product("beans")
                .quantity(-1)
                .add("cat", MONDAY.plusDays(9).atTime(10, 0), 3)
                .order("6")
                .add("dan", MONDAY.plusDays(2).atTime(10, 0), 3)
                .product("cake")
                .build();
    }

    private static List<String> text(SequenceLog log) {
        List<String> lines = new ArrayList<>();
        for (int s = 0; s < log.size(); s++) {
            StringBuilder line = new StringBuilder(log.customers().id(s));
            for (int e = log.start(s); e < log.start(s + 1); e++) {
                line.append(' ').append(log.day(e) - MONDAY.toEpochDay()).append(log.names(e));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    @Test
    void ordersAreEventsAlsoWhereTheirRowsStandBetweenOthers() {
        SequenceLog log = SequenceLog.byOrder(sales());
        assertThat(text(log)).containsExactly("ann 0[tea, cake] 0[beans]", "bob 6[tea] 7[beans]", "cat", "dan");
        assertThat(log.leftOut().returns()).isEqualTo(1);
        assertThat(log.leftOut().withoutProduct()).isEqualTo(1);
        assertThat(log.leftOut().withoutOrder()).isEqualTo(1);
        assertThat(log.observedUntil()).isEqualTo(MONDAY.plusDays(9)); // the last row, also one that is in no event
        assertThat(log).hasToString("SequenceLog[4 customers, 4 events, 3 items, 5 occurrences]");
    }

    @Test
    void daysWeeksAndPeriodsAreEvents() {
        assertThat(text(SequenceLog.byDay(sales())))
                .containsExactly("ann 0[tea, beans, cake]", "bob 6[tea] 7[beans]", "cat", "dan 2[cake]");
        assertThat(text(SequenceLog.byWeek(sales())))
                .containsExactly("ann 0[tea, beans, cake]", "bob 0[tea] 7[beans]", "cat", "dan 0[cake]");
        assertThat(text(SequenceLog.byPeriod(sales(), MONDAY.plusDays(100), 10)))
                .containsExactly("ann 0[tea, beans, cake]", "bob 0[tea, beans]", "cat", "dan 0[cake]");
        assertThatIllegalArgumentException().isThrownBy(() -> SequenceLog.byPeriod(sales(), MONDAY, 0));
    }

    @Test
    void productsBecomeCategoriesAndUnknownOnesAreLeftOut() {
        ProductCatalog catalog = ProductCatalog.builder()
                .product("tea", "drinks")
                .product("beans", "drinks")
                .build();
        SequenceLog log = SequenceLog.byDay(sales()).at(catalog.categories());
        assertThat(text(log)).containsExactly("ann 0[drinks]", "bob 6[drinks] 7[drinks]", "cat", "dan");
        assertThat(text(log.withoutEmpty())).containsExactly("ann 0[drinks]", "bob 6[drinks] 7[drinks]");
    }

    @Test
    void productsBecomeClassesOfAHierarchy() {
        ItemHierarchy hierarchy =
                ItemHierarchy.of(Map.of("tea", List.of("drinks", "shop"), "cake", List.of("food", "shop")));
        SequenceLog log = SequenceLog.byDay(sales());
        assertThat(text(log.at(hierarchy, 1)))
                .containsExactly("ann 0[drinks, food]", "bob 6[drinks]", "cat", "dan 2[food]");
        assertThat(text(log.at(hierarchy, 2))).containsExactly("ann 0[shop]", "bob 6[shop]", "cat", "dan 2[shop]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.at(hierarchy, 0))
                .withMessageContaining("levels 1 to 2, got 0");
    }

    @Test
    void itemsCanBeLeftOut() {
        SequenceLog log = SequenceLog.byDay(sales());
        int tea = log.items().indexOf("tea").orElseThrow();
        assertThat(text(log.keep(item -> item != tea)))
                .containsExactly("ann 0[beans, cake]", "bob 7[beans]", "cat", "dan 2[cake]");
        assertThat(log.withoutEmpty().withoutEmpty().size()).isEqualTo(3);
    }

    @Test
    void eventsMayComeInAnyOrderAndThoseOfOneDayAreOne() {
        SequenceLog log = SequenceLog.builder()
                .add("ann", MONDAY.plusDays(3), "b", "b")
                .customer("eve")
                .add("ann", MONDAY, "c")
                .add("ann", MONDAY.plusDays(3), "a")
                .add("ann", MONDAY.plusDays(5))
                .build();
        assertThat(text(log)).containsExactly("ann 0[c] 3[b, a]", "eve");
        assertThat(log.observedUntil()).isEqualTo(MONDAY.plusDays(3));
        assertThat(log.observedUntil(MONDAY.plusDays(30)).observedUntil()).isEqualTo(MONDAY.plusDays(30));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> log.observedUntil(MONDAY.plusDays(2)))
                .withMessageContaining("observed until 2025-03-05, but an event is of 2025-03-06");
    }

    @Test
    void statesOfPeriodsFollowEachOtherUntilTheEnd() {
        TransactionLog log = TransactionLog.builderWithoutAmounts()
                .add("ann", MONDAY.atTime(9, 0), 0)
                .add("ann", MONDAY.atTime(10, 0), 0)
                .add("ann", MONDAY.plusDays(1).atTime(9, 0), 0)
                .add("ann", MONDAY.plusDays(15).atTime(9, 0), 0)
                .add("bob", MONDAY.plusDays(20).atTime(9, 0), 0)
                .build();
        SequenceLog states = SequenceLog.ofStates(log, 7, days -> days == 0 ? "none" : days == 1 ? "one" : "more");
        assertThat(text(states)).containsExactly("ann 0[more] 7[none] 14[one]", "bob 14[one]");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> SequenceLog.ofStates(log, 7, days -> " "));
        assertThatIllegalArgumentException().isThrownBy(() -> SequenceLog.ofStates(log, 0, days -> "x"));
    }

    @Test
    void whatCannotBeReadIsRefused() {
        TransactionLog without =
                TransactionLog.builder("EUR").add("ann", MONDAY, 2).build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> SequenceLog.byDay(without))
                .withMessageContaining("name the column of products");
        TransactionLog noOrders = TransactionLog.builder("EUR")
                .add("ann", MONDAY, 2)
                .product("tea")
                .build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> SequenceLog.byOrder(noOrders))
                .withMessageContaining("SequenceLog.byDay");
        SequenceLogBuilder builder = SequenceLog.builder();
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> builder.add(" ", MONDAY, "a"));
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> builder.add("ann", MONDAY, "\t"));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> builder.add("ann", LocalDate.of(10_000, 1, 1), "a"));
        SequenceLog none = SequenceLog.of(List.of());
        assertThatThrownBy(none::observedUntil).isInstanceOf(InvalidDataException.class);
        assertThat(none.observedUntil(MONDAY).observedUntil()).isEqualTo(MONDAY);
        SequenceLog one = SequenceLog.of(List.of(List.of(List.of("a"))));
        assertThatThrownBy(() -> one.item(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void daysBeyondTheCalendarAreRefused() {
        SequenceLog log =
                SequenceLog.builder().add("ann", LocalDate.EPOCH, "tea").build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> log.observedUntil(LocalDate.MAX))
                .withMessageContaining("1 to 9999");
        TransactionLog sales = TransactionLog.builder("EUR")
                .add("ann", LocalDate.of(1, 1, 1), 1)
                .product("tea")
                .build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> SequenceLog.byPeriod(sales, LocalDate.MIN, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SequenceLog.byPeriod(sales, LocalDate.EPOCH, Integer.MAX_VALUE));
        assertThat(SequenceLog.byWeek(sales).day(0))
                .isEqualTo((int) LocalDate.of(1, 1, 1).toEpochDay()); // a Monday
    }

    @Test
    void anEventThatIsRefusedLeavesNothing() {
        SequenceLogBuilder builder = SequenceLog.builder();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> builder.add("ann", LocalDate.EPOCH, "tea", " "));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> builder.add("ann", LocalDate.MAX, "tea"));
        SequenceLog log = builder.build();
        assertThat(log.size()).isZero();
        assertThat(log.events()).isZero();
    }
}
