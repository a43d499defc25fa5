package org.ltv4j.segmentation.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.Popularity;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.RuleRecommender;
import org.ltv4j.segmentation.recommend.RuleScore;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.recommend.neighbour.ItemItem;
import org.ltv4j.segmentation.rule.Apriori;
import org.ltv4j.segmentation.rule.RuleSet;
import org.ltv4j.segmentation.testing.SharedBaskets;

/** Hidden items of the groceries: hits, reciprocal ranks and lists of rules-recommender-groceries.json, its recipe step by step. */
class GroceriesRecommenderTest {
    private static final int TRAINING = 8000;

    private final BasketLog all = SharedBaskets.groceries();
    private final BasketLog training = all.keep(b -> b < TRAINING);
    private final TestVisits tests = TestVisits.hiddenItem(all, b -> b >= TRAINING);
    private final Json golden = Json.read(SharedData.file("reference/rules-recommender-groceries.json"));

    @Test
    void popularityFindsAsManyHiddenItems() {
        check("popularity", Popularity.allTime(training));
    }

    @Test
    void itemItemCosineFindsAsManyHiddenItems() {
        ItemItem.Options all169 =
                ItemItem.Options.defaults().withNeighbours(200).withShrinkage(0);
        check("item-item cosine, summed", ItemItem.fit(Interactions.ofBaskets(training), all169));
    }

    @Test
    void rulesFindAsManyHiddenItems() {
        RuleSet rules = Apriori.mine(
                training,
                Apriori.Options.defaults()
                        .withMinSupport(0.001)
                        .withMinConfidence(0.05)
                        .withMaxItems(4));
        assertThat(rules.size()).isEqualTo(golden.get("rules").integer());
        check("rules max confidence", RuleRecommender.of(rules, RuleScore.MAX_CONFIDENCE, all.items()));
        check("rules max lift", RuleRecommender.of(rules, RuleScore.MAX_LIFT, all.items()));
        check("rules sum of confidence", RuleRecommender.of(rules, RuleScore.SUM_OF_CONFIDENCE, all.items()));
    }

    private void check(String name, Recommender recommender) {
        Json expected = golden.get("results").get(name);
        RankingResult result =
                RankingEvaluation.of(tests, training, 1, 3, 5, 10).evaluate(name, recommender);
        assertThat(result.visits()).isEqualTo(golden.get("testBaskets").integer());
        assertThat(result.answered()).isEqualTo(expected.get("answered").integer());
        for (int k : List.of(1, 3, 5, 10)) {
            assertThat(result.hits(k))
                    .as("hits@" + k)
                    .isEqualTo(expected.get("hits@" + k).integer());
            assertThat(result.value(RankingMetric.HIT, k))
                    .isCloseTo(expected.get("hitRate@" + k).number(), within(1e-12));
        }
        assertThat(result.value(RankingMetric.RECIPROCAL_RANK, 10))
                .isCloseTo(expected.get("mrr@10").number(), within(1e-12));
        checkLists(name, recommender);
    }

    private void checkLists(String name, Recommender recommender) {
        for (Json example : golden.get("examples").list()) {
            if (!example.get("top5").has(name)) {
                continue; // popularity has no lists there
            }
            List<String> visible =
                    example.get("visible").list().stream().map(Json::text).toList();
            Recommendations list = recommender.recommend(Visit.of(recommender.items(), visible), 5);
            Json top = example.get("top5").get(name);
            assertThat(list.size()).isEqualTo(top.size());
            for (int i = 0; i < list.size(); i++) {
                assertThat(list.name(i)).isEqualTo(top.get(i).get(0).text());
                Json score = top.get(i).get(1);
                double value = score.value() instanceof List ? score.get(0).number() : score.number();
                assertThat(list.score(i)).isCloseTo(value, within(1e-12 * Math.max(1, value)));
            }
        }
    }
}
