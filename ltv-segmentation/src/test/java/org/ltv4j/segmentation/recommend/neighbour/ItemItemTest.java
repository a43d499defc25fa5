package org.ltv4j.segmentation.recommend.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.SmallShop;
import org.ltv4j.segmentation.recommend.Visit;

class ItemItemTest {
    /** Bread and butter are together in 2 of 4 baskets, bread is in 3, butter in 2, milk in 2. */
    private static final BasketLog BASKETS = BasketLog.of(
            List.of(List.of("bread", "butter"), List.of("bread", "butter", "milk"), List.of("bread"), List.of("milk")));

    @Property(tries = 60, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void likenessAndScoresAreThoseOfCountingEveryPair(
            @ForAll long seed, @ForAll Likeness likeness, @ForAll @IntRange(min = 0, max = 20) int shrinkage) {
        BasketLog baskets = SmallShop.baskets(seed, 60, 15);
        ItemItem.Options options =
                ItemItem.Options.defaults().withLikeness(likeness).withShrinkage(shrinkage);
        ItemItemRecommender fitted = ItemItem.fit(Interactions.ofBaskets(baskets), options);
        int items = baskets.items().size();
        double[][] expected = new double[items][items];
        for (int a = 0; a < items; a++) {
            for (int b = 0; b < items; b++) {
                expected[a][b] = a == b ? 0 : slow(baskets, likeness, shrinkage, a, b);
                assertThat(fitted.between(a, b)).isCloseTo(a == b ? 1 : expected[a][b], within(1e-12));
            }
        }
        Visit visit = SmallShop.visit(new SplittableRandom(seed), items);
        Recommendations list = fitted.recommend(visit, items);
        for (int i = 0; i < list.size(); i++) {
            int item = list.item(i);
            double sum = IntStream.range(0, items)
                    .mapToDouble(j -> (visit.inBasket(j) ? 1 : visit.inHistory(j) ? 0.5 : 0) * expected[j][item])
                    .sum();
            assertThat(list.score(i)).isCloseTo(sum, within(1e-12));
        }
    }

    private static double slow(BasketLog baskets, Likeness likeness, int shrinkage, int a, int b) {
        int both = 0;
        for (int basket = 0; basket < baskets.size(); basket++) {
            both += baskets.contains(basket, a) && baskets.contains(basket, b) ? 1 : 0;
        }
        double nA = baskets.count(a);
        double nB = baskets.count(b);
        double n = baskets.size();
        double plain = switch (likeness) {
            case COSINE -> both / Math.sqrt(nA * nB);
            case JACCARD -> both / (nA + nB - both);
            case LOG_LIKELIHOOD -> both * n > nA * nB ? 1 - 1 / (1 + slowRatio(both, nA, nB, n)) : 0;
        };
        return both == 0 ? 0 : plain * both / (both + shrinkage);
    }

    /** Twice the sum of observed times log of observed over expected: another way to write the same ratio. */
    private static double slowRatio(double both, double nA, double nB, double n) {
        double[] observed = {both, nA - both, nB - both, n - nA - nB + both};
        double[] expected = {nA * nB / n, nA * (n - nB) / n, (n - nA) * nB / n, (n - nA) * (n - nB) / n};
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += observed[i] == 0 ? 0 : observed[i] * Math.log(observed[i] / expected[i]);
        }
        return 2 * sum;
    }

    @Property(tries = 20, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void threadsCannotMoveABit(@ForAll long seed, @ForAll Likeness likeness) {
        Interactions rows = Interactions.ofBaskets(SmallShop.baskets(seed, 300, 150));
        ItemItem.Options options =
                ItemItem.Options.defaults().withLikeness(likeness).withNeighbours(5);
        ItemItemRecommender one = ItemItem.fit(rows, options);
        assertThat(ItemItem.fit(rows, options, Parallelism.of(4)))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
    }

    @Property(tries = 20, seed = "20261122")
    void onlyTheNeighboursThatAreMostAlikeAreKept(@ForAll long seed) {
        BasketLog baskets = SmallShop.baskets(seed, 100, 20);
        Interactions rows = Interactions.ofBaskets(baskets);
        ItemItemRecommender all = ItemItem.fit(rows, ItemItem.Options.defaults().withNeighbours(1000));
        ItemItemRecommender three =
                ItemItem.fit(rows, ItemItem.Options.defaults().withNeighbours(3));
        for (int item = 0; item < baskets.items().size(); item++) {
            Visit visit = Visit.ofItems(item);
            assertThat(three.recommend(visit, 20)).isEqualTo(all.recommend(visit, 3));
        }
    }

    @Test
    void theReasonSaysWhatShareHasBoth() {
        ItemItemRecommender fitted = ItemItem.fit(
                Interactions.ofBaskets(BASKETS), ItemItem.Options.defaults().withShrinkage(0));
        int butter = BASKETS.items().indexOf("butter").orElseThrow();
        Visit visit = Visit.of(BASKETS.items(), List.of("bread", "milk"));
        List<Reason> reasons = fitted.reasons(visit, butter);
        assertThat(reasons).hasSize(2);
        assertThat(reasons.get(0).text())
                .isEqualTo("because bread is in the basket: 67 % of those with bread have butter");
        assertThat(reasons.get(0).strength()).isCloseTo(2 / Math.sqrt(6), within(1e-15));
        assertThat(reasons.stream().mapToDouble(Reason::strength).sum())
                .isCloseTo(fitted.recommend(visit, 1).score(0), within(1e-15));
        assertThat(fitted.reasons(Visit.empty(), butter)).isEmpty();
    }

    @Test
    void theHistoryCountsWithItsWeight() {
        ItemItem.Options options = ItemItem.Options.defaults().withShrinkage(0);
        int bread = BASKETS.items().indexOf("bread").orElseThrow();
        Visit past = Visit.empty().withHistory(bread);
        Interactions rows = Interactions.ofBaskets(BASKETS);
        double inBasket =
                ItemItem.fit(rows, options).recommend(Visit.ofItems(bread), 1).score(0);
        assertThat(ItemItem.fit(rows, options).recommend(past, 1).score(0)).isEqualTo(inBasket / 2);
        assertThat(ItemItem.fit(rows, options.withHistoryWeight(1))
                        .recommend(past, 1)
                        .score(0))
                .isEqualTo(inBasket);
        assertThat(ItemItem.fit(rows, options.withHistoryWeight(0))
                        .recommend(past, 1)
                        .size())
                .isZero();
        Visit both = Visit.ofItems(bread).withHistory(bread);
        assertThat(ItemItem.fit(rows, options).recommend(both, 1).score(0)).isEqualTo(inBasket);
    }

    @Test
    void noBasketsGiveARecommenderThatSaysNothing() {
        ItemItemRecommender none = ItemItem.fit(Interactions.of(IdTable.of("a", "b"), new int[0][]));
        assertThat(none.recommend(Visit.ofItems(0), 5).size()).isZero();
        assertThat(ItemItem.fit(Interactions.of(IdTable.EMPTY, new int[][] {{}}))
                        .recommend(Visit.empty(), 5)
                        .size())
                .isZero();
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        ItemItem.Options options = ItemItem.Options.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withNeighbours(0))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withNeighbours(100_001));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withShrinkage(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withShrinkage(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withHistoryWeight(1.5));
    }
}
