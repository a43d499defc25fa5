package org.ltv4j.segmentation.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.factor.Ials;
import org.ltv4j.segmentation.recommend.hybrid.Hybrid;
import org.ltv4j.segmentation.recommend.neighbour.ItemItem;
import org.ltv4j.segmentation.recommend.neighbour.Likeness;
import org.ltv4j.segmentation.rule.Apriori;
import org.ltv4j.segmentation.rule.RuleSet;

/** What every kind of recommender promises. */
class RecommenderContractTest {
    private static final int ITEMS = 30;
    private static final BasketLog BASKETS = SmallShop.baskets(1, 400, ITEMS);
    private static final List<Recommender> ALL = all();

    private static List<Recommender> all() {
        List<Recommender> all = new ArrayList<>();
        PopularityRecommender popularity = Popularity.allTime(BASKETS);
        Interactions rows = Interactions.ofBaskets(BASKETS);
        RuleSet rules = Apriori.mine(
                BASKETS, Apriori.Options.defaults().withMinSupport(0.005).withMinConfidence(0.05));
        all.add(popularity);
        all.add(Popularity.recent(BASKETS, 10));
        all.add(BuyAgain.of(popularity));
        for (Likeness likeness : Likeness.values()) {
            all.add(ItemItem.fit(
                    rows, ItemItem.Options.defaults().withLikeness(likeness).withNeighbours(7)));
        }
        for (RuleScore score : RuleScore.values()) {
            all.add(RuleRecommender.of(rules, score, BASKETS.items()));
        }
        all.add(Ials.fit(rows, Ials.Options.defaults().withFactors(5)));
        all.add(ContentRecommender.of(SmallShop.catalog(ITEMS), ContentRecommender.Weights.defaults(), popularity));
        all.add(Fallback.of(all.get(3), popularity));
        all.add(Hybrid.of("popularity", Popularity::allTime)
                .and("item-item", b -> ItemItem.fit(Interactions.ofBaskets(b)))
                .and("rules", b -> RuleRecommender.of(rules, RuleScore.MAX_CONFIDENCE, b.items()))
                .fit(BASKETS, Hybrid.Options.defaults()));
        return all;
    }

    static List<Recommender> recommenders() {
        return ALL;
    }

