package org.ltv4j.segmentation.basket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/** Baskets of items into baskets of classes. */
final class Generaliser {
    private Generaliser() {}

    static BasketLog at(BasketLog log, ItemHierarchy hierarchy, int level) {
        IdTable.Builder classes = new IdTable.Builder();
        int[] classOf = new int[log.items().size()];
        for (int item = 0; item < classOf.length; item++) {
            classOf[item] = classes.index(hierarchy.ancestor(log.items().id(item), level));
        }
        int[] flat = new int[(int) log.occurrences()];
        for (int at = 0; at < flat.length; at++) {
            flat[at] = classOf[log.itemAt(at)];
        }
        int[] starts = starts(log);
        return new BasketLog(classes.build(), starts, BasketRows.distinct(starts, flat), log.keys(), log.leftOut());
    }

    static BasketLog extended(BasketLog log, ItemHierarchy hierarchy) {
        IdTable.Builder names = new IdTable.Builder();
        int items = log.items().size();
        for (int item = 0; item < items; item++) {
            names.index(log.items(), item);
        }
        int[][] above = new int[items][];
        Map<Integer, Integer> levelOf = new HashMap<>();
        for (int item = 0; item < items; item++) {
            List<String> classes = hierarchy.starred(log.items().id(item));
            above[item] = new int[classes.size()];
            for (int level = 1; level <= classes.size(); level++) {
                above[item][level - 1] = named(names, classes.get(level - 1), level, items, levelOf);
            }
        }
        long length = 0;
        for (int item = 0; item < items; item++) {
            length += (long) log.count(item) * (1 + above[item].length);
        }
        if (length > Integer.MAX_VALUE - 8) {
            throw new InvalidDataException("items and classes of all baskets together are " + length + ", more than "
                    + (Integer.MAX_VALUE - 8) + ": mine them in parts");
        }
        int[] flat = new int[(int) length];
        int[] starts = new int[log.size() + 1];
        int used = 0;
        for (int basket = 0; basket < log.size(); basket++) {
            for (int at = log.start(basket); at < log.start(basket + 1); at++) {
                int item = log.itemAt(at);
                flat[used++] = item;
                for (int name : above[item]) {
                    flat[used++] = name;
                }
            }
            starts[basket + 1] = used;
        }
        return new BasketLog(names.build(), starts, BasketRows.distinct(starts, flat), log.keys(), log.leftOut());
    }

    /** The number of a class, which must not be that of an item, nor of a class of another level: "a*" has with one star the name of "a" with two. */
    private static int named(IdTable.Builder names, String name, int level, int items, Map<Integer, Integer> levelOf) {
        int number = names.index(name);
        if (number < items) {
            throw new InvalidDataException(
                    "item number " + number + " has the name of a class with its stars: rename one of them");
        }
        Integer other = levelOf.putIfAbsent(number, level);
        if (other != null && other != level) {
            throw new InvalidDataException("a class of level " + other + " and one of level " + level
                    + " have the same name with their stars: rename the one that ends with a star");
        }
        return number;
    }

    private static int[] starts(BasketLog log) {
        int[] starts = new int[log.size() + 1];
        for (int basket = 0; basket <= log.size(); basket++) {
            starts[basket] = log.start(basket);
        }
        return starts;
    }
}
