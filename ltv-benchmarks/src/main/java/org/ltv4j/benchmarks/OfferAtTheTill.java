package org.ltv4j.benchmarks;

import java.util.BitSet;
import java.util.List;
import org.ltv4j.segmentation.recommend.Fallback;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.ItemFilter;
import org.ltv4j.segmentation.recommend.Popularity;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.RuleRecommender;
import org.ltv4j.segmentation.recommend.RuleScore;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.recommend.factor.Ials;
import org.ltv4j.segmentation.recommend.hybrid.HybridRecommender;
import org.ltv4j.segmentation.recommend.neighbour.ItemItem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The five best of 5,000 products for a basket of some ten and a customer who bought fifty others before. */
@State(Scope.Thread)
public class OfferAtTheTill extends PerCall {
    /** What recommends; {@code filtered} is rules, filled up by popularity, of products in stock and two of a shelf at most. */
    @Param({"itemItem", "ials", "popularity", "filtered", "hybrid"})
    public String kind = "";

    private Recommender recommender;
    private Selection selection = Selection.top(5);
    private List<Visit> visits = List.of();
    private int next;

    /** JMH makes it. */
    @SuppressWarnings("NullAway.Init") // set up by JMH
    public OfferAtTheTill() {}

    /** Fits the recommender. */
    @Setup(Level.Trial)
    public void open() {
        open(40_000);
    }

    void open(int learnt) {
        TillShop shop = TillShop.of(learnt, 50);
        visits = shop.visits();
        recommender = recommender(kind, shop);
        if (kind.equals("filtered")) {
            BitSet inStock = new BitSet();
            int[] shelf = new int[shop.baskets().items().size()];
            for (int product = 0; product < shelf.length; product++) {
                inStock.set(product, product % 10 != 3);
                shelf[product] = product % 60;
            }
            selection = Selection.top(5)
                    .where(ItemFilter.only(inStock))
                    .notBoughtBefore()
                    .atMost(2, shelf);
        }
    }

    private static Recommender recommender(String kind, TillShop shop) {
        switch (kind) {
            case "itemItem":
                return ItemItem.fit(Interactions.ofBaskets(shop.baskets()));
            case "ials":
                return Ials.fit(
                        Interactions.ofBaskets(shop.baskets()),
                        Ials.Options.defaults().withEpochs(2));
            case "popularity":
                return Popularity.allTime(shop.baskets());
            case "filtered":
                return Fallback.of(
                        RuleRecommender.of(
                                shop.rules(),
                                RuleScore.MAX_CONFIDENCE,
                                shop.baskets().items()),
                        Popularity.allTime(shop.baskets()));
            case "hybrid":
                return HybridRecommender.of(List.of(
                        new HybridRecommender.Part("together", recommender("itemItem", shop), 0.6, 0),
                        new HybridRecommender.Part("popular", recommender("popularity", shop), 0.4, 0)));
            default:
                throw new IllegalArgumentException("no such kind: " + kind);
        }
    }

    /**
     * Ours.
     *
     * @return the list
     */
    @Benchmark
    public Recommendations ltv4j() {
        next = (next + 1) % visits.size();
        return recommender.recommend(visits.get(next), selection);
    }
}
