package org.ltv4j.segmentation.itemset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.testing.Digests;
import org.ltv4j.segmentation.testing.SharedBaskets;

/**
 * Itemsets of a grocery outlet at eight thresholds, down to 790,072 sets in two baskets and more: the golden results, which arules, Borgelt's
 * programs, SPMF, Smile and mlxtend agree on.
 */
class GroceriesItemsetsTest {
    private static final Map<ItemsetKind, String> NAMES = Map.of(
            ItemsetKind.FREQUENT, "frequent",
            ItemsetKind.CLOSED, "closed",
            ItemsetKind.MAXIMAL, "maximal",
            ItemsetKind.GENERATORS, "generator");

    @ParameterizedTest(name = "{0}")
    @EnumSource(MiningAlgorithm.class)
    void setsOfAllKindsAreThoseOfTheReference(MiningAlgorithm algorithm) {
        BasketLog baskets = SharedBaskets.groceries();
        Json reference = Json.read(SharedData.file("reference/rules-groceries.json"));
        for (Json at : reference.get("itemsets").list()) {
            double support = at.get("minSupport").number();
            if (support < 0.0005 && algorithm != MiningAlgorithm.AUTO) {
                continue; // the largest result has a test of its own
            }
            for (ItemsetKind kind : ItemsetKind.values()) {
                MiningOptions options = MiningOptions.defaults()
                        .withMinSupport(support)
                        .with(kind)
                        .with(algorithm);
                FrequentItemsets sets = Itemsets.mine(baskets, options);
                Json golden = at.get(NAMES.get(kind));
                assertThat(sets.minCount()).isEqualTo(at.get("minCount").integer());
                assertThat(sets.size())
                        .as("%s %s %s", support, kind, algorithm)
                        .isEqualTo(golden.get("total").integer());
                assertThat(bySize(sets)).isEqualTo(counts(golden.get("bySize")));
                assertThat(digest(sets)).isEqualTo(golden.get("sha256").text());
            }
        }
    }

    @Test
    void allAlgorithmsGiveTheSame790072SetsInTheSameOrderOnTwoThreads() {
        BasketLog baskets = SharedBaskets.groceries();
        MiningOptions options = MiningOptions.defaults().withMinSupport(0.0002);
        FrequentItemsets expected = Itemsets.mine(baskets, options);
        assertThat(expected.size()).isEqualTo(790_072);
        for (MiningAlgorithm algorithm : MiningAlgorithm.values()) {
            FrequentItemsets sets =
                    Itemsets.mine(baskets, options.with(algorithm), Parallelism.of(2), ProgressListener.NONE);
            SameSets.check(sets, expected);
        }
    }

    private static Map<Integer, Integer> bySize(FrequentItemsets sets) {
        Map<Integer, Integer> counts = new java.util.TreeMap<>();
        for (int i = 0; i < sets.size(); i++) {
            counts.merge(sets.length(i), 1, Integer::sum);
        }
        return counts;
    }

    private static Map<Integer, Integer> counts(Json bySize) {
        Map<Integer, Integer> counts = new java.util.TreeMap<>();
        for (String size : bySize.names()) {
            counts.put(Integer.valueOf(size), bySize.get(size).integer());
        }
        return counts;
    }

    private static String digest(FrequentItemsets sets) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            lines.add(Digests.joined(sets.names(i)) + "\t" + sets.count(i));
        }
        return Digests.ofLines(lines);
    }
}
