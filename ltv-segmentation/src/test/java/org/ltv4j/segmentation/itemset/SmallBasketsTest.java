package org.ltv4j.segmentation.itemset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ltv4j.segmentation.basket.BasketLog;

/** Every algorithm on small random baskets against the definitions. */
class SmallBasketsTest {

    @Provide
    Arbitrary<List<Set<String>>> baskets() {
        Arbitrary<String> items = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h");
        return items.set().ofMaxSize(8).list().ofMinSize(1).ofMaxSize(14);
    }

    @Property(tries = 150, seed = "20261122")
    void allAlgorithmsFindWhatTheDefinitionsSay(
            @ForAll("baskets") List<Set<String>> baskets, @ForAll @IntRange(min = 1, max = 5) int minCount) {
        BasketLog log = BasketLog.of(baskets);
        BruteForce bruteForce = new BruteForce(baskets);
        for (ItemsetKind kind : ItemsetKind.values()) {
            Map<Set<String>, Integer> expected = bruteForce.mine(minCount, kind);
            for (MiningAlgorithm algorithm : MiningAlgorithm.values()) {
                FrequentItemsets sets = Itemsets.mine(
                        log,
                        MiningOptions.defaults()
                                .withMinCount(minCount)
                                .with(kind)
                                .with(algorithm));
                assertThat(asMap(sets)).as("%s by %s", kind, algorithm).isEqualTo(expected);
                checkOrder(log, sets);
            }
        }
    }

    @Property(tries = 150, seed = "20261122")
    void lengthsAndConstraintsPickAmongTheSets(
            @ForAll("baskets") List<Set<String>> baskets,
            @ForAll @IntRange(min = 1, max = 3) int minCount,
            @ForAll @IntRange(min = 1, max = 3) int shortest,
            @ForAll @IntRange(min = 3, max = 8) int longest,
            @ForAll boolean twoRequired) {
        BasketLog log = BasketLog.of(baskets);
        Set<String> required = twoRequired ? Set.of("a", "c") : Set.of("b");
        ItemConstraints constraints = new ItemConstraints(required, Set.of("h"), Set.of("a", "b", "c", "d", "e", "h"));
        List<Set<String>> cut = baskets.stream()
                .map(basket -> {
                    Set<String> some = new HashSet<>(basket);
                    some.retainAll(Set.of("a", "b", "c", "d", "e"));
                    return some;
                })
                .toList();
        for (ItemsetKind kind : ItemsetKind.values()) {
            Map<Set<String>, Integer> expected = new HashMap<>(new BruteForce(cut).mine(minCount, kind));
            expected.keySet()
                    .removeIf(set -> set.size() < shortest || set.size() > longest || !set.containsAll(required));
            for (MiningAlgorithm algorithm : MiningAlgorithm.values()) {
                FrequentItemsets sets = Itemsets.mine(
                        log,
                        MiningOptions.defaults()
                                .withMinCount(minCount)
                                .with(kind)
                                .with(algorithm)
                                .withLengths(shortest, longest)
                                .with(constraints));
                assertThat(asMap(sets)).as("%s by %s", kind, algorithm).isEqualTo(expected);
                checkOrder(log, sets);
            }
        }
    }

