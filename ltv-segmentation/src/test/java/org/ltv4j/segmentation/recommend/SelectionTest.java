package org.ltv4j.segmentation.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.ProductCatalog;

class SelectionTest {
    private static final int ITEMS = 60;

    /** Gives the scores it was made with, some of them equal. */
    private record Given(IdTable items, double[] values) implements Recommender {
        static Given random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            return new Given(
                    IdTable.numbered(ITEMS),
                    random.ints(ITEMS, -10, 30).asDoubleStream().toArray());
        }

        @Override
        public void score(Visit visit, ItemScores scores) {
            for (int item = 0; item < values.length; item++) {
                scores.add(item, values[item]);
            }
        }

        @Override
        public List<Reason> reasons(Visit visit, int item) {
            return List.of();
        }
    }

    private static List<Integer> items(Recommendations list) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(list.item(i));
        }
        return items;
    }

    /** Going down the whole sorted list and leaving out what is too much of its class. */
    @Property(tries = 100, seed = "20261122")
    void aCapLeavesOutOnlyWhatIsTooMuchOfItsClass(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 70) int k,
            @ForAll @IntRange(min = 1, max = 4) int cap) {
        Given recommender = Given.random(seed);
        SplittableRandom random = new SplittableRandom(seed);
        int[] classes = random.ints(ITEMS, 0, 6).toArray();
        Visit visit = SmallShop.visit(random, ITEMS);
        ItemFilter odd = item -> item % 2 == 1;
        List<Integer> expected = new ArrayList<>();
        Map<Integer, Integer> taken = new HashMap<>();
        for (int item : items(recommender.recommend(visit, Selection.top(1000).where(odd)))) {
            if (expected.size() < k && taken.merge(classes[item], 1, Integer::sum) <= cap) {
                expected.add(item);
            }
        }
        Selection capped = Selection.top(k).where(odd).atMost(cap, classes);
        assertThat(items(recommender.recommend(visit, capped))).isEqualTo(expected);
        assertThat(items(recommender.recommend(visit, capped))).isEqualTo(expected); // the work space is clean again
    }

    /** By the formula of Carbonell and Goldstein, over the pool. */
    @Property(tries = 60, seed = "20261122")
    void aVariedListTakesTheLargestMarginalRelevance(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int k) {
        Given recommender = Given.random(seed);
        SplittableRandom random = new SplittableRandom(seed);
        double weight = random.nextInt(5) / 4.0;
        double[] place = random.doubles(ITEMS).toArray();
        ItemSimilarity near = (a, b) -> 1 - Math.abs(place[a] - place[b]);
        Recommendations pool = recommender.recommend(Visit.empty(), Math.max(5 * k, 50));
        List<Integer> left = items(pool);
        double top = pool.score(0);
        double range = top - pool.score(pool.size() - 1);
        List<Integer> expected = new ArrayList<>();
        while (expected.size() < k) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int item : left) {
                double nearest = expected.stream()
                        .mapToDouble(o -> near.between(item, o))
                        .max()
                        .orElse(0);
                double share = range > 0 ? 1 - (top - recommender.values()[item]) / range : 1;
                double value = weight * share - (1 - weight) * nearest;
                if (value > most) {
                    most = value;
                    best = item;
                }
            }
            expected.add(best);
            left.remove((Integer) best);
        }
        Recommendations list =
                recommender.recommend(Visit.empty(), Selection.top(k).diversified(weight, near));
        assertThat(items(list)).isEqualTo(expected);
        if (weight == 1) {
            assertThat(list).isEqualTo(recommender.recommend(Visit.empty(), k));
        }
    }

    @Test
    void capAndVarietyGoTogether() {
        Given recommender = Given.random(4);
        int[] classes = new SplittableRandom(4).ints(ITEMS, 0, 8).toArray();
        ItemSimilarity same = (a, b) -> classes[a] == classes[b] ? 1 : 0;
        Recommendations list = recommender.recommend(
                Visit.empty(), Selection.top(8).atMost(1, classes).diversified(0.5, same));
        assertThat(items(list)).hasSize(8).doesNotHaveDuplicates();
        assertThat(items(list).stream().map(item -> classes[item])).doesNotHaveDuplicates();
        assertThat(list.item(0))
                .isEqualTo(recommender.recommend(Visit.empty(), 1).item(0));
    }

    @Test
    void filtersSayWhatIsInStockAndWhatSuitsTheAge() {
        IdTable items = IdTable.of("milk", "beer", "unlisted");
        ProductCatalog catalog = ProductCatalog.builder()
                .product("milk", "drinks")
                .attribute("minimum age", "0")
                .product("beer", "drinks")
                .attribute("minimum age", "18")
                .build();
        ItemFilter forChildren = ItemFilter.ofClass(catalog.attribute("minimum age"), items, age -> age.equals("0"));
        BitSet stock = new BitSet();
        stock.set(1, 3);
        ItemFilter inStock = ItemFilter.only(stock);
        stock.clear(); // a copy was taken
        assertThat(forChildren.allows(0)).isTrue();
        assertThat(forChildren.allows(1)).isFalse();
        assertThat(forChildren.allows(2)).isFalse();
        assertThat(inStock.allows(0)).isFalse();
        assertThat(inStock.allows(1)).isTrue();
        assertThat(inStock.and(forChildren).allows(1)).isFalse();
        BitSet gone = new BitSet();
        gone.set(0);
        assertThat(ItemFilter.without(gone).allows(0)).isFalse();
        assertThat(ItemFilter.without(gone).allows(1)).isTrue();
        ItemSimilarity category = ItemSimilarity.sameClass(catalog.categories(), items);
        assertThat(category.between(0, 1)).isEqualTo(1);
        assertThat(category.between(0, 2)).isZero();
        Given three = new Given(items, new double[] {3, 2, 1});
        assertThat(three.recommend(Visit.empty(), Selection.top(3).atMost(1, catalog.categories(), items))
                        .names())
                .containsExactly("milk", "unlisted");
    }

    /** An item whose age limit nobody wrote down is offered to nobody. */
    @Test
    void ageLimitsThatAreNotKnownKeepAnItemBack() {
        IdTable items = IdTable.of("milk", "cider", "gin", "new", "unlisted");
        ProductCatalog catalog = ProductCatalog.builder()
                .product("milk", "drinks")
                .attribute("minimum age", "0")
                .product("cider", "drinks")
                .attribute("minimum age", "16")
                .product("gin", "drinks")
                .attribute("minimum age", "18")
                .product("new", "drinks")
                .build();
        Given all = new Given(items, new double[] {1, 2, 3, 4, 5});
        Fallback behind = Fallback.of(new Given(items, new double[] {1}), all);
        for (Recommender recommender : List.of(all, behind)) {
            assertThat(ofAge(recommender, catalog, 18)).containsExactlyInAnyOrder("milk", "cider", "gin");
            assertThat(ofAge(recommender, catalog, 17)).containsExactlyInAnyOrder("milk", "cider");
            assertThat(ofAge(recommender, catalog, 0)).containsExactly("milk");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofAge(all, catalog, -1))
                .withMessageContaining("got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemFilter.ofAge(catalog.categories(), items, 18))
                .withMessageContaining("drinks")
                .withMessageContaining("0 to 150");
    }

    private static List<String> ofAge(Recommender recommender, ProductCatalog catalog, int years) {
        ItemFilter filter = ItemFilter.ofAge(catalog.attribute("minimum age"), recommender.items(), years);
        return recommender
                .recommend(Visit.empty(), Selection.top(5).where(filter))
                .names();
    }

    @Test
    void aSimilarityOfOtherItemsIsRefused() {
        Recommender few = Popularity.allTime(SmallShop.baskets(1, 20, 5));
        ContentRecommender alike =
                ContentRecommender.of(SmallShop.catalog(9), IdTable.numbered(9), ContentRecommender.Weights.defaults());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> few.recommend(Visit.empty(), Selection.top(3).diversified(0.5, alike)))
                .withMessageContaining("the similarity is of 9 items");
    }

    @Test
    void filtersAreAskedForFewItemsOnly() {
        int[] asked = {0};
        ItemFilter counting = item -> ++asked[0] > 0;
        double[] rising = new double[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            rising[i] = -i;
        }
        new Given(IdTable.numbered(ITEMS), rising)
                .recommend(Visit.empty(), Selection.top(5).where(counting));
        assertThat(asked[0]).isEqualTo(5);
    }

    @Test
    void badSelectionsAreRefused() {
        Selection five = Selection.top(5);
        assertThatIllegalArgumentException().isThrownBy(() -> five.withTop(0)).withMessageContaining("k = 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> five.atMost(0, new int[1]))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> five.atMost(1, new int[] {0, -2}))
                .withMessageContaining("-2 for item 1");
        for (double weight : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> five.diversified(weight, (a, b) -> 0));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> Given.random(1).recommend(Visit.empty(), five.diversified(0.5, (a, b) -> 2)))
                .withMessageContaining("0 to 1, got 2");
    }
}
