package org.ltv4j.segmentation.recommend;

import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.ProductClasses;

/**
 * How a list is made of scores: its length, what may stand in it, how many of one category, and how varied it is. Make it once, use it for
 * every visit. Immutable. Items in the basket are never recommended.
 *
 * <pre>{@code
 * Selection offer = Selection.top(5)
 *     .where(ItemFilter.only(inStock))
 *     .notBoughtBefore()
 *     .atMost(2, catalog.categories(), recommender.items());
 * }</pre>
 */
public final class Selection {
    /** The longest list that can be asked for. */
    public static final int MOST = 10_000;

    private static final int[] NO_CLASSES = {};
    private static final Selection[] SHORT = new Selection[101];

    static {
        for (int k = 1; k < SHORT.length; k++) {
            SHORT[k] = new Selection(k, ItemFilter.ALL, false, 0, NO_CLASSES, 1, null);
        }
    }

    final int k;
    final ItemFilter filter;
    final boolean skipHistory;
    final int perClass;
    final int[] classOf;
    final int classes;
    final double relevance;
    final @Nullable ItemSimilarity similarity;

    private Selection(
            int k,
            ItemFilter filter,
            boolean skipHistory,
            int perClass,
            int[] classOf,
            double relevance,
            @Nullable ItemSimilarity similarity) {
        this.k = k;
        this.filter = filter;
        this.skipHistory = skipHistory;
        this.perClass = perClass;
        this.classOf = classOf;
        this.classes = classes(classOf);
        this.relevance = relevance;
        this.similarity = similarity;
    }

    private static int classes(int[] classOf) {
        int most = -1;
        for (int c : classOf) {
            most = Math.max(most, c);
        }
        return most + 1;
    }

    /**
     * The best items.
     *
     * @param k how many at most, from 1 to {@link #MOST}
     * @return the selection
     * @throws IllegalArgumentException if k is out of range
     */
    public static Selection top(int k) {
        if (k < 1 || k > MOST) {
            throw new IllegalArgumentException("a list has 1 to " + MOST + " items, got k = " + k);
        }
        return k < SHORT.length ? SHORT[k] : new Selection(k, ItemFilter.ALL, false, 0, NO_CLASSES, 1, null);
    }

    /**
     * Another length.
     *
     * @param newK how many at most, from 1 to {@link #MOST}
     * @return a copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Selection withTop(int newK) {
        return new Selection(top(newK).k, filter, skipHistory, perClass, classOf, relevance, similarity);
    }

    /**
     * Only items that a filter allows, besides those already set.
     *
     * @param more the filter
     * @return a copy
     */
    public Selection where(ItemFilter more) {
        ItemFilter all = filter == ItemFilter.ALL ? more : filter.and(more);
        return new Selection(k, all, skipHistory, perClass, classOf, relevance, similarity);
    }

    /**
     * Only items that the customer did not buy before: for goods that one buys once, not for milk.
     *
     * @return a copy
     */
    public Selection notBoughtBefore() {
        return new Selection(k, filter, true, perClass, classOf, relevance, similarity);
    }

    /**
     * No more than a number of items of one class; of those beyond it the best are kept.
     *
     * @param most at least 1
     * @param newClasses for example categories; items of which the catalog knows nothing are one class
     * @param items the recommender's table
     * @return a copy
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public Selection atMost(int most, ProductClasses newClasses, IdTable items) {
        return atMost(most, newClasses.of(items));
    }

    /**
     * No more than a number of items of one class; of those beyond it the best are kept.
     *
     * @param most at least 1
     * @param newClassOf the class of each item, numbered from 0; copied
     * @return a copy
     * @throws IllegalArgumentException if {@code most} is below 1 or a class below 0
     */
    public Selection atMost(int most, int[] newClassOf) {
        if (most < 1) {
            throw new IllegalArgumentException("a cap allows at least 1 item of a class, got " + most);
        }
        for (int item = 0; item < newClassOf.length; item++) {
            if (newClassOf[item] < 0) {
                throw new IllegalArgumentException(
                        "classes are numbered from 0, got " + newClassOf[item] + " for item " + item);
            }
        }
        return new Selection(k, filter, skipHistory, most, newClassOf.clone(), relevance, similarity);
    }

    /**
     * A varied list by maximal marginal relevance (Carbonell and Goldstein 1998): from the {@code max(5 k, 50)} best items, that one comes
     * next which has the largest {@code w s - (1 - w) m}, where s is its score on a scale from 0 to 1 within those, and m how like it is to
     * the item in the list that is most like it. Ties go to the better score.
     *
     * @param weight w, the weight of the score, from 0 (variety alone) to 1 (scores alone)
     * @param newSimilarity how alike items are
     * @return a copy
     * @throws IllegalArgumentException if the weight is not from 0 to 1
     */
    public Selection diversified(double weight, ItemSimilarity newSimilarity) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight of scores lies from 0 to 1, got " + weight);
        }
        return new Selection(k, filter, skipHistory, perClass, classOf, weight, newSimilarity);
    }

    /**
     * How many items at most.
     *
     * @return from 1 to {@link #MOST}
     */
    public int k() {
        return k;
    }

    /** How many of the best are looked at. */
    int pool() {
        return similarity == null ? k : Math.max(5 * k, 50);
    }

    void requireFits(IdTable items) {
        if (perClass > 0 && classOf.length != items.size()) {
            throw new IllegalArgumentException("the cap has classes of " + classOf.length
                    + " items, the recommender has " + items.size() + " items: give the cap the recommender's table");
        }
        if (similarity instanceof Recommender alike && alike.items().size() != items.size()) {
            throw new IllegalArgumentException(
                    "the similarity is of " + alike.items().size() + " items, the recommender has " + items.size()
                            + " items: fit both on the same baskets");
        }
    }
}
