package org.ltv4j.segmentation.recommend.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.testing.SavedModelContract;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.BuyAgain;
import org.ltv4j.segmentation.recommend.ContentRecommender;
import org.ltv4j.segmentation.recommend.Fallback;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.ItemScores;
import org.ltv4j.segmentation.recommend.Popularity;
import org.ltv4j.segmentation.recommend.PopularityRecommender;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.RuleRecommender;
import org.ltv4j.segmentation.recommend.RuleScore;
import org.ltv4j.segmentation.recommend.SmallShop;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.recommend.factor.Ials;
import org.ltv4j.segmentation.recommend.neighbour.ItemItem;
import org.ltv4j.segmentation.rule.Apriori;
import org.ltv4j.segmentation.rule.RuleSet;

/** Every recommender that can be saved, small, for the contract tries every place of a document. */
class SavedRecommenderTest extends SavedModelContract {
    private static final BasketLog BASKETS = SmallShop.baskets(4, 25, 5);

    @Override
    protected List<? extends LtvModel> models() {
        PopularityRecommender popularity = Popularity.allTime(BASKETS);
        RuleSet rules =
                Apriori.mine(BASKETS, Apriori.Options.defaults().withMinCount(4).withMinConfidence(0.3));
        return List.of(
                popularity,
                Popularity.bySegment(
                        BASKETS, 3, IdTable.of("s"), new int[BASKETS.customers().size()]),
                ItemItem.fit(
                        Interactions.ofBaskets(BASKETS),
                        ItemItem.Options.defaults().withNeighbours(2)),
                Ials.fit(
                        Interactions.ofBaskets(BASKETS),
                        Ials.Options.defaults().withFactors(2).withEpochs(3).withSeed(Long.MIN_VALUE)),
                RuleRecommender.of(rules, RuleScore.SUM_OF_CONFIDENCE, BASKETS.items()),
                Fallback.of(RuleRecommender.of(rules, RuleScore.MAX_LIFT, BASKETS.items()), popularity),
                BuyAgain.of(popularity),
                ContentRecommender.of(SmallShop.catalog(5), ContentRecommender.Weights.defaults(), popularity),
                HybridRecommender.of(List.of(new HybridRecommender.Part("popularity", popularity, 1, 0.5))));
    }

    @Test
    void whatIsLoadedRecommendsTheSame() {
        SplittableRandom random = new SplittableRandom(2);
        for (LtvModel model : models()) {
            Recommender before = (Recommender) model;
            Recommender after = (Recommender) Models.fromJson(Models.toJson(model));
            for (int i = 0; i < 50; i++) {
                Visit visit = SmallShop.visit(random, BASKETS.items().size());
                assertThat(after.recommend(visit, 5)).isEqualTo(before.recommend(visit, 5));
                assertThat(after.items().id(2)).isEqualTo(before.items().id(2));
            }
        }
    }

    @Override
    protected void checkPredictions(LtvModel model) {
        if (model instanceof Recommender recommender && recommender.items().size() > 1) {
            Recommendations list = recommender.recommend(Visit.ofItems(0).withHistory(1), 3);
            for (int i = 0; i < list.size(); i++) {
                assertThat(list.score(i)).isFinite();
            }
        }
    }

    @Test
    void partsThatCannotBeSavedAreNamed() {
        Recommender own = new OfTheShop(BASKETS.items());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Models.toJson(HybridRecommender.of(List.of(new HybridRecommender.Part("the same", own, 1, 0)))))
                .withMessageContaining("the same")
                .withMessageContaining("cannot be saved");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Models.toJson(Fallback.of(own, Popularity.allTime(BASKETS))))
                .withMessageContaining("OfTheShop");
    }

    private record OfTheShop(IdTable items) implements Recommender {
        @Override
        public void score(Visit visit, ItemScores scores) {
            scores.add(0, 1);
        }

        @Override
        public List<Reason> reasons(Visit visit, int item) {
            return List.of();
        }
    }
}