    @Property(tries = 60, seed = "20261122")
    void listsFallByScoreAndHoldNothingThatIsFilteredOrInTheBasket(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int k) {
        SplittableRandom random = new SplittableRandom(seed);
        Visit visit = SmallShop.visit(random, BASKETS.items().size());
        int modulus = 1 + random.nextInt(4);
        ItemFilter filter = item -> item % modulus == 0;
        boolean onlyNew = random.nextBoolean();
        Selection plain = Selection.top(k).where(filter);
        Selection selection = onlyNew ? plain.notBoughtBefore() : plain;
        for (Recommender recommender : ALL) {
            Recommendations list = recommender.recommend(visit, selection);
            assertThat(list.size()).isLessThanOrEqualTo(k);
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < list.size(); i++) {
                int item = list.item(i);
                assertThat(list.score(i)).isFinite();
                assertThat(i == 0 || list.score(i - 1) >= list.score(i)).isTrue();
                assertThat(seen.add(item)).isTrue();
                assertThat(filter.allows(item)).isTrue();
                assertThat(visit.inBasket(item)).isFalse();
                assertThat(onlyNew && visit.inHistory(item)).isFalse();
            }
        }
    }

    @Property(tries = 40, seed = "20261122")
    void aShorterListIsTheBeginningOfALongerOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int k) {
        Visit visit =
                SmallShop.visit(new SplittableRandom(seed), BASKETS.items().size());
        for (Recommender recommender : ALL) {
            List<String> longer = recommender.recommend(visit, 40).names();
            assertThat(recommender.recommend(visit, k).names())
                    .isEqualTo(longer.subList(0, Math.min(k, longer.size())));
        }
    }

    /** Sorting all scored items by score, support and name. */
    @Property(tries = 30, seed = "20261122")
    void theListIsTheSortedOne(@ForAll long seed) {
        Visit visit =
                SmallShop.visit(new SplittableRandom(seed), BASKETS.items().size());
        for (Recommender recommender : ALL) {
            ItemScores scores = ItemScores.borrow(recommender.items());
            recommender.score(visit, scores);
            List<String> sorted = IntStream.range(0, BASKETS.items().size())
                    .filter(item -> scores.has(item) && !visit.inBasket(item))
                    .boxed()
                    .sorted((a, b) -> {
                        int byScore = Double.compare(scores.score(b), scores.score(a));
                        int bySupport = Double.compare(scores.support(b), scores.support(a));
                        return byScore != 0
                                ? byScore
                                : bySupport != 0
                                        ? bySupport
                                        : BASKETS.items()
                                                .id(a)
                                                .compareTo(BASKETS.items().id(b));
                    })
                    .map(BASKETS.items()::id)
                    .toList();
            scores.giveBack();
            assertThat(recommender.recommend(visit, 40).names())
                    .as(recommender.toString())
                    .isEqualTo(sorted);
        }
    }

    @ParameterizedTest
    @MethodSource("recommenders")
    void whatIsRecommendedHasReasonsThatAddUpToSomething(Recommender recommender) {
        SplittableRandom random = new SplittableRandom(3);
        int told = 0;
        for (int i = 0; i < 50; i++) {
            Visit visit = SmallShop.visit(random, BASKETS.items().size());
            Recommendations list = recommender.recommend(visit, 3);
            for (int at = 0; at < list.size(); at++) {
                List<Reason> reasons = recommender.reasons(visit, list.item(at));
                assertThat(reasons).hasSizeLessThanOrEqualTo(Recommender.MOST_REASONS);
                for (Reason reason : reasons) {
                    assertThat(reason.strength()).isFinite();
                    assertThat(reason.text()).startsWith(reason.because().isEmpty() ? "" : "because ");
                    told++;
                }
            }
        }
        assertThat(told).isPositive();
    }

    @ParameterizedTest
    @MethodSource("recommenders")
    void nothingKnownIsNoError(Recommender recommender) {
        Recommendations nothing = recommender.recommend(Visit.empty(), 5);
        assertThat(nothing.size()).isBetween(0, 5);
        Visit unknown = Visit.of(recommender.items(), List.of("no such item", "nor this"));
        assertThat(unknown.unknown()).isEqualTo(2);
        assertThat(recommender.recommend(unknown, 5)).isEqualTo(nothing);
    }

    @ParameterizedTest
    @MethodSource("recommenders")
    void whereAllIsFilteredOutTheListIsEmpty(Recommender recommender) {
        Recommendations none =
                recommender.recommend(Visit.ofItems(1), Selection.top(5).where(item -> false));
        assertThat(none.size()).isZero();
        assertThat(none.names()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recommenders")
    void itemsOfAnotherTableAreRefused(Recommender recommender) {
        int size = recommender.items().size();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recommender.recommend(Visit.ofItems(0, size), 5))
                .withMessageContaining("item number " + size)
                .withMessageContaining("Visit.of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recommender.recommend(Visit.empty().withHistory(size + 3), 5));
        assertThatIllegalArgumentException().isThrownBy(() -> recommender.reasons(Visit.empty(), size));
        assertThatIllegalArgumentException().isThrownBy(() -> recommender.reasons(Visit.empty(), -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        recommender.recommend(Visit.empty(), Selection.top(5).atMost(1, new int[size + 1])))
                .withMessageContaining("recommender's table");
    }

    @ParameterizedTest
    @MethodSource("recommenders")
    void severalThreadsGetTheSameLists(Recommender recommender) {
        List<Visit> visits = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 200; i++) {
            visits.add(SmallShop.visit(random, BASKETS.items().size()));
        }
        List<Recommendations> alone =
                visits.stream().map(v -> recommender.recommend(v, 5)).toList();
        assertThat(visits.parallelStream().map(v -> recommender.recommend(v, 5)).toList())
                .isEqualTo(alone);
    }

    /** A filter that asks another recommender, or the same, must not disturb the scores. */
    @ParameterizedTest
    @MethodSource("recommenders")
    void aFilterMayRecommendItself(Recommender recommender) {
        Visit visit = Visit.ofItems(0, 3).withHistory(1, 5);
        ItemFilter nosy = item -> recommender.recommend(Visit.ofItems(item), 3).size() >= 0;
        assertThat(recommender.recommend(visit, Selection.top(5).where(nosy)))
                .isEqualTo(recommender.recommend(visit, 5));
    }

    @Test
    void aLengthOutOfRangeIsRefused() {
        for (int k : new int[] {0, -1, Selection.MOST + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ALL.get(0).recommend(Visit.empty(), k))
                    .withMessageContaining("k = " + k);
        }
        assertThat(ALL.get(0).recommend(Visit.empty(), Selection.MOST).size()).isLessThanOrEqualTo(ITEMS);
    }

    @Test
    void scoresThatAreNoNumbersAreNeverRecommended() {
        Recommender broken = new Recommender() {
            @Override
            public IdTable items() {
                return IdTable.of("a", "b");
            }

            @Override
            public void score(Visit visit, ItemScores scores) {
                scores.add(0, 1);
                scores.add(1, Double.NaN);
            }

            @Override
            public List<Reason> reasons(Visit visit, int item) {
                return List.of();
            }
        };
        for (Selection selection : List.of(Selection.top(1), Selection.top(1).atMost(1, new int[] {0, 0}))) {
            org.assertj.core.api.Assertions.assertThatIllegalStateException()
                    .isThrownBy(() -> broken.recommend(Visit.empty(), selection))
                    .withMessageContaining("NaN");
        }
        assertThat(ALL.get(0).recommend(Visit.empty(), 3).size()).isEqualTo(3); // the work space is clean again
    }
}
