package org.ltv4j.segmentation.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.ResampledMean;
import org.ltv4j.core.model.Interval;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.BuyAgain;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.Popularity;
import org.ltv4j.segmentation.recommend.PopularityRecommender;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.SmallShop;

class RankingEvaluationTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 1, 12, 0);
    private static final BasketLog BASKETS = BasketLog.builder()
            .add("a", "b")
            .customer("ann")
            .time(NOON)
            .add("a")
            .customer("bob")
            .time(NOON)
            .add("a", "c")
            .customer("ann")
            .time(NOON.plusDays(1))
            .add("b", "d")
            .customer("ann")
            .time(NOON.plusDays(2))
            .add("a")
            .customer("ann")
            .time(NOON.plusDays(3))
            .add("c")
            .customer("new")
            .time(NOON.plusDays(3))
            .build();

    private static int item(String name) {
        return BASKETS.items().indexOf(name).orElseThrow();
    }

    @Test
    void timeIsCutAfterADay() {
        BasketSplit split = BasketSplit.after(BASKETS, LocalDate.of(2026, 1, 2));
        assertThat(split.before().size()).isEqualTo(3);
        assertThat(split.after().size()).isEqualTo(3);
        assertThat(split.after().items()).isSameAs(BASKETS.items());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BasketSplit.after(BASKETS, LocalDate.of(2026, 1, 4)))
                .withMessageContaining("0 after it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BasketSplit.after(BasketLog.of(List.of(List.of("a"))), LocalDate.of(2026, 1, 4)))
                .withMessageContaining("no times");
    }

    @Test
    void aShareNeverTearsBasketsOfOneMomentApart() {
        assertThat(BasketSplit.share(BASKETS, 0.2).before().size()).isEqualTo(2);
        assertThat(BasketSplit.share(BASKETS, 0.5).before().size()).isEqualTo(3);
        BasketLog timeless = BasketLog.of(List.of(List.of("a"), List.of("b"), List.of("c"), List.of("d")));
        BasketSplit split = BasketSplit.share(timeless, 0.75);
        assertThat(split.before().count(3)).isZero();
        assertThat(split.after().count(3)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> BasketSplit.share(timeless, 0.01));
        for (double share : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> BasketSplit.share(BASKETS, share));
        }
    }

    @Test
    void nextPurchasesAreThoseAfterTheCutOfKnownCustomers() {
        BasketSplit split = BasketSplit.after(BASKETS, LocalDate.of(2026, 1, 2));
        TestVisits next = TestVisits.nextPurchases(split.before(), split.after());
        assertThat(next.size()).isEqualTo(1); // bob did not come again, the new one was not known
        assertThat(next.wanted(0)).containsExactly(item("a"), item("b"), item("d"));
        assertThat(next.visit(0).basketSize()).isZero();
        assertThat(next.visit(0).historySize()).isEqualTo(3);
        assertThat(next.visit(0).historyTimes(0)).isEqualTo(2);
        TestVisits first = TestVisits.firstPurchases(split.before(), split.after());
        assertThat(first.wanted(0)).containsExactly(item("d"));
        assertThat(first.units()).isEqualTo(1);
    }

    @Test
    void oneItemOfEachLargerBasketIsHidden() {
        TestVisits hidden = TestVisits.hiddenItem(BASKETS, b -> true);
        assertThat(hidden.size()).isEqualTo(3);
        assertThat(hidden.wanted(0)).containsExactly(item("a")); // basket 0: name 0 of 2
        assertThat(hidden.wanted(1)).containsExactly(item("a")); // basket 2: name 0 of 2
        assertThat(hidden.wanted(2)).containsExactly(item("d")); // basket 3: name 1 of 2
        assertThat(hidden.visit(2).inBasket(item("b"))).isTrue();
        assertThat(hidden.units()).isEqualTo(1); // all are ann's
        assertThat(hidden).hasToString("TestVisits[3 visits of 1 customers]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestVisits.hiddenItem(BASKETS, b -> b == 1))
                .withMessageContaining("nothing to judge by");
    }

    @Test
    void aCustomerWithACardComesWithAHistory() {
        Interactions before = Interactions.ofCustomers(BASKETS.keep(b -> b < 2));
        TestVisits hidden = TestVisits.hiddenItem(BASKETS, b -> b == 3, before);
        assertThat(hidden.visit(0).basketSize()).isEqualTo(1);
        assertThat(hidden.visit(0).inBasket(item("b"))).isTrue();
        assertThat(hidden.visit(0).historySize()).isEqualTo(2);
        assertThat(TestVisits.hiddenItem(BASKETS, b -> b == 3).visit(0).historySize())
                .isZero();
        Interactions others = Interactions.of(IdTable.of("x"), new int[0][]);
        assertThatIllegalArgumentException().isThrownBy(() -> TestVisits.hiddenItem(BASKETS, b -> true, others));
    }

    @Test
    void someOfTheVisitsAreSpreadEvenly() {
        TestVisits all = TestVisits.hiddenItem(SmallShop.baskets(1, 200, 20), b -> true);
        TestVisits ten = all.atMost(10);
        assertThat(ten.size()).isEqualTo(10);
        assertThat(ten.visit(5)).isSameAs(all.visit(all.size() / 2));
        assertThat(ten.units()).isLessThanOrEqualTo(10);
        assertThat(all.atMost(1000)).isSameAs(all);
        assertThatIllegalArgumentException().isThrownBy(() -> all.atMost(0));
    }

    @Test
    void listsAreJudgedByWhatWasBought() {
        BasketSplit split = BasketSplit.after(BASKETS, LocalDate.of(2026, 1, 2));
        RankingEvaluation judge =
                RankingEvaluation.of(TestVisits.nextPurchases(split.before(), split.after()), split.before(), 1, 2);
        RankingResult result =
                judge.withSimilarity((a, b) -> 0.25).evaluate("popularity", Popularity.allTime(split.before()));
        // a is in 3 baskets, b and c in one each: the list is a, b, and both were bought again
        assertThat(result.value(RankingMetric.PRECISION, 2)).isEqualTo(1);
        assertThat(result.value(RankingMetric.RECALL, 2)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(result.hits(1)).isEqualTo(1);
        assertThat(result.answered()).isEqualTo(1);
        assertThat(result.coverage(2)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(result.novelty(2)).isCloseTo(Math.log(3) / Math.log(2) / 2, within(1e-15));
        assertThat(result.diversity(2)).isEqualTo(0.75);
        assertThat(result.diversity(1)).isZero();
        assertThat(result.toString()).startsWith("popularity: precision@2 1.0000 recall@2 0.6667");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.value(RankingMetric.HIT, 7))
                .withMessageContaining("only of [1, 2]");
        RankingResult onlyNew = judge.with(Selection.top(99).notBoughtBefore())
                .evaluate("popularity", Popularity.allTime(split.before()));
        assertThat(onlyNew.hits(2)).isZero();
        assertThat(onlyNew.answered()).isZero(); // everything that was ever bought, this customer has bought
    }

    @Test
    void aDifferenceComesWithAnInterval() {
        BasketLog shop = SmallShop.baskets(3, 600, 25);
        BasketSplit split = BasketSplit.share(shop, 0.7);
        PopularityRecommender popularity = Popularity.allTime(split.before());
        RankingEvaluation judge =
                RankingEvaluation.of(TestVisits.nextPurchases(split.before(), split.after()), split.before(), 5);
        RankingResult popular = judge.evaluate("popularity", popularity);
        RankingResult again = judge.evaluate("again", BuyAgain.of(popularity));
        Bootstrap bootstrap = Bootstrap.of(500, 1);
        ResampledMean gain = again.compare(popular, RankingMetric.NDCG, 5, bootstrap);
        assertThat(gain.value())
                .isCloseTo(again.value(RankingMetric.NDCG, 5) - popular.value(RankingMetric.NDCG, 5), within(1e-12));
        Interval ends = gain.interval().orElseThrow();
        assertThat(gain.value()).isBetween(ends.lower(), ends.upper());
        assertThat(again.compare(popular, RankingMetric.NDCG, 5, bootstrap)).isEqualTo(gain);
        assertThat(again.compare(again, RankingMetric.NDCG, 5, bootstrap).value())
                .isZero();
        assertThat(popular.estimate(RankingMetric.NDCG, 5, bootstrap).value())
                .isCloseTo(popular.value(RankingMetric.NDCG, 5), within(1e-12));
        RankingResult elsewhere = RankingEvaluation.of(TestVisits.hiddenItem(shop, b -> true), split.before(), 5)
                .evaluate("popularity", popularity);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> again.compare(elsewhere, RankingMetric.NDCG, 5, bootstrap));
    }

    @Test
    void badExaminationsAreRefused() {
        TestVisits tests = TestVisits.hiddenItem(BASKETS, b -> true);
        assertThatIllegalArgumentException().isThrownBy(() -> RankingEvaluation.of(tests, BASKETS));
        assertThatIllegalArgumentException().isThrownBy(() -> RankingEvaluation.of(tests, BASKETS, 5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> RankingEvaluation.of(tests, BASKETS, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingEvaluation.of(tests, BASKETS.keep(b -> false), 5))
                .withMessageContaining("no training basket");
        BasketLog elsewhere = BasketLog.builder().add("x", "y").customer("anna").build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestVisits.nextPurchases(
                        BasketLog.builder().add("x").customer("anna").build(), elsewhere))
                .withMessageContaining("different items");
        BasketLog other = BasketLog.of(List.of(List.of("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> RankingEvaluation.of(tests, other, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingEvaluation.of(tests, BASKETS, 5).evaluate("x", Popularity.allTime(other)));
    }
}
