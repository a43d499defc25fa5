package org.ltv4j.segmentation.itemset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.segmentation.basket.BasketLog;

/** Baskets and thresholds at the edges; {@code reference/rules-edge-cases.json} says what other tools make of them. */
class OddBasketsTest {
    private static final MiningOptions ALL = MiningOptions.defaults().withMinCount(1);

    /** "100 baskets: the first k are {1,2}, the others {3}; {1,2} has support exactly k/100 and must be returned." */
    @Test
    void aSupportOfKHundredthsMeansKOf100Baskets() {
        for (int k = 1; k <= 100; k++) {
            List<Set<String>> baskets = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                baskets.add(i < k ? Set.of("1", "2") : Set.of("3"));
            }
            MiningOptions options = MiningOptions.defaults().withMinSupport(k / 100.0);
            FrequentItemsets sets = Itemsets.mine(BasketLog.of(baskets), options);
            assertThat(sets.minCount()).isEqualTo(k);
            assertThat(sets.asNames().stream().map(Set::copyOf)).contains(Set.of("1", "2"));
        }
    }

    @Test
    void thresholdsAreExactForAnyNumberOfBaskets() {
        for (int n = 1; n < 400; n++) {
            for (int k = 1; k <= n; k++) {
                assertThat(MinSupport.share((double) k / n).among(n)).isEqualTo(k);
            }
        }
        assertThat(MinSupport.share(1e-9).among(100)).isEqualTo(1);
        assertThat(MinSupport.share(1).among(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(MinSupport.share(0.5).among(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void aSupportThatIsNoneIsRefused(double support) {
        assertThatThrownBy(() -> MiningOptions.defaults().withMinSupport(support))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 < minimum support <= 1")
                .hasMessageContaining(Double.toString(support))
                .hasMessageContaining("MinSupport.count(1)");
    }

    @Test
    void otherBadOptionsAreRefused() {
        assertThatThrownBy(() -> MiningOptions.defaults().withMinCount(0)).hasMessageContaining("count of 0");
        assertThatThrownBy(() -> ALL.withLengths(0, 3)).hasMessageContaining("got 0 to 3");
        assertThatThrownBy(() -> ALL.withLengths(3, 2)).hasMessageContaining("got 3 to 2");
        assertThatThrownBy(() -> ALL.withTop(0, TopItemsets.Measure.LIFT)).hasMessageContaining("k >= 1");
        assertThatThrownBy(() -> ALL.withTop(3, TopItemsets.Measure.LIFT).with(ItemsetKind.CLOSED))
                .hasMessageContaining("CLOSED");
        assertThatThrownBy(() -> MiningLimits.defaults().withItemsets(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> MiningLimits.defaults().withBytes(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> MiningLimits.defaults().withTime(java.time.Duration.ZERO))
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> ItemConstraints.NONE.withAll("beer").withNone("beer"))
                .hasMessageContaining("beer");
        assertThatThrownBy(() -> ItemConstraints.NONE.withAll("beer").withOnly("wine"))
                .hasMessageContaining("beer");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(MiningAlgorithm.class)
    void baskets(MiningAlgorithm algorithm) {
        MiningOptions options = ALL.with(algorithm);
        // no baskets at all
        FrequentItemsets none = Itemsets.mine(BasketLog.of(List.of()), options);
        assertThat(none.size()).isZero();
        assertThat(none.countOf()).isZero();
        assertThat(none.stop()).isEmpty();
        // empty ones only
        assertThat(Itemsets.mine(BasketLog.of(List.of(List.of(), List.of())), options)
                        .size())
                .isZero();
        // empty ones count
        FrequentItemsets some = Itemsets.mine(
                BasketLog.of(List.of(List.of("a"), List.of(), List.of(), List.of("a"))),
                MiningOptions.defaults().withMinSupport(0.5).with(algorithm));
        assertThat(some.names(0)).containsExactly("a");
        assertThat(some.support(0)).isEqualTo(0.5);
        assertThat(some.countOf()).isEqualTo(4);
        // an item twice: "{1} 3, {2} 3, {3} 1, {1 2} 3" for [1,1,2], [1,2,2], [1,2], [3]
        FrequentItemsets twice = Itemsets.mine(
                BasketLog.of(List.of(List.of("1", "1", "2"), List.of("1", "2", "2"), List.of("1", "2"), List.of("3"))),
                options);
        assertThat(twice.asNames().toString()).isEqualTo("[[1], [2], [2, 1], [3]]");
        assertThat(IntStream.range(0, 4).map(twice::count)).containsExactly(3, 3, 3, 1);
        // more baskets asked for than there are
        assertThat(Itemsets.mine(BasketLog.of(List.of(List.of("a"))), options.withMinCount(2))
                        .size())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(MiningAlgorithm.class)
    void aBasketOfTenThousandItems(MiningAlgorithm algorithm) {
        List<String> long1 =
                IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();
        List<List<String>> baskets = new ArrayList<>(List.of(long1));
        for (int i = 0; i < 50; i++) {
            baskets.add(List.of("1", "2", "3"));
            baskets.add(List.of("2", "3", Integer.toString(10 + i)));
        }
        BasketLog log = BasketLog.of(baskets);
        FrequentItemsets sets = Itemsets.mine(log, ALL.withMinCount(2).with(algorithm));
        assertThat(sets.stop()).isEmpty();
        assertThat(sets.countOf(number(log, "1"), number(log, "2"), number(log, "3")))
                .isEqualTo(51);
        // {1 2 3} has 7 subsets; each of 50 other items comes with the 3 subsets of {2 3}, or alone
        assertThat(sets.size()).isEqualTo(7 + 50 * 4);
        FrequentItemsets closed = Itemsets.mine(log, ALL.withMinCount(1).with(ItemsetKind.MAXIMAL));
        assertThat(closed.size()).isEqualTo(1);
        assertThat(closed.length(0)).isEqualTo(10_000);
    }

    @Test
    void namesMayHoldAnything() {
        List<String> odd = List.of("a,b", "\"q\"", "tab\there", "=>", "|", " ", "\u00e9\uD83C\uDF55").stream()
                .filter(name -> !name.isBlank())
                .toList();
        FrequentItemsets sets = Itemsets.mine(BasketLog.of(List.of(odd)), ALL.withLengths(6, 6));
        assertThat(sets.names(0)).containsExactlyInAnyOrderElementsOf(odd);
    }

    @Test
    void unknownItemsInConstraintsAreInNoSet() {
        BasketLog log = BasketLog.of(List.of(List.of("a", "b"), List.of("a")));
        assertThat(Itemsets.mine(log, ALL.with(ItemConstraints.NONE.withAll("a", "zebra")))
                        .size())
                .isZero();
        assertThat(Itemsets.mine(log, ALL.with(ItemConstraints.NONE.withNone("zebra")))
                        .size())
                .isEqualTo(3);
        assertThat(Itemsets.mine(log, ALL.with(ItemConstraints.NONE.withOnly("zebra", "b")))
                        .asNames())
                .containsExactly(List.of("b"));
    }

    @Test
    void setsAndPlacesThatAreNotThereAreRefused() {
        FrequentItemsets sets = Itemsets.mine(BasketLog.of(List.of(List.of("a", "b"))), ALL);
        assertThatThrownBy(() -> sets.count(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> sets.item(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> sets.countWithout(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(sets.toString()).isEqualTo("3 itemsets of 1 baskets, each in at least 1");
    }

    private static int number(BasketLog log, String name) {
        return log.items().indexOf(name).orElseThrow();
    }
}
