package org.ltv4j.segmentation.basket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.ProductCatalog;

/**
 * Which category an item belongs to, which department that belongs to, and so on upwards. Immutable.
 *
 * <pre>{@code
 * ItemHierarchy shop = ItemHierarchy.of(Map.of("espresso", List.of("coffee", "drinks"), "muffin", List.of("cake", "food")));
 * BasketLog categories = baskets.at(shop, 1);            // coffee, cake
 * BasketLog all        = baskets.extended(shop);         // espresso, coffee*, drinks**, muffin, cake*, food**
 * }</pre>
 */
public final class ItemHierarchy {
    /** The class of an item that the hierarchy does not know. */
    public static final String UNKNOWN = ProductCatalog.UNKNOWN;

    private final Map<String, List<String>> ancestors;
    private final int levels;

    private ItemHierarchy(Map<String, List<String>> ancestors, int levels) {
        this.ancestors = ancestors;
        this.levels = levels;
    }

    /**
     * A hierarchy of any depth.
     *
     * @param ancestors for each item the classes that it is in, from its own category upwards; all of one depth
     * @return the hierarchy
     * @throws InvalidDataException if there are none, an item or class is blank, or depths differ
     */
    public static ItemHierarchy of(Map<String, List<String>> ancestors) {
        if (ancestors.isEmpty()) {
            throw new InvalidDataException("a hierarchy needs at least one item, got none");
        }
        int levels = ancestors.values().iterator().next().size();
        Map<String, List<String>> copy = new HashMap<>();
        ancestors.forEach((item, above) -> {
            if (above.isEmpty() || above.size() != levels) {
                throw new InvalidDataException(
                        "all items of a hierarchy need as many classes above them, at least one, got " + levels
                                + " and " + above.size());
            }
            if (Blanks.isBlank(item) || above.stream().anyMatch(Blanks::isBlank)) {
                throw new InvalidDataException("items and classes of a hierarchy need names, got a blank one");
            }
            copy.put(item, List.copyOf(above));
        });
        return new ItemHierarchy(copy, levels);
    }

    /**
     * The categories of a catalog. A product whose path ends early belongs to its last category on the levels below it too.
     *
     * @param catalog products with categories
     * @return the hierarchy, as deep as the catalog
     * @throws InvalidDataException if the catalog has no categories
     */
    public static ItemHierarchy of(ProductCatalog catalog) {
        Map<String, List<String>> ancestors = new HashMap<>();
        IdTable products = catalog.products();
        for (int i = 0; i < products.size(); i++) {
            List<String> path = new ArrayList<>(catalog.path(products.id(i)));
            while (!path.isEmpty() && path.size() < catalog.levels()) {
                path.add(path.get(path.size() - 1));
            }
            if (!path.isEmpty()) {
                Collections.reverse(path);
                ancestors.put(products.id(i), path);
            }
        }
        return of(ancestors);
    }

    /**
     * How many levels there are above the items.
     *
     * @return at least 1
     */
    public int levels() {
        return levels;
    }

    /**
     * The class of an item.
     *
     * @param item its name
     * @param level from 1, its own category, to {@link #levels()}; 0 gives the item
     * @return the class, {@link #UNKNOWN} for an item that the hierarchy does not know
     */
    public String ancestor(String item, int level) {
        if (level < 0 || level > levels) {
            throw new IllegalArgumentException("need a level from 0 to " + levels + ", got " + level);
        }
        if (level == 0) {
            return item;
        }
        List<String> above = ancestors.get(item);
        return above == null ? UNKNOWN : above.get(level - 1);
    }

    /**
     * How a class is called beside the items of {@link BasketLog#extended}: with a star for each level, since items and classes may
     * have the same name.
     *
     * @param name of a class
     * @param level from 1
     * @return for example {@code coffee*}
     */
    public static String starred(String name, int level) {
        return name + "*".repeat(level);
    }

    /** The starred classes of an item, none for one that is not known. */
    List<String> starred(String item) {
        List<String> above = ancestors.get(item);
        if (above == null) {
            return List.of();
        }
        List<String> starred = new ArrayList<>();
        for (int level = 1; level <= levels; level++) {
            starred.add(starred(above.get(level - 1), level));
        }
        return starred;
    }

    /**
     * For names of {@link BasketLog#extended}: all classes that contain each of them, as they are called there.
     *
     * @return starred classes by name, for items and for classes; nothing for the highest ones
     */
    public Map<String, List<String>> starredAncestors() {
        Map<String, List<String>> all = new HashMap<>();
        for (String item : ancestors.keySet()) {
            List<String> starred = starred(item);
            all.put(item, starred);
            for (int level = 0; level + 1 < levels; level++) {
                List<String> above = starred.subList(level + 1, levels);
                all.merge(starred.get(level), List.copyOf(above), ItemHierarchy::joined);
            }
        }
        return all;
    }

    private static List<String> joined(List<String> a, List<String> b) {
        if (a.equals(b)) {
            return a;
        }
        List<String> both = new ArrayList<>(a);
        b.stream().filter(name -> !a.contains(name)).forEach(both::add);
        return List.copyOf(both);
    }

    @Override
    public String toString() {
        return "ItemHierarchy[" + ancestors.size() + " items, " + levels + " levels]";
    }
}
