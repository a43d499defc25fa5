package org.ltv4j.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.BuyAgain;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.Popularity;
import org.ltv4j.segmentation.recommend.PopularityRecommender;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.evaluate.RankingEvaluation;
import org.ltv4j.segmentation.recommend.evaluate.RankingMetric;
import org.ltv4j.segmentation.recommend.evaluate.RankingResult;
import org.ltv4j.segmentation.recommend.evaluate.TestVisits;
import tech.tablesaw.api.Table;

class RecommendationTablesTest {
    private static final BasketLog BASKETS = BasketLog.builder()
            .add("tea", "jam")
            .customer("ann")
            .add("tea")
            .customer("ann")
            .add("milk")
            .customer("bob")
            .build();
    private final PopularityRecommender popularity = Popularity.allTime(BASKETS);

    @Test
    void eachCustomerGetsRows() {
        Interactions customers = Interactions.ofCustomers(BASKETS);
        Table table = RecommendationTables.forCustomers(BuyAgain.of(popularity), customers, Selection.top(2));
        assertThat(table.columnNames()).containsExactly("customer", "rank", "item", "score", "reason");
        assertThat(table.stringColumn("customer").asList()).containsExactly("ann", "ann", "bob");
        assertThat(table.stringColumn("item").asList()).containsExactly("tea", "jam", "milk");
        assertThat(table.intColumn("rank").asList()).containsExactly(1, 2, 1);
        assertThat(table.doubleColumn("score").asList()).containsExactly(2.0, 1.0, 1.0);
        assertThat(table.stringColumn("reason").get(0)).isEqualTo("because tea was bought 2 times before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecommendationTables.forCustomers(
                        popularity, Interactions.ofBaskets(BASKETS), Selection.top(2)))
                .withMessageContaining("not customers");
    }

    @Test
    void eachRecommenderGetsARow() {
        RankingResult result = RankingEvaluation.of(TestVisits.hiddenItem(BASKETS, b -> true), BASKETS, 2)
                .evaluate("popularity", popularity);
        Table table = RecommendationTables.of(List.of(result), 2);
        assertThat(table.columnNames())
                .containsExactly(
                        "recommender",
                        "visits",
                        "answered",
                        "precision",
                        "recall",
                        "map",
                        "ndcg",
                        "mrr",
                        "hit_rate",
                        "coverage",
                        "novelty",
                        "diversity");
        assertThat(table.stringColumn("recommender").get(0)).isEqualTo("popularity");
        assertThat(table.doubleColumn("ndcg").get(0)).isEqualTo(result.value(RankingMetric.NDCG, 2));
        assertThat(table.intColumn("answered").get(0)).isEqualTo(1);
    }
}
