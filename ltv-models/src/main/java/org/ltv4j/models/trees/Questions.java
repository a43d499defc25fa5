package org.ltv4j.models.trees;

import java.util.Arrays;
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
                    .flatMapToInt(set -> set.codes().stream().mapToInt(Integer::intValue))
                    .sorted()
                    .distinct()
                    .toArray();
            int[][] members = new int[sets.size()][];
            boolean[] missingLeft = new boolean[sets.size()];
            for (int i = 0; i < members.length; i++) {
                members[i] = sets.get(i).codes().stream()
                        .mapToInt(code -> Arrays.binarySearch(codes, code))
                        .toArray();
                missingLeft[i] = sets.get(i).missingLeft();
            }
            return new SetQuestions(feature, first, codes, members, missingLeft);
        }
    }

    Questions(Forest forest) {
        int[][] byFeature = thresholds(forest);
        features = IntStream.range(0, forest.features)
                .filter(f -> byFeature[f].length > 0)
                .toArray();
        cutStart = new int[features.length + 1];
        for (int i = 0; i < features.length; i++) {
            cutStart[i + 1] = cutStart[i] + byFeature[features[i]].length;
        }
        cuts = new int[cutStart[features.length]];
        int[] startOf = new int[forest.features];
        for (int i = 0; i < features.length; i++) {
            int[] own = byFeature[features[i]];
            System.arraycopy(own, 0, cuts, cutStart[i], own.length);
            startOf[features[i]] = cutStart[i];
        }
        int next = 1 + 2 * cuts.length;
        CategorySets categories = new CategorySets(forest);
        int[] firstSet = new int[forest.features];
        sets = new SetQuestions[categories.ofFeature.size()];
        int i = 0;
        for (Map.Entry<Integer, List<CategorySets.Member>> of : categories.ofFeature.entrySet()) {
            sets[i++] = SetQuestions.of(of.getKey(), next, of.getValue());
            firstSet[of.getKey()] = next;
            next += of.getValue().size();
        }
        count = next;
        ofNode = new int[forest.nodes()];
        for (int node = 0; node < ofNode.length; node++) {
            int f = forest.feature[node];
            if (forest.left[node] >= 0) {
                ofNode[node] = forest.categorical(node)
                        ? firstSet[f] + categories.placeOf(node)
                        : (forest.defaultLeft[node] ? 2 : 1)
                                + 2
                                        * (startOf[f]
                                                + Arrays.binarySearch(
                                                        byFeature[f], FloatOrder.key(forest.threshold[node])));
            }
        }
    }

    /** The question of an inner node: answered yes, a row goes to the left. */
    int of(int node) {
        return ofNode[node];
    }

    /** Keys of the thresholds of each feature, rising, each once. */
    private static int[][] thresholds(Forest forest) {
        int[] counts = new int[forest.features];
        for (int node = 0; node < forest.nodes(); node++) {
            if (forest.left[node] >= 0 && !forest.categorical(node)) {
                counts[forest.feature[node]]++;
            }
        }
        int[][] keys = new int[forest.features][];
        for (int f = 0; f < keys.length; f++) {
            keys[f] = new int[counts[f]];
        }
        for (int node = 0; node < forest.nodes(); node++) {
            int f = forest.feature[node];
            if (forest.left[node] >= 0 && !forest.categorical(node)) {
                keys[f][--counts[f]] = FloatOrder.key(forest.threshold[node]);
            }
        }
        for (int f = 0; f < keys.length; f++) {
            keys[f] = Arrays.stream(keys[f]).sorted().distinct().toArray();
        }
        return keys;
    }
}
