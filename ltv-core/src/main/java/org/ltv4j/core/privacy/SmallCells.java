package org.ltv4j.core.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Groups of so few customers that their figures speak of persons are not shown. Where exactly one group of a table would be
 * missing, or all missing ones together are still few, the next larger goes too: else the total gives them away.
 *
 * @param fewest smallest group that is shown, at least 2
 */
public record SmallCells(int fewest) {
    /** Groups below 5 customers are not shown. */
    public static final SmallCells DEFAULT = new SmallCells(5);

    /**
     * Checks the limit.
     *
     * @param fewest smallest group that is shown, at least 2
     */
    public SmallCells {
        if (fewest < 2) {
            throw new IllegalArgumentException("need a smallest group of at least 2 customers, got " + fewest);
        }
    }

    /**
     * Whether the figures of one group may be shown, seen alone.
     *
     * @param customers how many it has
     * @return false for 1 to {@code fewest - 1}; a group of nobody tells of nobody
     */
    public boolean shows(long customers) {
        if (customers < 0) {
            throw new IllegalArgumentException("need a number of customers of at least 0, got " + customers);
        }
        return customers == 0 || customers >= fewest;
    }

    /**
     * The groups of a table whose total is known that must not be shown: the small ones, and the smallest of the others until
     * those left out are none, or at least two with at least {@code fewest} customers together. Ties go by the order of the
     * map.
     *
     * @param <K> names of groups
     * @param customers customers of each group, each customer in one group
     * @return groups to leave out
     */
    public <K> Set<K> hidden(Map<K, Long> customers) {
        Set<K> hidden = new LinkedHashSet<>();
        List<Map.Entry<K, Long>> others = new ArrayList<>();
        long together = 0;
        for (Map.Entry<K, Long> group : customers.entrySet()) {
            if (!shows(group.getValue())) {
                hidden.add(group.getKey());
                together += group.getValue();
            } else if (group.getValue() > 0) {
                others.add(group);
            }
        }
        others.sort(Comparator.comparingLong(Map.Entry::getValue));
        for (int i = 0; i < others.size() && !hidden.isEmpty() && (hidden.size() < 2 || together < fewest); i++) {
            hidden.add(others.get(i).getKey());
            together += others.get(i).getValue();
        }
        return hidden;
    }

    /**
     * The counts of a table as they may be shown beside their total.
     *
     * @param <K> names of groups
     * @param customers customers of each group, each customer in one group
     * @return the count of each group, empty where it must not be shown
     */
    public <K> Map<K, OptionalLong> shown(Map<K, Long> customers) {
        Set<K> hidden = hidden(customers);
        Map<K, OptionalLong> shown = new LinkedHashMap<>();
        customers.forEach((group, count) ->
                shown.put(group, hidden.contains(group) ? OptionalLong.empty() : OptionalLong.of(count)));
        return shown;
    }
}
