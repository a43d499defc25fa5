package org.ltv4j.segmentation.recommend.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.BuyAgain;
import org.ltv4j.segmentation.recommend.ContentRecommender;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.ItemScores;
import org.ltv4j.segmentation.recommend.Popularity;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.SmallShop;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.recommend.evaluate.BasketSplit;
import org.ltv4j.segmentation.recommend.evaluate.RankingEvaluation;
import org.ltv4j.segmentation.recommend.evaluate.RankingMetric;
import org.ltv4j.segmentation.recommend.evaluate.TestVisits;
import org.ltv4j.segmentation.recommend.neighbour.ItemItem;

class HybridTest {
    /** Pairs that always go together, and nothing else to know. */
    private static BasketLog pairs() {
        SplittableRandom random = new SplittableRandom(1);
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < 300; b++) {
            int pair = random.nextInt(15);
            baskets.add(List.of("left " + pair, "right " + pair));
        }
        return BasketLog.of(baskets);
    }

    private static Hybrid hybrid() {
        return Hybrid.of("popularity", Popularity::allTime)
                .and("item-item", b -> ItemItem.fit(Interactions.ofBaskets(b)))
                .and("again", b -> BuyAgain.of(Popularity.allTime(b)));
    }

    @Test
    void thePartThatKnowsGetsTheWeight() {
        HybridRecommender fitted =
                hybrid().fit(pairs(), Hybrid.Options.defaults().withVisits(50));
        assertThat(fitted.parts()).hasSize(1);
        HybridRecommender.Part part = fitted.parts().get(0);
        assertThat(part.name()).isEqualTo("item-item");
        assertThat(part.weight()).isEqualTo(1);
        assertThat(part.alone()).isEqualTo(1);
        assertThat(fitted).hasToString("hybrid of 1.00 item-item");
    }

    /** On the baskets by which weights were chosen no part alone is better. */
    @Property(tries = 10, seed = "20261122")
    void weightsAddUpToOneAndDoNoHarmWhereTheyWereChosen(@ForAll long seed, @ForAll Hybrid.Task task) {
        BasketLog baskets = SmallShop.baskets(seed, 300, 25);
        Hybrid.Options options = Hybrid.Options.defaults().withTask(task).withMetric(RankingMetric.NDCG, 5);
        HybridRecommender fitted = hybrid().fit(baskets, options);
        assertThat(fitted.parts().stream()
                        .mapToDouble(HybridRecommender.Part::weight)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(hybrid().fit(baskets, options).parts().stream().map(HybridRecommender.Part::weight))
                .isEqualTo(fitted.parts().stream()
                        .map(HybridRecommender.Part::weight)
                        .toList());
        BasketSplit split = BasketSplit.share(baskets, 0.8);
        TestVisits visits = switch (task) {
            case HIDDEN_ITEM -> TestVisits.hiddenItem(split.after(), b -> true);
            case NEXT_PURCHASES -> TestVisits.nextPurchases(split.before(), split.after());
            case FIRST_PURCHASES -> TestVisits.firstPurchases(split.before(), split.after());
        };
        RankingEvaluation judge =
                RankingEvaluation.of(visits, split.before(), 5).with(options.selection());
        List<HybridRecommender.Part> early = new ArrayList<>();
        double best = 0;
        for (HybridRecommender.Part part : fitted.parts()) {
            best = Math.max(best, part.alone());
            Recommender again = switch (part.name()) {
                case "popularity" -> Popularity.allTime(split.before());
                case "item-item" -> ItemItem.fit(Interactions.ofBaskets(split.before()));
                default -> BuyAgain.of(Popularity.allTime(split.before()));
            };
            early.add(new HybridRecommender.Part(part.name(), again, part.weight(), 0));
        }
        assertThat(judge.evaluate("hybrid", HybridRecommender.of(early)).value(RankingMetric.NDCG, 5))
                .isGreaterThanOrEqualTo(best - 1e-9);
    }

    /** Where items are equally good for a part, its second thoughts are not lost. */
    @Property(tries = 30, seed = "20261122")
    void aHybridOfOnePartGivesItsList(@ForAll long seed) {
        BasketLog baskets = SmallShop.baskets(3, 300, 25);
        SplittableRandom random = new SplittableRandom(seed);
        Visit visit = SmallShop.visit(random, baskets.items().size());
        for (Recommender part : List.of(
                BuyAgain.of(Popularity.allTime(baskets)),
                ContentRecommender.of(
                        SmallShop.catalog(25), ContentRecommender.Weights.defaults(), Popularity.allTime(baskets)))) {
            HybridRecommender alone = HybridRecommender.of(List.of(new HybridRecommender.Part("the part", part, 1, 0)));
            assertThat(alone.recommend(visit, 25).names())
                    .isEqualTo(part.recommend(visit, 25).names());
        }
    }

    @Test
    void scoresThatAreNoNumberAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            HybridRecommender fitted =
                    HybridRecommender.of(List.of(new HybridRecommender.Part("bad", new Given(1, bad, 2), 1, 0)));
            assertThatIllegalStateException()
                    .isThrownBy(() -> fitted.recommend(Visit.empty(), 3))
                    .withMessageContaining("item number 1")
                    .withMessageContaining(String.valueOf(bad));
        }
    }

    /** What is in the basket may be any number of times as good as the best that is not. */
    @Test
    void aBasketThatOutshinesAllElseIsNoError() {
        HybridRecommender fitted =
                HybridRecommender.of(List.of(new HybridRecommender.Part("one", new Given(1, 4e-320, 2e-320), 1, 0)));
        assertThat(fitted.recommend(Visit.ofItems(0), 3)).hasToString("[b 1.000, c 0.5000]");
    }

    @Test
    void partsThatAddNothingGiveNoReasons() {
        HybridRecommender fitted = HybridRecommender.of(List.of(
                new HybridRecommender.Part("against", new Given(3, -1, 0), 0.75, 0),
                new HybridRecommender.Part("for", new Given(0, 2, 0), 0.25, 0)));
        assertThat(fitted.reasons(Visit.empty(), 1)).extracting(Reason::text).containsExactly("value 2.0");
        assertThat(fitted.reasons(Visit.empty(), 2)).isEmpty();
        assertThat(fitted.scoreOf(Visit.empty(), 1)).hasValue(0.25);
    }

    private record Given(double... values) implements Recommender {
        private static final IdTable ITEMS = IdTable.of("a", "b", "c");

        @Override
        public IdTable items() {
            return ITEMS;
        }

        @Override
        public void score(Visit visit, ItemScores scores) {
            for (int item = 0; item < values.length; item++) {
                scores.add(item, values[item]);
            }
        }

        @Override
        public List<Reason> reasons(Visit visit, int item) {
            return List.of(new Reason(Reason.Kind.POPULAR, List.of(), values[item], "value " + values[item]));
        }
    }

    @Test
    void scoresAreSharesOfTheBestOfEachPart() {
        HybridRecommender fitted = HybridRecommender.of(List.of(
                new HybridRecommender.Part("one", new Given(8, 4, -5), 0.25, 0),
                new HybridRecommender.Part("two", new Given(0, 0.1, 0.2), 0.75, 0)));
        Recommendations list = fitted.recommend(Visit.empty(), 3);
        assertThat(list.names()).containsExactly("c", "b", "a");
        assertThat(list.score(0)).isEqualTo(0.75);
        assertThat(list.score(1)).isEqualTo(0.125 + 0.375);
        assertThat(list.score(2)).isEqualTo(0.25);
        assertThat(fitted.reasons(Visit.empty(), 1).get(0).text()).isEqualTo("value 0.1");
        // what is in the basket is not the best any more
        assertThat(fitted.recommend(Visit.ofItems(0), 3)).hasToString("[c 0.7500, b 0.6250]");
        HybridRecommender silent =
                HybridRecommender.of(List.of(new HybridRecommender.Part("none", new Given(-1, 0, -3), 1, 0)));
        assertThat(silent.recommend(Visit.empty(), 3).size()).isZero();
    }

    @Test
    void badHybridsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HybridRecommender.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        HybridRecommender.of(List.of(new HybridRecommender.Part("half", new Given(1, 1, 1), 0.5, 0))))
                .withMessageContaining("got 0.5");
        for (double weight : new double[] {0, -1, 1.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HybridRecommender.Part("x", new Given(1), weight, 0));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hybrid().and("again", Popularity::allTime))
                .withMessageContaining("called again already");
        Hybrid.Options options = Hybrid.Options.defaults();
        assertThatIllegalArgumentException().isThrownBy(() -> options.withLearning(1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withVisits(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMetric(RankingMetric.HIT, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hybrid().fit(pairs(), options.withTask(Hybrid.Task.NEXT_PURCHASES)))
                .withMessageContaining("know no customers");
    }
}
