package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Baskets and items that a search looks at, with constraints taken care of: items that must not be there are not looked at, and where items must be there, only the
 * baskets that hold them are, without these items.
 *
 * @param log all baskets
 * @param ranking order of all items
 * @param rows the baskets to look at
 * @param counts in how many of these each item is, 0 for items not to be looked at
 * @param isRequiring whether only baskets with certain items are looked at
 * @param required these items, by rank descending
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record MiningInput(BasketLog log, Ranking ranking, BasketLog rows, int[] counts, boolean isRequiring, int[] required) {

    /** Takes care of constraints; of items that must be there only if {@code requiring}. */
    static MiningInput of(BasketLog log, ItemConstraints constraints, boolean requiring) {
        Ranking ranking = Ranking.of(log);
        boolean isRequiring = requiring && !constraints.all().isEmpty();
        int[] required = isRequiring ? numbers(log, constraints.all()) : new int[] {};
        BasketLog rows = log;
        if (isRequiring) {
            boolean allKnown = required.length == constraints.all().size();
            rows = log.keep(basket -> allKnown && holds(log, basket, required));
        }
        int[] counts = new int[log.items().size()];
        if (constraints.only().isEmpty()) {
            Arrays.setAll(counts, rows::count);
        } else {
            for (int item : numbers(log, constraints.only())) {
                counts[item] = rows.count(item);
            }
        }
        for (int item : numbers(log, constraints.none())) {
            counts[item] = 0;
        }
        for (int item : required) {
            counts[item] = 0;
        }
        return new MiningInput(log, ranking, rows, counts, isRequiring, descending(required, ranking));
    }

    /** Ranks of these names, descending; -1 for one that is in no basket. */
    int[] ranksOf(Set<String> names) {
        int[] known = descending(numbers(log, names), ranking);
        int[] all = Arrays.copyOf(known, names.size());
        Arrays.fill(all, known.length, all.length, -1);
        return all;
    }

    /** The numbers of those names that the baskets know. */
    static int[] numbers(BasketLog log, Set<String> names) {
        return names.stream()
                .map(log.items()::indexOf)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .filter(item -> log.count(item) > 0)
                .toArray();
    }

    private static boolean holds(BasketLog log, int basket, int[] items) {
        for (int item : items) {
            if (!log.contains(basket, item)) {
                return false;
            }
        }
        return true;
    }

    private static int[] descending(int[] items, Ranking ranking) {
        int[] ranks = Arrays.stream(items)
                .map(item -> ranking.rankOf()[item])
                .sorted()
                .toArray();
        int[] down = new int[ranks.length];
        for (int k = 0; k < ranks.length; k++) {
            down[k] = ranks[ranks.length - 1 - k];
        }
        return down;
    }

    /** These baskets for a search from so many of them on, ranked by so many threads at most. */
    RankedBaskets from(int minCount, int threads, MiningGuard guard) {
        return RankedBaskets.of(rows, ranking, counts, minCount, threads, guard);
    }

    /** The largest count of an item that is looked at. */
    int highestCount() {
        return Arrays.stream(counts).max().orElse(0);
    }
}
