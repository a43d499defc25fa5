package org.ltv4j.models.trees;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Models of one tree that is a chain: split i has a leaf to its right and split i + 1 to its left. */
final class Chains {
    private Chains() {}

    /** Every split asks a feature of its own. */
    static String ofFeatures(int splits) {
        return model(splits, splits, "\"split_indices\": " + list(2 * splits + 1, i -> i < splits ? i : 0));
    }

    /** Every split asks feature 0 for a set of categories. */
    static String ofSets(int[][] sets) {
        int[] ends = new int[sets.length + 1];
        for (int i = 0; i < sets.length; i++) {
            ends[i + 1] = ends[i] + sets[i].length;
        }
        String all = IntStream.range(0, sets.length)
                .boxed()
                .flatMap(i -> IntStream.of(sets[i]).boxed())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return model(
                sets.length,
                1,
                "\"split_indices\": " + list(2 * sets.length + 1, i -> 0)
                        + ", \"split_type\": " + list(2 * sets.length + 1, i -> i < sets.length ? 1 : 0)
                        + ", \"categories\": [" + all + "], \"categories_nodes\": " + list(sets.length, i -> i)
                        + ", \"categories_segments\": " + list(sets.length, i -> ends[i])
                        + ", \"categories_sizes\": " + list(sets.length, i -> sets[i].length));
    }

    private static String model(int splits, int features, String more) {
        int nodes = 2 * splits + 1;
        return """
                {"learner": {"gradient_booster": {"name": "gbtree", "model": {
                  "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "1"}, "tree_info": [0],
                  "trees": [{"tree_param": {"num_nodes": "%d"}, "left_children": %s, "right_children": %s,
                    "split_conditions": %s, "default_left": %s, "sum_hessian": %s, %s}]}},
                  "learner_model_param": {"base_score": "0", "num_feature": "%d"},
                  "objective": {"name": "reg:squarederror"}}}
                """.formatted(
                        nodes,
                        list(nodes, i -> i < splits ? i + 1 : -1),
                        list(nodes, i -> i < splits ? splits + 1 + i : -1),
                        list(nodes, i -> i),
                        list(nodes, i -> 0),
                        list(nodes, i -> 1),
                        more,
                        features);
    }

    private static String list(int count, IntFunction<Integer> value) {
        return IntStream.range(0, count)
                .mapToObj(value)
                .map(String::valueOf)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
