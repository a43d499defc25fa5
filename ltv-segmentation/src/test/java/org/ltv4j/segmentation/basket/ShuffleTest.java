package org.ltv4j.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShuffleTest {
    private static BasketLog baskets() {
        SplittableRandom random = new SplittableRandom(1);
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < 500; b++) {
            List<String> basket = new ArrayList<>();
            boolean both = random.nextInt(4) == 0;
            for (int item = 0; item < 30; item++) {
                if (item < 2 ? both : random.nextInt(10) == 0) {
                    basket.add("i" + item);
                }
            }
            baskets.add(basket);
        }
        return BasketLog.of(baskets);
    }

    private static int together(BasketLog log) {
        int a = log.items().indexOf("i0").orElseThrow();
        int b = log.items().indexOf("i1").orElseThrow();
        int both = 0;
        for (int basket = 0; basket < log.size(); basket++) {
            both += log.contains(basket, a) && log.contains(basket, b) ? 1 : 0;
        }
        return both;
    }

    @ParameterizedTest
    @EnumSource
    void itemsKeepTheirCountsAndForgetEachOther(Shuffle how) {
        BasketLog before = baskets();
        BasketLog after = before.shuffled(how, 7, 0);
        assertThat(after.size()).isEqualTo(before.size());
        assertThat(after.occurrences()).isEqualTo(before.occurrences());
        for (int item = 0; item < before.items().size(); item++) {
            assertThat(after.count(item)).isEqualTo(before.count(item));
        }
        for (int basket = 0; basket < after.size(); basket++) {
            if (how == Shuffle.SWAPS) {
                assertThat(after.length(basket)).isEqualTo(before.length(basket));
            }
            for (int k = 1; k < after.length(basket); k++) {
                assertThat(after.item(basket, k)).isGreaterThan(after.item(basket, k - 1));
            }
        }
        int expected = before.count(before.items().indexOf("i0").orElseThrow());
        assertThat(together(before)).isEqualTo(expected);
        // about expected^2 / 500 by chance, three standard deviations around it
        double chance = (double) expected * expected / 500;
        assertThat((double) together(after)).isBetween(chance - 4 * Math.sqrt(chance), chance + 4 * Math.sqrt(chance));
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedAndNumberGiveTheSameBaskets(Shuffle how) {
        BasketLog log = baskets();
        assertThat(flat(log.shuffled(how, 7, 3))).isEqualTo(flat(log.shuffled(how, 7, 3)));
        assertThat(flat(log.shuffled(how, 7, 3))).isNotEqualTo(flat(log.shuffled(how, 7, 4)));
        assertThat(flat(log.shuffled(how, 7, 3))).isNotEqualTo(flat(log.shuffled(how, 8, 3)));
    }

    @Test
    void noBasketsAreShuffledToNone() {
        assertThat(BasketLog.builder().build().shuffled(Shuffle.ITEMS, 1, 0).size())
                .isZero();
        assertThat(BasketLog.builder().build().shuffled(Shuffle.SWAPS, 1, 0).size())
                .isZero();
    }

    private static List<Integer> flat(BasketLog log) {
        List<Integer> all = new ArrayList<>();
        for (int at = 0; at < log.occurrences(); at++) {
            all.add(log.itemAt(at));
        }
        for (int b = 0; b <= log.size(); b++) {
            all.add(log.start(b));
        }
        return all;
    }
}
