package org.ltv4j.models.trees;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Forests and rows of all shapes, made up from a seed. */
final class RandomForests {
    /** What a row's value may be beside an ordinary number: nothing, zeros, ends. */
    private static final float[] ODD = {
        Float.NaN,
        Float.intBitsToFloat(0xffc00001), // a NaN with its sign set
        -0f,
        0f,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_VALUE,
        1 << 24,
        -1,
        -0.5f
    };

    private static final float[] CUTS = {-0f, 0f, Float.MIN_VALUE, 1e30f, -1e30f, Float.MAX_VALUE, -Float.MAX_VALUE};

    private final Random random;
    final int features;
    final int outputs;
    final boolean vectors;
    final boolean categories;

    /** What trees may look like. */
    RandomForests(long seed, int features, int outputs, boolean vectors, boolean categories) {
        this.random = new Random(seed);
        this.features = features;
        this.outputs = outputs;
        this.vectors = vectors;
        this.categories = categories;
    }

    /** One tree's arrays as they grow. */
    private static final class Growing {
        final List<int[]> children = new ArrayList<>();
        final List<Integer> feature = new ArrayList<>();
        final List<Float> threshold = new ArrayList<>();
        final List<Boolean> missingLeft = new ArrayList<>();
        final List<List<Integer>> sets = new ArrayList<>();
        final List<Float> cover = new ArrayList<>();
    }

    /** A model of so many trees; {@code stop} is the chance that a branch ends before the greatest depth. */
    TreeEnsemble model(int trees, int depth, double stop) {
        List<String> texts = new ArrayList<>();
        for (int t = 0; t < trees; t++) {
            Growing tree = new Growing();
            grow(tree, random.nextInt(8) == 0 ? random.nextInt(depth + 1) : depth, stop, 1 + random.nextInt(1000));
            texts.add(json(tree, t));
        }
        return TreeEnsemble.of(document(texts).getBytes(StandardCharsets.UTF_8));
    }

    private int grow(Growing tree, int depth, double stop, float cover) {
        int node = tree.children.size();
        tree.children.add(new int[] {-1, -1});
        tree.feature.add(random.nextInt(features));
        boolean leaf = depth == 0 || random.nextDouble() < stop;
        boolean category = !leaf && categories && tree.feature.get(node) % 3 == 0;
        tree.threshold.add(leaf ? (float) random.nextGaussian() : category ? 0f : cut());
        tree.missingLeft.add(random.nextBoolean());
        tree.sets.add(category ? set() : List.of());
        tree.cover.add(cover);
        if (!leaf) {
            float left = cover * (random.nextInt(20) == 0 ? 0.999f : 0.1f + 0.8f * random.nextFloat());
            // in the order of a breadth-first walk, children would lie together; here the left one follows its parent
            tree.children.get(node)[0] = grow(tree, depth - 1, stop, left);
            tree.children.get(node)[1] = grow(tree, depth - 1, stop, cover - left);
        }
        return node;
    }

    private float cut() {
        return random.nextInt(10) == 0
                ? CUTS[random.nextInt(CUTS.length)]
                : Math.round(random.nextGaussian() * 20) / 10f; // few different ones, so that rows meet them exactly
    }

    private List<Integer> set() {
        return IntStream.range(0, 70)
                .filter(code -> random.nextInt(4) == 0)
                .boxed()
                .toList();
    }

    /** Values that meet thresholds exactly, miss them by one bit, are missing, or odd. */
    float[] row() {
        float[] row = new float[features];
        for (int f = 0; f < features; f++) {
            row[f] = switch (random.nextInt(8)) {
                case 0 -> ODD[random.nextInt(ODD.length)];
                case 1 -> Float.NaN;
                case 2 -> Math.nextDown(cut());
                case 3, 4 -> cut();
                case 5 -> random.nextInt(80) + (random.nextBoolean() ? 0.75f : 0);
                default -> (float) random.nextGaussian();
            };
        }
        return row;
    }

    private String json(Growing tree, int id) {
        int nodes = tree.children.size();
        List<Integer> categoriesOfAll = new ArrayList<>();
        List<Integer> segments = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<Integer> nodesWithSet = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            if (categorical(tree, i)) {
                nodesWithSet.add(i);
                segments.add(categoriesOfAll.size());
                sizes.add(tree.sets.get(i).size());
                categoriesOfAll.addAll(tree.sets.get(i));
            }
        }
        Map<String, List<?>> arrays = new LinkedHashMap<>();
        arrays.put("left_children", tree.children.stream().map(c -> c[0]).toList());
        arrays.put("right_children", tree.children.stream().map(c -> c[1]).toList());
        arrays.put("split_indices", tree.feature);
        arrays.put("split_conditions", tree.threshold);
        arrays.put("default_left", tree.missingLeft.stream().map(m -> m ? 1 : 0).toList());
        arrays.put("sum_hessian", tree.cover);
        arrays.put("loss_changes", tree.cover);
        arrays.put(
                "split_type",
                IntStream.range(0, nodes)
                        .map(i -> categorical(tree, i) ? 1 : 0)
                        .boxed()
                        .toList());
        arrays.put("categories", categoriesOfAll);
        arrays.put("categories_nodes", nodesWithSet);
        arrays.put("categories_segments", segments);
        arrays.put("categories_sizes", sizes);
        if (vectors) {
            arrays.put(
                    "base_weights",
                    IntStream.range(0, nodes * outputs)
                            .mapToObj(i -> (float) random.nextGaussian())
                            .toList());
        }
        StringBuilder text = new StringBuilder("{\"id\":" + id + ",\"tree_param\":{\"num_nodes\":\"" + nodes
                + "\",\"size_leaf_vector\":\"" + (vectors ? outputs : 1) + "\"}");
        arrays.forEach((name, values) -> text.append(",\"" + name + "\":" + values));
        return text.append("}").toString();
    }

    private static boolean categorical(Growing tree, int node) {
        return tree.children.get(node)[0] >= 0 && !tree.sets.get(node).isEmpty();
    }

    private String document(List<String> trees) {
        List<Integer> info = IntStream.range(0, trees.size())
                .map(t -> vectors ? 0 : t % outputs)
                .boxed()
                .toList();
        int perRound = vectors ? 1 : outputs;
        List<Integer> rounds = IntStream.rangeClosed(0, trees.size() / perRound)
                .map(r -> r * perRound)
                .boxed()
                .toList();
        return "{\"learner\":{\"attributes\":{},\"feature_names\":[],\"feature_types\":[],\"gradient_booster\":{\"model\":{"
                + "\"gbtree_model_param\":{\"num_parallel_tree\":\"1\",\"num_trees\":\"" + trees.size() + "\"},"
                + "\"iteration_indptr\":" + rounds + ",\"tree_info\":" + info + ",\"trees\":" + trees
                + "},\"name\":\"gbtree\"},\"learner_model_param\":{\"base_score\":\"2.5E-1\",\"num_class\":\"0\",\"num_feature\":\""
                + features + "\",\"num_target\":\"" + outputs
                + "\"},\"objective\":{\"name\":\"reg:squarederror\"}},\"version\":[3,0,4]}";
    }
}
