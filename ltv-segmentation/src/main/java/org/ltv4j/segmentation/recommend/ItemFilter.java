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
     * Only items that may be offered at an age, by a catalog's lowest ages in years. Items of which the catalog does not say it are left
     * out: what needs no age must say 0.
     *
     * @param lowestAge the items by the age from which they may be offered, such as {@code catalog.attribute("minimum age")}
     * @param items the recommender's table
     * @param years how old the customer is, at least 0; 0 where that is not known
     * @return the filter
     * @throws IllegalArgumentException if the age is below 0, or a class other than {@code unknown} is no whole number from 0 to 150
     */
    static ItemFilter ofAge(ProductClasses lowestAge, IdTable items, int years) {
        if (years < 0) {
            throw new IllegalArgumentException("an age is a number of years from 0, got " + years);
        }
        String unknown = lowestAge.names().get(ProductClasses.UNKNOWN);
        return ofClass(lowestAge, items, age -> !age.equals(unknown) && years >= lowest(lowestAge, age));
    }

    private static int lowest(ProductClasses classes, String text) {
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= 150) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("the classes by " + classes.name()
                + " must be whole numbers of years from 0 to 150, one is \"" + text + "\"");
    }

    /**
     * Only items whose class suits, for example {@code ofClass(catalog.attribute("brand"), items, brand -> brand.equals("own"))}. The
     * class of items of which the catalog says nothing is {@code unknown}: a condition that excludes classes lets them pass. For limits of
     * age take {@link #ofAge}. Each class is looked at once, now.
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
