package org.ltv4j.segmentation.itemset;

import java.util.Set;

/**
 * Which items a set must, must not, or may alone hold.
 *
 * @param all items that every set must hold
 * @param none items that no set may hold; mining goes on as if they were in no basket
 * @param only the only items that sets may hold, mining goes on as if no other were in any basket; empty for no such limit
 */
public record ItemConstraints(Set<String> all, Set<String> none, Set<String> only) {
    /** Any item may be in a set. */
    public static final ItemConstraints NONE = new ItemConstraints(Set.of(), Set.of(), Set.of());

    /**
     * Copies the sets and checks that they do not contradict each other.
     *
     * @param all items that every set must hold
     * @param none items that no set may hold
     * @param only the only items that sets may hold, or empty
     */
    public ItemConstraints {
        all = Set.copyOf(all);
        none = Set.copyOf(none);
        only = Set.copyOf(only);
        for (String item : all) {
            if (none.contains(item) || (!only.isEmpty() && !only.contains(item))) {
                throw new IllegalArgumentException("no set can hold item \"" + item
                        + "\": it must be there, but is forbidden or not among the only ones allowed");
            }
        }
    }

    /**
     * With items that every set must hold.
     *
     * @param items their names
     * @return changed constraints
     */
    public ItemConstraints withAll(String... items) {
        return new ItemConstraints(Set.of(items), none, only);
    }

    /**
     * With items that no set may hold.
     *
     * @param items their names
     * @return changed constraints
     */
    public ItemConstraints withNone(String... items) {
        return new ItemConstraints(all, Set.of(items), only);
    }

    /**
     * With the only items that sets may hold.
     *
     * @param items their names; none for no such limit
     * @return changed constraints
     */
    public ItemConstraints withOnly(String... items) {
        return new ItemConstraints(all, none, Set.of(items));
    }
}
