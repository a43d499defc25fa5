package org.ltv4j.segmentation.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.rule.Apriori;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.RuleCounts;
import org.ltv4j.segmentation.rule.RuleSet;

/** The plain recommenders: popularity, what was bought before, attributes, rules, and one filled up by another. */
class PopularityTest {
    private static final LocalDateTime DAY = LocalDateTime.of(2026, 3, 1, 12, 0);

    private static final BasketLog BASKETS = BasketLog.builder()
            .add("ice", "milk")
            .customer("ann")
            .time(DAY)
            .add("ice")
            .customer("bob")
            .time(DAY)
            .add("soup", "milk")
            .customer("bob")
            .time(DAY.plusDays(10))
            .add("soup")
            .customer("cem")
            .time(DAY.plusDays(20))
            .build();

    private static int item(String name) {
        return BASKETS.items().indexOf(name).orElseThrow();
    }

    @Test
    void equallyPopularItemsComeByName() {
        Recommendations list = Popularity.allTime(BASKETS).recommend(Visit.empty(), 3);
        assertThat(list.names()).containsExactly("ice", "milk", "soup");
        assertThat(list.score(0)).isEqualTo(0.5);
        assertThat(list).hasToString("[ice 0.5000, milk 0.5000, soup 0.5000]");
    }

