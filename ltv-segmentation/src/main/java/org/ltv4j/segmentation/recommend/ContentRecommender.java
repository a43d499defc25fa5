package org.ltv4j.segmentation.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;

/**
 * Recommends items of the same kind: category at each level, price band and further attributes. It needs no sales, so it knows new items
 * from their first day. Immutable, able to be saved.
 *
 * <p>An item is a vector with an entry for each of its classes: the weight of that sort of class times {@code ln(items / items of the
 * class)}, so that what few items share counts more. The score is the sum of the cosines with the items of the visit. Many items are then
 * equal: the more popular come first, where a popularity is given. Items of which the catalog says nothing are neither recommended nor
 * count.
 */
public final class ContentRecommender implements Recommender, ItemSimilarity, LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "content";

    private final IdTable items;
    private final Weights weights;
    private final ItemFeatures features;
    private final double[] popularity;

    /** Takes the array over. */
    ContentRecommender(IdTable items, Weights weights, ItemFeatures features, double[] popularity) {
        if (features.items() != items.size() || popularity.length != items.size()) {
            throw new IllegalArgumentException("need classes and popularity of each of the " + items.size()
                    + " items, got " + features.items() + " and " + popularity.length);
        }
        for (double share : popularity) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share lies from 0 to 1, got " + share);
            }
        }
        this.items = items;
        this.weights = weights;
        this.features = features;
        this.popularity = popularity;
    }

    /**
     * How much each sort of class counts.
     *
     * @param category of the categories, all levels alike; at least 0
     * @param priceBand of the price band; at least 0
     * @param attribute of each further attribute; at least 0
     * @param history of what was bought before, beside 1 for the basket; from 0 to 1
     */
    public record Weights(double category, double priceBand, double attribute, double history) {
        /**
         * Checks the numbers.
         *
         * @param category of the categories, all levels alike; at least 0
         * @param priceBand of the price band; at least 0
         * @param attribute of each further attribute; at least 0
         * @param history of what was bought before, beside 1 for the basket; from 0 to 1
         */
        public Weights {
            for (double weight : new double[] {category, priceBand, attribute}) {
                if (!(weight >= 0 && weight <= 1e6)) {
                    throw new IllegalArgumentException("a weight of attributes lies from 0 to 1e6, got " + weight);
                }
            }
            if (!(history >= 0 && history <= 1)) {
                throw new IllegalArgumentException("the weight of the history lies from 0 to 1, got " + history);
            }
        }

        /**
         * Categories 1, price band and other attributes a half each, history a half.
         *
         * @return the defaults
         */
        public static Weights defaults() {
            return new Weights(1, 0.5, 0.5, 0.5);
        }
    }

    /**
     * A recommender by attributes alone.
     *
     * @param catalog what is known of the items
     * @param items the items
     * @param weights how much each sort of class counts
     * @return the recommender
     */
    public static ContentRecommender of(ProductCatalog catalog, IdTable items, Weights weights) {
        return new ContentRecommender(
                items, weights, ItemFeatures.of(catalog, items, weights), new double[items.size()]);
    }

    /**
     * A recommender by attributes that prefers the more popular of equal items.
     *
     * @param catalog what is known of the items
     * @param weights how much each sort of class counts
     * @param popularity of the items, which are those recommended
     * @return the recommender
     */
    public static ContentRecommender of(ProductCatalog catalog, Weights weights, PopularityRecommender popularity) {
        IdTable items = popularity.items();
        double[] shares = new double[items.size()];
        for (int item = 0; item < shares.length; item++) {
            shares[item] = popularity.share(item);
        }
        return new ContentRecommender(items, weights, ItemFeatures.of(catalog, items, weights), shares);
    }

    @Override
    public IdTable items() {
        return items;
    }

    /**
     * How alike two items are by their attributes.
     *
     * @param a number of an item
     * @param b number of another
     * @return the cosine, from 0 to 1
     */
    @Override
    public double between(int a, int b) {
        return a == b ? 1 : Math.min(1, features.cosine(a, b));
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        double[] profile = scores.scratch(features.size());
        Arrays.fill(profile, 0, features.size(), 0);
        for (int i = 0; i < visit.basketSize(); i++) {
            features.addTo(profile, visit.basketItem(i), 1);
        }
        for (int i = 0; i < visit.historySize(); i++) {
            if (!visit.inBasket(visit.historyItem(i))) {
                features.addTo(profile, visit.historyItem(i), weights.history());
            }
        }
        features.score(profile, scores);
        for (int i = 0; i < scores.size(); i++) {
            scores.support(scores.item(i), popularity[scores.item(i)]);
        }
    }

    @Override
    public List<Reason> reasons(Visit visit, int item) {
        requireKnown(visit, item);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < visit.basketSize(); i++) {
            reason(visit.basketItem(i), item, 1, "is in the basket", reasons);
        }
        for (int i = 0; i < visit.historySize(); i++) {
            if (!visit.inBasket(visit.historyItem(i))) {
                reason(visit.historyItem(i), item, weights.history(), "was bought before", reasons);
            }
        }
        reasons.sort(Comparator.comparingDouble(Reason::strength).reversed());
        return List.copyOf(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    private void reason(int from, int item, double weight, String where, List<Reason> reasons) {
        double strength = weight * features.cosine(from, item);
        if (strength > 0) {
            String name = items.id(from);
            String text = String.format(
                    Locale.ROOT,
                    "because %s %s: both are %s",
                    name,
                    where,
                    String.join(", ", features.shared(from, item)));
            reasons.add(new Reason(Reason.Kind.ALIKE, List.of(name), strength, text));
        }
    }

    Weights weights() {
        return weights;
    }

    ItemFeatures features() {
        return features;
    }

    double[] popularity() {
        return popularity.clone();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentRecommender that
                && weights.equals(that.weights)
                && ItemTables.same(items, that.items)
                && features.equals(that.features)
                && Arrays.equals(popularity, that.popularity);
    }

    @Override
    public int hashCode() {
        return 31 * features.hashCode() + Arrays.hashCode(popularity);
    }

    @Override
    public String toString() {
        return "attributes of " + items.size() + " items, " + features.size() + " classes";
    }
}
