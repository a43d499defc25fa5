package org.ltv4j.segmentation.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;

class FallbackRecommenderTest {
    private static final IdTable ITEMS = IdTable.of("a", "b", "c");

    /** Gives an item the score that stands at its place, if any, and a reason if that is above 0. */
    private record Given(IdTable items, String name, double... values) implements Recommender {
        @Override
        public void score(Visit visit, ItemScores scores) {
            for (int item = 0; item < values.length; item++) {
                scores.add(item, values[item]);
            }
        }

        @Override
        public List<Reason> reasons(Visit visit, int item) {
            return item < values.length && values[item] <= 0
                    ? List.of()
                    : List.of(new Reason(Reason.Kind.POPULAR, List.of(), 1, name));
        }
    }

    /** Behind one that says nothing a recommender gives its own list, also where its scores are equal. */
    @Property(tries = 30, seed = "20261122")
    void fillingUpKeepsTheOrderOfTheSecond(@ForAll long seed) {
        BasketLog baskets = SmallShop.baskets(2, 300, 25);
        PopularityRecommender popularity = Popularity.allTime(baskets);
        Visit visit =
                SmallShop.visit(new SplittableRandom(seed), baskets.items().size());
        Recommender silent = new Given(baskets.items(), "silent");
        for (Recommender second : List.of(
                popularity,
                BuyAgain.of(popularity),
                ContentRecommender.of(SmallShop.catalog(25), ContentRecommender.Weights.defaults(), popularity))) {
            assertThat(Fallback.of(silent, second).recommend(visit, 25).names())
                    .isEqualTo(second.recommend(visit, 25).names());
        }
    }

    /** An item that the first part scores low is not there because the second would have named it. */
    @Test
    void reasonsAreThoseOfThePartThatScoredTheItem() {
        Fallback filled = Fallback.of(new Given(ITEMS, "first", 2, -1), new Given(ITEMS, "second", 1, 1, 1));
        assertThat(filled.recommend(Visit.empty(), 3).names()).containsExactly("a", "b", "c");
        assertThat(filled.reasons(Visit.empty(), 0)).extracting(Reason::text).containsExactly("first");
        assertThat(filled.reasons(Visit.empty(), 1)).isEmpty();
        assertThat(filled.reasons(Visit.empty(), 2)).extracting(Reason::text).containsExactly("second");
    }

    @Test
    void fillUpsComeLastHoweverLargeScoresAre() {
        Recommender second = new Given(ITEMS, "second", -1e308, 0, 1.7e308);
        assertThat(Fallback.of(new Given(ITEMS, "first", -1e300), second)
                        .recommend(Visit.empty(), 3)
                        .names())
                .containsExactly("a", "c", "b");
        assertThat(Fallback.of(new Given(ITEMS, "silent"), second)
                        .recommend(Visit.empty(), 3)
                        .names())
                .containsExactly("c", "b", "a");
    }

    @Test
    void theScoreOfAnItemIsToldAlsoFromTheBasket() {
        Fallback filled = Fallback.of(new Given(ITEMS, "first", 2), new Given(ITEMS, "second", 7, 1));
        assertThat(filled.scoreOf(Visit.ofItems(0), 0)).hasValue(2);
        assertThat(filled.scoreOf(Visit.empty(), 1)).hasValue(-1);
        assertThat(filled.scoreOf(Visit.empty(), 2)).isEmpty();
    }
}
