package org.ltv4j.segmentation.recommend;

import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.ProductClasses;

/** How alike two items are, for lists that shall not repeat themselves. */
@FunctionalInterface
public interface ItemSimilarity {
    /**
     * How alike two items are.
     *
     * @param a number of an item
     * @param b number of another
     * @return from 0 to 1; the order of the two does not matter
     */
    double between(int a, int b);

    /**
     * Items of one class are alike, others are not.
     *
     * @param classes for example categories; items without one are like no other
     * @param items the recommender's table
     * @return 1 or 0
     */
    static ItemSimilarity sameClass(ProductClasses classes, IdTable items) {
        int[] classOf = classes.of(items);
        return (a, b) -> classOf[a] == classOf[b] && classOf[a] != ProductClasses.UNKNOWN ? 1 : 0;
    }
}
