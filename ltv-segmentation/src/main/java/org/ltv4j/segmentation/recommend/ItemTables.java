package org.ltv4j.segmentation.recommend;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.IdTable;

/** What recommenders ask of tables of items: whether two are the same, and their names for a file. */
public final class ItemTables {
    private ItemTables() {}

    /**
     * Whether two tables have the same items under the same numbers. Cost: a look-up for each item.
     *
     * @param one a table
     * @param other another
     * @return true if they do
     */
    public static boolean same(IdTable one, IdTable other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && one != other && i < one.size(); i++) {
            same = one.indexOf(other, i) == i;
        }
        return same;
    }

    /**
     * Refuses parts whose items differ.
     *
     * @param one the items of one part
     * @param other the items of another
     * @throws IllegalArgumentException if they are not the same under the same numbers
     */
    public static void requireSame(IdTable one, IdTable other) {
        if (!same(one, other)) {
            throw new IllegalArgumentException("the parts have different items (" + one.size() + " and " + other.size()
                    + "): fit them on the same baskets");
        }
    }

    /**
     * The names in order of their numbers, as they stand in a file; {@link #of} makes the table of them again.
     *
     * @param items the table
     * @return a list of its size
     */
    public static List<String> names(IdTable items) {
        List<String> names = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            names.add(items.id(i));
        }
        return names;
    }

    /**
     * The table of some names.
     *
     * @param names distinct names
     * @return the table, numbered in their order
     * @throws IllegalArgumentException if a name stands twice
     */
    public static IdTable of(List<String> names) {
        return IdTable.of(names.toArray(String[]::new));
    }
}
