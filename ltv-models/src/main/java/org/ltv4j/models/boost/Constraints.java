package org.ltv4j.models.boost;

import java.util.ArrayList;
import java.util.List;

/**
 * What trees may not do.
 *
 * @param increasing features whose growth never lowers the prediction
 * @param decreasing features whose growth never raises the prediction
 * @param interacting groups of features; a path of a tree uses features of one group only, and a feature in none stays alone. No group
 *     means no constraint
 */
public record Constraints(List<String> increasing, List<String> decreasing, List<List<String>> interacting) {
    /** Trees may do anything. */
    static final Constraints NONE = new Constraints(List.of(), List.of(), List.of());

    /**
     * Checks that no feature shall both grow and fall.
     *
     * @param increasing features whose growth never lowers the prediction
     * @param decreasing features whose growth never raises the prediction
     * @param interacting groups of features; a path of a tree uses features of one group only, and a feature in none stays alone
     * @throws IllegalArgumentException if a feature stands twice, or a group is empty
     */
    public Constraints {
        increasing = List.copyOf(increasing);
        decreasing = List.copyOf(decreasing);
        interacting = interacting.stream().map(List::copyOf).toList();
        List<String> seen = new ArrayList<>();
        for (List<String> names : List.of(increasing, decreasing)) {
            for (String name : names) {
                if (seen.contains(name)) {
                    throw new IllegalArgumentException("feature " + name + " has two monotone constraints");
                }
                seen.add(name);
            }
        }
        if (interacting.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a group of interacting features is empty");
        }
    }

    /** What rises falls and what falls rises. */
    Constraints turned() {
        return new Constraints(decreasing, increasing, interacting);
    }

    /** All features with a monotone constraint. */
    List<String> monotone() {
        return joined(increasing, decreasing);
    }

    static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
