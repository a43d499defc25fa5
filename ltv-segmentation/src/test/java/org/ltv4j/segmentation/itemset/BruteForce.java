package org.ltv4j.segmentation.itemset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Itemsets by looking at every subset of all items, as the definitions say. */
final class BruteForce {
    private final List<? extends Set<String>> baskets;
    private final List<String> items;

    BruteForce(List<? extends Set<String>> baskets) {
        this.baskets = baskets;
        this.items = List.copyOf(baskets.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Sets of a kind that occur in so many baskets, with their counts. */
    Map<Set<String>, Integer> mine(int minCount, ItemsetKind kind) {
        Map<Set<String>, Integer> frequent = new LinkedHashMap<>();
        for (int mask = 1; mask < 1 << items.size(); mask++) {
            Set<String> set = set(mask);
            int count = count(set);
            if (count >= minCount) {
                frequent.put(set, count);
            }
        }
        Map<Set<String>, Integer> kept = new LinkedHashMap<>();
        frequent.forEach((set, count) -> {
            if (isOf(kind, set, count, frequent)) {
                kept.put(set, count);
            }
        });
        return kept;
    }

    int count(Set<String> set) {
        return (int) baskets.stream().filter(basket -> basket.containsAll(set)).count();
    }

    private boolean isOf(ItemsetKind kind, Set<String> set, int count, Map<Set<String>, Integer> frequent) {
        return switch (kind) {
            case FREQUENT -> true;
            case CLOSED ->
                frequent.entrySet().stream()
                        .noneMatch(other -> isLarger(other.getKey(), set) && other.getValue() == count);
            case MAXIMAL -> frequent.keySet().stream().noneMatch(other -> isLarger(other, set));
            case GENERATORS ->
                count < baskets.size()
                        && frequent.entrySet().stream()
                                .noneMatch(other -> isLarger(set, other.getKey()) && other.getValue() == count);
        };
    }

    private static boolean isLarger(Set<String> a, Set<String> b) {
        return a.size() > b.size() && a.containsAll(b);
    }

    private Set<String> set(int mask) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if ((mask >> i & 1) == 1) {
                set.add(items.get(i));
            }
        }
        return Set.copyOf(set);
    }
}
