package org.ltv4j.segmentation.recommend;

import java.util.BitSet;
import java.util.function.Predicate;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.ProductClasses;

/**
 * Which items may be recommended: those in stock, those of a category, those that suit the customer's age. Asked only for items that
 * would make it into the list, but possibly often: prepare what can be prepared.
 */
@FunctionalInterface
public interface ItemFilter {
    /** Any item. */
    ItemFilter ALL = item -> true;

    /**
     * Whether an item may be recommended.
     *
     * @param item number of the item in the recommender's table
     * @return true if it may
     */
    boolean allows(int item);

    /**
     * Only items of a set, for example those in stock.
     *
     * @param items numbers of items; copied
     * @return the filter
     */
    static ItemFilter only(BitSet items) {
        BitSet copy = (BitSet) items.clone();
        return copy::get;
    }

    /**
     * No items of a set.
     *
     * @param items numbers of items; copied
     * @return the filter
     */
    static ItemFilter without(BitSet items) {
        BitSet copy = (BitSet) items.clone();
        return item -> !copy.get(item);
    }

    /**
     * Only items whose class suits, for example {@code ofClass(catalog.attribute("minimum age"), items, age -> !age.equals("18"))}. The
     * class of items that the catalog does not have is {@code unknown}. Each class is looked at once, now.
     *
     * @param classes the items by category, price band or an attribute
     * @param items the recommender's table
     * @param suits whether items of a class, given by its name, may be recommended
     * @return the filter
     */
    static ItemFilter ofClass(ProductClasses classes, IdTable items, Predicate<String> suits) {
        boolean[] allowed = new boolean[classes.names().size()];
        for (int c = 0; c < allowed.length; c++) {
            allowed[c] = suits.test(classes.names().get(c));
        }
        int[] classOf = classes.of(items);
        BitSet set = new BitSet(classOf.length);
        for (int item = 0; item < classOf.length; item++) {
            set.set(item, allowed[classOf[item]]);
        }
        return set::get;
    }

    /**
     * What both allow.
     *
     * @param other asked second
     * @return the filter
     */
    default ItemFilter and(ItemFilter other) {
        return item -> allows(item) && other.allows(item);
    }
}
