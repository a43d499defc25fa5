package org.ltv4j.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/** Which rows make which basket, and what a basket is. */
class BasketLogTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2025, 3, 1, 9, 30);

    private static TransactionLog sales() {
        return TransactionLog.builder("EUR")
                .add("ann", MORNING, 2)
                .order("R1")
                .product("espresso")
                .channel("shop")
                .add("ann", MORNING, 3)
                .order("R1")
                .product("croissant")
                .channel("shop")
                .add("ann", MORNING, 2)
                .order("R1")
                .product("espresso")
                .channel("shop")
                .add("ann", MORNING.plusHours(2), 2)
                .order("R2")
                .product("tea")
                .channel("web")
                .add("bob", MORNING.minusDays(1), 2)
                .order("R1")
                .product("tea")
                .add("bob", MORNING, -2)
                .order("R3")
                .product("tea")
                .add("bob", MORNING, 5)
                .order("R4")
                .add("bob", MORNING, 5)
                .product("cake")
                .add("cem", MORNING, -5)
                .order("R5")
                .product("cake")
                .build();
    }

    private static List<List<String>> names(BasketLog log) {
        List<List<String>> all = new ArrayList<>();
        for (int basket = 0; basket < log.size(); basket++) {
            all.add(List.copyOf(log.names(basket)));
        }
        return all;
    }

    @Test
    void anOrderOfACustomerIsABasket() {
        BasketLog baskets = BasketLog.byOrder(sales());
        assertThat(names(baskets)).containsExactly(List.of("espresso", "croissant"), List.of("tea"), List.of("tea"));
        assertThat(baskets.customers().id(baskets.customer(2))).isEqualTo("bob");
        assertThat(baskets.orders().id(baskets.order(1))).isEqualTo("R2");
        assertThat(baskets.channels().id(baskets.channel(1))).isEqualTo("web");
        assertThat(baskets.channel(2)).isEqualTo(BasketLog.NONE);
        assertThat(baskets.day(2)).isEqualTo(LocalDate.of(2025, 2, 28).toEpochDay());
        assertThat(baskets.leftOut()).isEqualTo(new LeftOutRows(2, 1, 1));
        assertThat(baskets.leftOut().total()).isEqualTo(4);
    }

    @Test
    void aDayOfACustomerIsABasket() {
        BasketLog baskets = BasketLog.byCustomerDay(sales());
        assertThat(names(baskets))
                .containsExactly(List.of("espresso", "croissant", "tea"), List.of("tea"), List.of("cake"));
        assertThat(baskets.hasOrders()).isFalse();
        assertThat(baskets.order(0)).isEqualTo(BasketLog.NONE);
        assertThat(baskets.leftOut()).isEqualTo(new LeftOutRows(2, 1, 0));
    }

    @Test
    void allThatACustomerBoughtIsABasket() {
        BasketLog baskets = BasketLog.byCustomer(sales());
        assertThat(names(baskets)).containsExactly(List.of("espresso", "croissant", "tea"), List.of("tea", "cake"));
        assertThat(baskets.second(1)).isEqualTo(MORNING.minusDays(1).toEpochSecond(java.time.ZoneOffset.UTC));
    }

    @Test
    void itemsOfABasketAreDistinctAndAscending() {
        BasketLog baskets = BasketLog.of(List.of(List.of("b", "a"), List.of("a", "b", "a", "c", "a"), List.of()));
        assertThat(baskets.size()).isEqualTo(3);
        assertThat(baskets.occurrences()).isEqualTo(5);
        assertThat(baskets.longest()).isEqualTo(3);
        assertThat(baskets.length(2)).isZero();
        assertThat(baskets.item(1, 0)).isZero();
        assertThat(baskets.item(1, 2)).isEqualTo(2);
        assertThat(baskets.items().id(0)).isEqualTo("b");
        assertThat(baskets.count(1)).isEqualTo(2);
        assertThat(baskets.count(2)).isEqualTo(1);
        assertThat(baskets.contains(1, 2)).isTrue();
        assertThat(baskets.contains(0, 2)).isFalse();
        assertThat(baskets.itemAt(baskets.start(1) + 1)).isEqualTo(1);
        assertThat(baskets.start(3)).isEqualTo(5);
        assertThat(baskets).hasToString("BasketLog[3 baskets, 3 items, 5 occurrences]");
    }

    @Test
    void aBasketMayHoldTenThousandItems() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add("item " + i);
        }
        BasketLog baskets = BasketLog.of(List.of(all, Set.of("item 17")));
        assertThat(baskets.length(0)).isEqualTo(10_000);
        assertThat(baskets.count(17)).isEqualTo(2);
    }

    @Test
    void noBasketsAreALogToo() {
        BasketLog none = BasketLog.builder().build();
        assertThat(none.size()).isZero();
        assertThat(none.longest()).isZero();
        assertThat(none.hasCustomers()).isFalse();
        assertThat(none.leftOut()).isEqualTo(LeftOutRows.NONE);
    }

    @Test
    void someBasketsKeepTheNumbersOfAll() {
        BasketLog all = BasketLog.byOrder(sales());
        BitSet last = new BitSet();
        last.set(2);
        BasketLog some = all.keep(last);
        assertThat(names(some)).containsExactly(List.of("tea"));
        assertThat(some.items()).isSameAs(all.items());
        assertThat(some.count(0)).isZero();
        assertThat(some.customer(0)).isEqualTo(all.customer(2));
        assertThat(some.second(0)).isEqualTo(all.second(2));
        assertThat(some.order(0)).isEqualTo(all.order(2));
        assertThat(all.keep(basket -> false).size()).isZero();
        assertThat(BasketLog.of(List.of(Set.of("a"))).keep(basket -> true).hasTimes())
                .isFalse();
    }

    @Test
    void theBuilderTakesWhatIsKnownOfABasket() {
        BasketLog baskets = BasketLog.builder()
                .add("espresso")
                .item("croissant")
                .time(MORNING)
                .add("tea")
                .customer("bob")
                .time(MORNING.plusDays(1))
                .channel("web")
                .order("17")
                .add()
                .time(MORNING)
                .build();
        assertThat(names(baskets)).containsExactly(List.of("espresso", "croissant"), List.of("tea"), List.of());
        assertThat(baskets.customer(0)).isEqualTo(BasketLog.NONE);
        assertThat(baskets.customers().id(baskets.customer(1))).isEqualTo("bob");
        assertThat(baskets.customer(2)).isEqualTo(BasketLog.NONE);
        assertThat(baskets.day(1) - baskets.day(0)).isEqualTo(1);
        assertThat(baskets.hasChannels()).isTrue();
        assertThat(baskets.hasOrders()).isTrue();
    }

    @Test
    void manyBasketsAreTaken() {
        BasketLogBuilder builder = BasketLog.builder();
        for (int i = 0; i < 10_000; i++) {
            builder.add("a", "b" + i % 7).customer("c" + i).time(MORNING.plusMinutes(i));
        }
        BasketLog baskets = builder.add("late").time(MORNING).build();
        assertThat(baskets.size()).isEqualTo(10_001);
        assertThat(baskets.customers().id(baskets.customer(9_999))).isEqualTo("c9999");
        assertThat(baskets.customer(10_000)).isEqualTo(BasketLog.NONE);
        assertThat(baskets.second(9_999) - baskets.second(0)).isEqualTo(9_999 * 60);
        assertThat(builder.add("more").time(MORNING).build().size()).isEqualTo(10_002);
        assertThat(baskets.size()).isEqualTo(10_001);
    }

    @Test
    void whatIsNoBasketIsRefused() {
        assertThatThrownBy(() -> BasketLog.of(List.of(List.of("a"), List.of("b", " "))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("basket 2 needs names of items, got a blank one");
        assertThatThrownBy(() -> BasketLog.builder().add("a").customer(""))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("basket 1 needs a customer id, got a blank one");
        assertThatThrownBy(() -> BasketLog.builder().add("a").time(LocalDateTime.MAX))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("basket 1 needs a time of the years 1 to 9999");
        assertThatThrownBy(() ->
                        BasketLog.builder().add("a").time(MORNING).add("b").build())
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("basket 2 has no time while others have one: give all baskets a time or none");
        assertThatThrownBy(() -> BasketLog.builder().add("a").add("b").time(MORNING))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("basket 1 has no time");
        assertThatIllegalStateException()
                .isThrownBy(() -> BasketLog.builder().add("a").time(MORNING).time(MORNING))
                .withMessage("basket 1 has a time already");
        assertThatIllegalStateException()
                .isThrownBy(() -> BasketLog.builder().item("a"))
                .withMessage("no basket is open: add(..) opens one");
        assertThatIllegalStateException()
                .isThrownBy(() -> BasketLog.of(List.of(Set.of("a"))).second(0))
                .withMessageStartingWith("these baskets have no times");
    }

    @Test
    void aLogWithoutProductsOrOrdersIsRefused() {
        TransactionLog bare =
                TransactionLog.builder("EUR").add("ann", MORNING, 2).build();
        assertThatThrownBy(() -> BasketLog.byCustomer(bare))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("states none");
        TransactionLog unordered = TransactionLog.builder("EUR")
                .add("ann", MORNING, 2)
                .product("tea")
                .build();
        assertThatThrownBy(() -> BasketLog.byOrder(unordered))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("BasketLog.byCustomerDay");
        assertThat(BasketLog.byCustomerDay(unordered).hasChannels()).isFalse();
    }
}
