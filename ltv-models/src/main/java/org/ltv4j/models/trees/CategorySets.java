package org.ltv4j.models.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The sets of categories that a forest asks for, each once per feature and way of a missing value. They are told apart by
 * sorting: its time grows with the numbers in all sets, whatever a file holds, where a hash of them could be made to collide.
 */
final class CategorySets {
    /** By feature, in the order of {@link Member#compareTo}. */
    final SortedMap<Integer, List<Member>> ofFeature = new TreeMap<>();

    private final int[] place;

    /** One set of categories. */
    static final class Member implements Comparable<Member> {
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

        /** By codes, then by where a missing value goes. */
        @Override
        public int compareTo(Member other) {
            int byCodes = Arrays.compare(codes, other.codes);
            return byCodes == 0 ? Boolean.compare(missingLeft, other.missingLeft) : byCodes;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Member set && compareTo(set) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(codes) + Boolean.hashCode(missingLeft);
        }
    }

    /** What a node asks for. */
    private record Asked(int node, int feature, Member set) implements Comparable<Asked> {
        @Override
        public int compareTo(Asked other) {
            return feature == other.feature ? set.compareTo(other.set) : Integer.compare(feature, other.feature);
        }
    }

    CategorySets(Forest forest) {
        place = new int[forest.categoryStart == null ? 0 : forest.nodes()];
        Asked[] asked = IntStream.range(0, place.length)
                .filter(node -> forest.left[node] >= 0 && forest.categorical(node))
                .mapToObj(node -> new Asked(
                        node, forest.feature[node], new Member(codes(forest, node), forest.defaultLeft[node])))
                .toArray(Asked[]::new);
        Arrays.sort(asked);
        for (Asked next : asked) {
            List<Member> sets = ofFeature.computeIfAbsent(next.feature, f -> new ArrayList<>());
            if (sets.isEmpty() || !sets.get(sets.size() - 1).equals(next.set)) {
                sets.add(next.set);
            }
            place[next.node] = sets.size() - 1;
        }
    }

    /** Which of its feature's sets an inner node that splits by category asks for. */
    int placeOf(int node) {
        return place[node];
    }

    private static int[] codes(Forest forest, int node) {
        return forest.categoryStart == null || forest.categoryEnd == null
                ? new int[0]
                : Arrays.copyOfRange(forest.categories, forest.categoryStart[node], forest.categoryEnd[node]);
    }
}