    @Test
    void anOldBasketCountsHalfAfterEachHalfLife() {
        PopularityRecommender recent = Popularity.recent(BASKETS, 10);
        // weights 1/4, 1/4, 1/2, 1: in all 2
        assertThat(recent.share(item("soup"))).isCloseTo(0.75, within(1e-15));
        assertThat(recent.share(item("milk"))).isCloseTo(0.375, within(1e-15));
        assertThat(recent.share(item("ice"))).isCloseTo(0.25, within(1e-15));
        assertThat(Popularity.recent(BASKETS, Double.POSITIVE_INFINITY)).isEqualTo(Popularity.allTime(BASKETS));
        // so short that only the very newest basket counts, and no weight is a quotient of two zeros
        assertThat(Popularity.recent(BASKETS, Double.MIN_VALUE)).isEqualTo(Popularity.recent(BASKETS, 1e-9));
        assertThat(Popularity.recent(BASKETS, Double.MIN_VALUE)
                        .recommend(Visit.empty(), 1)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void eachSegmentHasItsOwnPopularity() {
        PopularityRecommender bySegment =
                Popularity.bySegment(BASKETS, Double.POSITIVE_INFINITY, IdTable.of("young", "old", "empty"), new int[] {
                    0, 1, Visit.NO_SEGMENT
                });
        assertThat(bySegment.share(0, item("ice"))).isEqualTo(1);
        assertThat(bySegment.share(1, item("ice"))).isEqualTo(0.5);
        assertThat(bySegment.recommend(Visit.empty().withSegment(0), 3).names()).containsExactly("ice", "milk");
        Recommendations all = bySegment.recommend(Visit.empty(), 3);
        assertThat(bySegment.recommend(Visit.empty().withSegment(2), 3)).isEqualTo(all);
        assertThat(bySegment.recommend(Visit.empty().withSegment(99), 3)).isEqualTo(all);
        assertThat(all).isEqualTo(Popularity.allTime(BASKETS).recommend(Visit.empty(), 3));
        assertThat(bySegment
                        .reasons(Visit.empty().withSegment(1), item("ice"))
                        .get(0)
                        .text())
                .isEqualTo("because many buy it: 50.0 % of baskets of old have ice");
    }

    @Test
    void badPopularitiesAreRefused() {
        for (double days : new double[] {0, -1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Popularity.recent(BASKETS, days));
        }
        BasketLog timeless = BasketLog.of(List.of(List.of("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Popularity.recent(timeless, 5))
                .withMessageContaining("no times");
        IdTable one = IdTable.of("only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Popularity.bySegment(BASKETS, 5, one, new int[2]))
                .withMessageContaining("each of the 3 customers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Popularity.bySegment(BASKETS, 5, one, new int[] {0, 0, 1}))
                .withMessageContaining("no segment number 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Popularity.bySegment(BASKETS, 0, one, new int[3]));
    }

    @Test
    void noBasketsRecommendNothing() {
        BasketLog none = BASKETS.keep(b -> false);
        assertThat(Popularity.allTime(none).recommend(Visit.empty(), 5).size()).isZero();
        assertThat(Popularity.allTime(BasketLog.of(List.of()))
                        .recommend(Visit.empty(), 5)
                        .size())
                .isZero();
    }

    @Test
    void whatWasBoughtMostOftenComesAgain() {
        BuyAgain again = BuyAgain.of(Popularity.recent(BASKETS, 10));
        Visit visit = Visit.empty().withHistory(item("ice"), item("milk"), item("ice"), item("soup"));
        assertThat(again.recommend(visit, 3).names()).containsExactly("ice", "soup", "milk");
        assertThat(again.reasons(visit, item("ice")).get(0).text()).isEqualTo("because ice was bought 2 times before");
        assertThat(again.reasons(visit, item("milk")).get(0).text()).isEqualTo("because milk was bought once before");
        assertThat(again.reasons(Visit.empty(), item("milk"))).isEmpty();
    }

    @Test
    void aFallbackFillsUpBehindAllOthers() {
        PopularityRecommender popularity = Popularity.recent(BASKETS, 10);
        Fallback filled = Fallback.of(BuyAgain.of(popularity), popularity);
        Recommendations list = filled.recommend(Visit.empty().withHistory(item("ice")), 3);
        assertThat(list.names()).containsExactly("ice", "soup", "milk");
        assertThat(list.score(0)).isEqualTo(1);
        assertThat(list.score(1)).isEqualTo(-0.5);
        assertThat(list.score(2)).isBetween(-1.0, -0.5);
        assertThat(filled.recommend(Visit.empty(), 3).names())
                .isEqualTo(popularity.recommend(Visit.empty(), 3).names());
        assertThat(filled.reasons(Visit.empty(), item("soup")).get(0).kind()).isEqualTo(Reason.Kind.POPULAR);
        BasketLog other = BasketLog.of(List.of(List.of("milk", "ice", "soup")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fallback.of(popularity, Popularity.allTime(other)))
                .withMessageContaining("different items");
    }

    @Test
    void itemsOfTheSameKindAreRecommendedEvenIfNobodyBoughtThem() {
        ProductCatalog catalog = ProductCatalog.builder()
                .product("ice", "frozen", "sweet")
                .priceBand("low")
                .product("sorbet", "frozen", "sweet")
                .priceBand("high")
                .product("peas", "frozen", "vegetables")
                .priceBand("low")
                .product("soup", "tins")
                .priceBand("low")
                .build();
        IdTable items = IdTable.of("ice", "sorbet", "peas", "soup", "unlisted");
        ContentRecommender alike = ContentRecommender.of(catalog, items, ContentRecommender.Weights.defaults());
        Recommendations list = alike.recommend(Visit.ofItems(0), 5);
        assertThat(list.names()).containsExactly("sorbet", "peas", "soup");
        assertThat(list.score(0)).isEqualTo(alike.between(0, 1)).isBetween(0.0, 1.0);
        assertThat(alike.between(0, 0)).isEqualTo(1);
        assertThat(alike.reasons(Visit.ofItems(0), 1).get(0).text())
                .isEqualTo("because ice is in the basket: both are category frozen, subcategory frozen > sweet");
        assertThat(alike.recommend(Visit.ofItems(4), 5).size()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new ContentRecommender.Weights(-1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ContentRecommender.Weights(1, 0, 0, 2));
    }

    @Test
    void rulesThatFireRecommendTheirRightSide() {
        RuleSet rules = RuleSet.of(List.of(
                new AssociationRule(List.of("bread"), List.of("butter"), new RuleCounts(31, 100, 40, 1000)),
                new AssociationRule(List.of("bread", "jam"), List.of("butter"), new RuleCounts(6, 10, 40, 1000)),
                new AssociationRule(List.of("jam"), List.of("tea"), new RuleCounts(3, 10, 5, 1000)),
                new AssociationRule(List.of("bread"), List.of("tea"), new RuleCounts(2, 100, 5, 1000))));
        RuleRecommender most = RuleRecommender.of(rules, RuleScore.MAX_CONFIDENCE);
        Visit bread = Visit.of(most.items(), List.of("bread"));
        Visit both = Visit.of(most.items(), List.of("bread", "jam"));
        int butter = most.items().indexOf("butter").orElseThrow();
        assertThat(most.recommend(bread, 5)).hasToString("[butter 0.3100, tea 0.02000]");
        assertThat(most.recommend(both, 5)).hasToString("[butter 0.6000, tea 0.3000]");
        assertThat(RuleRecommender.of(rules, RuleScore.SUM_OF_CONFIDENCE).recommend(both, 5))
                .hasToString("[butter 0.9100, tea 0.3200]");
        assertThat(RuleRecommender.of(rules, RuleScore.MAX_LIFT).recommend(both, 5))
                .hasToString("[tea 60.00, butter 15.00]");
        assertThat(most.reasons(both, butter).stream().map(Reason::text))
                .containsExactly(
                        "because bread and jam are in the basket: 60 % of baskets with bread and jam have butter",
                        "because bread is in the basket: 31 % of baskets with bread have butter");
        RuleRecommender elsewhere = RuleRecommender.of(rules, RuleScore.MAX_CONFIDENCE, IdTable.of("tea", "jam"));
        assertThat(elsewhere.recommend(Visit.ofItems(1), 5).names()).containsExactly("tea");
    }

    /** More rules fire than the work space first has room for. */
    @Test
    void manyRulesMayFire() {
        BasketLog baskets = SmallShop.baskets(2, 300, 12);
        RuleSet rules =
                Apriori.mine(baskets, Apriori.Options.defaults().withMinCount(1).withMinConfidence(0));
        RuleRecommender recommender = RuleRecommender.of(rules, RuleScore.MAX_CONFIDENCE, baskets.items());
        Visit visit = Visit.ofItems(0, 1, 2, 3, 4, 5);
        Recommendations list = recommender.recommend(visit, 3);
        double best = 0;
        int firing = 0;
        for (AssociationRule rule : rules.asList()) {
            boolean fires = rule.antecedent().stream()
                    .allMatch(
                            name -> visit.inBasket(baskets.items().indexOf(name).orElseThrow()));
            if (fires && rule.consequent().equals(List.of(list.name(0)))) {
                best = Math.max(best, rule.confidence());
            }
            firing += fires ? 1 : 0;
        }
        assertThat(firing).isGreaterThan(64);
        assertThat(list.score(0)).isEqualTo(best);
    }
}
