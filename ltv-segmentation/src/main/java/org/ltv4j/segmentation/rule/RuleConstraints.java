package org.ltv4j.segmentation.rule;

import java.util.Set;

/**
 * Which items rules must, must not or may alone hold. An item that is in no basket is no error: nothing matches it.
 *
 * @param anywhere items that every rule must hold, on whichever side
 * @param nowhere items that no rule may hold; mining goes on as if they were in no basket
 * @param antecedents the only items that may stand on the left, empty for any
 * @param consequents the only items that may stand on the right, empty for any
 */
public record RuleConstraints(
        Set<String> anywhere, Set<String> nowhere, Set<String> antecedents, Set<String> consequents) {
    /** Any item may stand anywhere. */
    public static final RuleConstraints NONE = new RuleConstraints(Set.of(), Set.of(), Set.of(), Set.of());

    /**
     * Copies the sets and checks that they do not contradict each other.
     *
     * @param anywhere items that every rule must hold, on whichever side
     * @param nowhere items that no rule may hold
     * @param antecedents the only items that may stand on the left, empty for any
     * @param consequents the only items that may stand on the right, empty for any
     * @throws IllegalArgumentException if an item must be there but may not
     */
    public RuleConstraints {
        anywhere = Set.copyOf(anywhere);
        nowhere = Set.copyOf(nowhere);
        antecedents = Set.copyOf(antecedents);
        consequents = Set.copyOf(consequents);
        for (String item : anywhere) {
            boolean left = antecedents.isEmpty() || antecedents.contains(item);
            boolean right = consequents.isEmpty() || consequents.contains(item);
            if (nowhere.contains(item) || !(left || right)) {
                throw new IllegalArgumentException("no rule can hold item '" + item
                        + "': it must be there, but is forbidden or not among the only ones allowed");
            }
        }
    }

    /**
     * With items that every rule must hold.
     *
     * @param names of the items
     * @return changed constraints
     */
    public RuleConstraints withAnywhere(String... names) {
        return new RuleConstraints(Set.of(names), nowhere, antecedents, consequents);
    }

    /**
     * With items that no rule may hold.
     *
     * @param names of the items
     * @return changed constraints
     */
    public RuleConstraints withNowhere(String... names) {
        return new RuleConstraints(anywhere, Set.of(names), antecedents, consequents);
    }

    /**
     * With the only items that may stand on the left.
     *
     * @param names of the items, none for any
     * @return changed constraints
     */
    public RuleConstraints withAntecedents(String... names) {
        return new RuleConstraints(anywhere, nowhere, Set.of(names), consequents);
    }

    /**
     * With the only items that may stand on the right.
     *
     * @param names of the items, none for any
     * @return changed constraints
     */
    public RuleConstraints withConsequents(String... names) {
        return new RuleConstraints(anywhere, nowhere, antecedents, Set.of(names));
    }
}
