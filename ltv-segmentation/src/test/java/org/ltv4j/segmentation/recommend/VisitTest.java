package org.ltv4j.segmentation.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;

class VisitTest {
    @Test
    void aBasketHoldsEachKnownItemOnceAndCountsTheOthers() {
        Visit visit = Visit.of(IdTable.of("a", "b", "c"), List.of("c", "x", "a", "c", "y"));
        assertThat(visit.basketSize()).isEqualTo(2);
        assertThat(visit.basketItem(0)).isZero();
        assertThat(visit.basketItem(1)).isEqualTo(2);
        assertThat(visit.unknown()).isEqualTo(2);
        assertThat(visit.inBasket(2)).isTrue();
        assertThat(visit.inBasket(1)).isFalse();
        assertThat(visit).hasToString("Visit[2 items in the basket, 0 bought before]");
    }

    @Test
    void theHistoryKnowsHowOftenAnItemWasBought() {
        Visit visit = Visit.ofItems(5).withHistory(7, 2, 7, 7).withSegment(3);
        assertThat(visit.historySize()).isEqualTo(2);
        assertThat(visit.historyItem(0)).isEqualTo(2);
        assertThat(visit.historyTimes(0)).isEqualTo(1);
        assertThat(visit.historyTimes(1)).isEqualTo(3);
        assertThat(visit.inHistory(7)).isTrue();
        assertThat(visit.inHistory(5)).isFalse();
        assertThat(visit.segment()).isEqualTo(3);
        assertThat(visit.basketSize()).isEqualTo(1);
    }

    @Test
    void whatTheCallerDoesWithAnArrayLaterDoesNotMatter() {
        int[] items = {4, 1};
        Visit visit = Visit.ofItems(items);
        assertThat(items).containsExactly(4, 1);
        items[0] = 9;
        assertThat(visit.inBasket(4)).isTrue();
    }

    @Test
    void numbersBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Visit.ofItems(3, -1))
                .withMessageContaining("got -1");
        assertThatIllegalArgumentException().isThrownBy(() -> Visit.empty().withHistory(-4));
        assertThatIllegalArgumentException().isThrownBy(() -> Visit.empty().withSegment(-2));
        assertThat(Visit.empty().withSegment(Visit.NO_SEGMENT).segment()).isEqualTo(-1);
    }

    @Test
    void customersAreRowsWithAllTheirBaskets() {
        BasketLog baskets = BasketLog.builder()
                .add("bread", "milk")
                .customer("ann")
                .add("tea")
                .add("bread")
                .customer("bob")
                .add("bread", "jam")
                .customer("ann")
                .build();
        Interactions rows = Interactions.ofCustomers(baskets);
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(rows.customers().id(0)).isEqualTo("ann");
        assertThat(rows.size()).isEqualTo(4);
        int bread = baskets.items().indexOf("bread").orElseThrow();
        int tea = baskets.items().indexOf("tea").orElseThrow();
        assertThat(rows.count(bread)).isEqualTo(2);
        assertThat(rows.count(tea)).isZero();
        Visit ann = rows.visit("ann");
        assertThat(ann.historySize()).isEqualTo(3);
        assertThat(ann.historyTimes(0)).isEqualTo(2); // bread, number 0
        assertThat(rows.visit("nobody").historySize()).isZero();
        assertThat(rows).hasToString("Interactions[2 rows, 4 items, 4 entries]");
        BasketLog without = baskets.keep(b -> b != 2);
        assertThat(Interactions.ofCustomers(without).customers().size()).isEqualTo(1);
    }

    @Test
    void basketsAreRowsOfTheirOwn() {
        BasketLog baskets = BasketLog.of(List.of(List.of("a", "b"), List.of(), List.of("b")));
        Interactions rows = Interactions.ofBaskets(baskets);
        assertThat(rows.rows()).isEqualTo(3);
        assertThat(rows.itemsOf(0)).containsExactly(0, 1);
        assertThat(rows.itemsOf(1)).isEmpty();
        assertThat(rows.times(2)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interactions.ofCustomers(baskets))
                .withMessageContaining("know no customers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interactions.of(IdTable.of("a"), new int[][] {{0}, {1}}))
                .withMessageContaining("row 1 has the item number 1");
    }
}
