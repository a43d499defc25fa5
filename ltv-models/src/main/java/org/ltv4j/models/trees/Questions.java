package org.ltv4j.models.trees;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The different questions that the splits of a forest ask: is feature f of a row below threshold c, or outside a set of
 * categories, with missing values on this or that side? Trees repeat themselves, and the questions of one feature are answered
 * together for 64 rows at a time: see {@link Answers}.
 */
final class Questions {
    /** The question that is always answered no: goes to the right. */
    static final int NO = 0;

    /** Features with numerical splits, rising. */
    final int[] features;
    /** Where the thresholds of each of {@link #features} start in {@link #cuts}, and one entry more. */
    final int[] cutStart;
    /**
     * Keys of thresholds, rising. Threshold {@code k} is asked by question {@code 1 + 2 k}, where a missing value counts as not
     * below, and by {@code 2 + 2 k}, where it counts as below.
     */
    final int[] cuts;
    /** Features with sets of categories. */
    final SetQuestions[] sets;
    /** How many questions there are. */
    final int count;
    /** The question of each inner node. */
    private final int[] ofNode;

    /**
     * The sets of one feature, the first of them being question {@code first}.
     *
     * @param codes all categories that are in one of them, rising
     * @param members per set the places in {@code codes} of its categories
     * @param missingLeft per set whether a missing value counts as outside
     */
    record SetQuestions(int feature, int first, int[] codes, int[][] members, boolean[] missingLeft) {
        static SetQuestions of(int feature, int first, List<CategorySets.Member> sets) {
            int[] codes = sets.stream()
                    .flatMapToInt(set -> Arrays.stream(set.codes))
                    .sorted()
                    .distinct()
                    .toArray();
            int[][] members = new int[sets.size()][];
            boolean[] missingLeft = new boolean[sets.size()];
            for (int i = 0; i < members.length; i++) {
                members[i] = Arrays.stream(sets.get(i).codes)
                        .map(code -> Arrays.binarySearch(codes, code))
                        .toArray();
                missingLeft[i] = sets.get(i).missingLeft;
            }
            return new SetQuestions(feature, first, codes, members, missingLeft);
        }
    }

    Questions(Forest forest) {
        long[] asked = thresholds(forest);
        features = Arrays.stream(asked)
                .mapToInt(pair -> (int) (pair >> Integer.SIZE))
                .distinct()
                .toArray();
        cuts = Arrays.stream(asked)
                .mapToInt(pair -> (int) pair ^ Integer.MIN_VALUE)
                .toArray();
        cutStart = new int[features.length + 1];
        for (int i = 0, k = 0; i < features.length; i++) {
            while (k < asked.length && asked[k] >> Integer.SIZE == features[i]) {
                k++;
            }
            cutStart[i + 1] = k;
        }
        int next = 1 + 2 * cuts.length;
        CategorySets categories = forest.categorySets();
        Map<Integer, Integer> firstSet = new HashMap<>();
        sets = new SetQuestions[categories.ofFeature.size()];
        for (Map.Entry<Integer, List<CategorySets.Member>> of : categories.ofFeature.entrySet()) {
            sets[firstSet.size()] = SetQuestions.of(of.getKey(), next, of.getValue());
            firstSet.put(of.getKey(), next);
            next += of.getValue().size();
        }
        count = next;
        ofNode = new int[forest.nodes()];
        for (int node = 0; node < ofNode.length; node++) {
            if (forest.left[node] >= 0) {
                ofNode[node] = forest.categorical(node)
                        ? firstSet.getOrDefault(forest.feature[node], 0) + categories.placeOf(node)
                        : 2 * Arrays.binarySearch(asked, pair(forest, node)) + (forest.defaultLeft[node] ? 2 : 1);
            }
        }
    }

    /** The question of an inner node: answered yes, a row goes to the left. */
    int of(int node) {
        return ofNode[node];
    }

    /** Features and keys of all numerical splits, rising, each once. */
    private static long[] thresholds(Forest forest) {
        return IntStream.range(0, forest.nodes())
                .filter(node -> forest.left[node] >= 0 && !forest.categorical(node))
                .mapToLong(node -> pair(forest, node))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The feature in the upper half; in the lower the key, shifted to be at least 0. */
    private static long pair(Forest forest, int node) {
        int key = FloatOrder.key(forest.threshold[node]) ^ Integer.MIN_VALUE;
        return (long) forest.feature[node] << Integer.SIZE | Integer.toUnsignedLong(key);
    }
}