    @Property(tries = 150, seed = "20261122")
    void theBestComeFirst(
            @ForAll("baskets") List<Set<String>> baskets,
            @ForAll @IntRange(min = 1, max = 40) int k,
            @ForAll @IntRange(min = 1, max = 2) int shortest,
            @ForAll boolean requiring) {
        BasketLog log = BasketLog.of(baskets);
        MiningOptions all = MiningOptions.defaults()
                .withMinCount(1)
                .withLengths(shortest, 8)
                .with(requiring ? ItemConstraints.NONE.withAll("a") : ItemConstraints.NONE);
        FrequentItemsets sets = Itemsets.mine(log, all);
        for (TopItemsets.Measure measure : TopItemsets.Measure.values()) {
            List<Integer> order = java.util.stream.IntStream.range(0, sets.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            i -> measure == TopItemsets.Measure.LIFT ? -Math.rint(sets.lift(i) * 1e9) : -sets.count(i)))
                    .limit(k)
                    .toList();
            FrequentItemsets top = Itemsets.mine(log, all.withTop(k, measure).withMinCount(1));
            assertThat(top.size()).isEqualTo(order.size());
            for (int i = 0; i < top.size(); i++) {
                if (measure == TopItemsets.Measure.SUPPORT) {
                    assertThat(top.items(i)).isEqualTo(sets.items(order.get(i)));
                }
                assertThat(top.count(i)).isEqualTo(new BruteForce(baskets).count(Set.copyOf(top.names(i))));
                assertThat(top.lift(i))
                        .isCloseTo(
                                sets.lift(sets.indexOf(top.items(i))), org.assertj.core.api.Assertions.within(1e-12));
                if (measure == TopItemsets.Measure.LIFT) {
                    assertThat(top.lift(i))
                            .isCloseTo(sets.lift(order.get(i)), org.assertj.core.api.Assertions.within(1e-8));
                }
            }
        }
    }

    @Property(tries = 100, seed = "20261122")
    void countsOfSubsetsAreFound(@ForAll("baskets") List<Set<String>> baskets) {
        BasketLog log = BasketLog.of(baskets);
        BruteForce bruteForce = new BruteForce(baskets);
        FrequentItemsets sets = Itemsets.mine(log, MiningOptions.defaults().withMinCount(1));
        for (int i = 0; i < sets.size(); i++) {
            assertThat(sets.indexOf(sets.items(i))).isEqualTo(i);
            assertThat(sets.countOf(sets.items(i))).isEqualTo(sets.count(i));
            for (int k = 0; k < sets.length(i); k++) {
                Set<String> rest = new HashSet<>(sets.names(i));
                rest.remove(sets.names(i).get(k));
                assertThat(sets.countWithout(i, k)).isEqualTo(bruteForce.count(rest));
                assertThat(sets.item(i, k)).isEqualTo(sets.items(i)[k]);
            }
        }
    }

    @Property(tries = 100, seed = "20261122")
    void aLimitLeavesTheFirstSets(
            @ForAll("baskets") List<Set<String>> baskets, @ForAll @IntRange(min = 1, max = 60) int limit) {
        BasketLog log = BasketLog.of(baskets);
        for (ItemsetKind kind : List.of(ItemsetKind.FREQUENT, ItemsetKind.CLOSED, ItemsetKind.GENERATORS)) {
            MiningOptions options = MiningOptions.defaults().withMinCount(1).with(kind);
            FrequentItemsets all = Itemsets.mine(log, options);
            FrequentItemsets some =
                    Itemsets.mine(log, options.with(MiningLimits.defaults().withItemsets(limit)));
            assertThat(some.size()).isEqualTo(Math.min(limit, all.size()));
            assertThat(some.stop().isPresent()).isEqualTo(all.size() > limit);
            for (int i = 0; i < some.size(); i++) {
                assertThat(some.items(i)).isEqualTo(all.items(i));
                assertThat(some.count(i)).isEqualTo(all.count(i));
            }
        }
    }

    private static Map<Set<String>, Integer> asMap(FrequentItemsets sets) {
        Map<Set<String>, Integer> map = new LinkedHashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            assertThat(map.put(Set.copyOf(sets.names(i)), sets.count(i))).isNull();
        }
        return map;
    }

    /** Rank sequences ascend: each from the rarest item on, items by falling count and then by number. */
    private static void checkOrder(BasketLog log, FrequentItemsets sets) {
        long[] before = {};
        for (int i = 0; i < sets.size(); i++) {
            long[] ranks = Arrays.stream(sets.items(i))
                    .mapToLong(item -> ((long) -log.count(item) << 32) | item)
                    .toArray();
            for (int k = 1; k < ranks.length; k++) {
                assertThat(ranks[k]).isLessThan(ranks[k - 1]);
            }
            assertThat(Arrays.compare(before, ranks)).isNegative();
            before = ranks;
        }
    }
}
