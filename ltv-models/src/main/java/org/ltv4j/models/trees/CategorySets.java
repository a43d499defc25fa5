package org.ltv4j.models.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sets of categories that a forest asks for, each once per feature and way of a missing value. */
final class CategorySets {
    /** By feature, in the order in which nodes ask for them. */
    final SortedMap<Integer, List<Member>> ofFeature = new TreeMap<>();

    private final Map<Integer, Map<Member, Integer>> places = new HashMap<>();
    private final int[] place;

    /** One set of categories. */
    static final class Member {
        /** The codes in it, rising. */
        final int[] codes;
        /** Whether a missing value is as good as none of them. */
        final boolean missingLeft;

        Member(int[] codes, boolean missingLeft) {
            this.codes = codes;
            this.missingLeft = missingLeft;
        }

        /** Above the largest code. */
        int end() {
            return codes.length == 0 ? 0 : codes[codes.length - 1] + 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Member set && missingLeft == set.missingLeft && Arrays.equals(codes, set.codes);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(codes) + Boolean.hashCode(missingLeft);
        }
    }

    CategorySets(Forest forest) {
        place = new int[forest.categoryStart == null ? 0 : forest.nodes()];
        for (int node = 0; node < place.length; node++) {
            if (forest.left[node] >= 0 && forest.categorical(node)) {
                place[node] = placeOf(forest, node);
            }
        }
    }

    /** Which of its feature's sets an inner node that splits by category asks for. */
    int placeOf(int node) {
        return place[node];
    }

    private int placeOf(Forest forest, int node) {
        int feature = forest.feature[node];
        List<Member> sets = ofFeature.computeIfAbsent(feature, f -> new ArrayList<>());
        Member set = new Member(codes(forest, node), forest.defaultLeft[node]);
        Integer known = places.computeIfAbsent(feature, f -> new HashMap<>()).putIfAbsent(set, sets.size());
        if (known != null) {
            return known;
        }
        sets.add(set);
        return sets.size() - 1;
    }

    private static int[] codes(Forest forest, int node) {
        return forest.categoryStart == null || forest.categoryEnd == null
                ? new int[0]
                : Arrays.copyOfRange(forest.categories, forest.categoryStart[node], forest.categoryEnd[node]);
    }
}
