package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that the native library 3.0.4 trains here, in ways that no saved file has: several targets with two-dimensional labels, one tree per target or
 * leaves of vectors, stopped early by the library itself, rows with infinities, categories that are none. What it answers is the
 * reference, to the last bit.
 */
class NativeLibraryTest {
    private static final int ROWS = 250;
    private static final int FEATURES = 5;
    private static final int LEVELS = 20;
    private static final int CATEGORY = 1;

    /** A kind of model: how many targets a row has, and what differs from the usual parameters. */
    private record Kind(String objective, int targets, Map<String, Object> parameters) {
        Map<String, Object> all() {
            Map<String, Object> all = new HashMap<>(Map.of(
                    "objective", objective, "nthread", 1, "seed", 5, "eta", 0.3, "max_depth", 5, "verbosity", 0));
            all.putAll(Map.of("tree_method", "hist", "max_cat_to_onehot", 4, "verbose_eval", 0));
            all.putAll(parameters);
            return all;
        }

        /** How {@code predict} of a matrix wants rounds: as trees of one output. */
        int limit(int rounds) {
            return rounds * (int) parameters.getOrDefault("num_parallel_tree", 1);
        }

        boolean isDart() {
            return "dart".equals(parameters.get("booster"));
        }

        boolean hasVectorLeaves() {
            return parameters.containsKey("multi_strategy");
        }

        @Override
        public String toString() {
            return objective + " x " + targets + " " + parameters;
        }
    }

    static Stream<Kind> kinds() {
        Map<String, Object> vectors = Map.of("multi_strategy", "multi_output_tree");
        Map<String, Object> forest = Map.of("num_parallel_tree", 3, "subsample", 0.6, "colsample_bynode", 0.7);
        Map<String, Object> dart = Map.of("booster", "dart", "rate_drop", 0.3);
        Map<String, Object> leafwise = Map.of("grow_policy", "lossguide", "max_leaves", 20, "max_depth", 0);
        return Stream.of(
                new Kind("reg:squarederror", 3, Map.of()),
                new Kind("reg:squarederror", 2, vectors),
                new Kind("binary:logistic", 4, Map.of()),
                new Kind("binary:logistic", 3, vectors),
                new Kind("reg:absoluteerror", 2, leafwise),
                new Kind("reg:squarederror", 3, forest),
                new Kind("reg:squarederror", 2, dart),
                new Kind("reg:tweedie", 1, Map.of()),
                new Kind("reg:gamma", 1, forest),
                new Kind("count:poisson", 1, dart),
                new Kind("reg:quantileerror", 1, Map.of("quantile_alpha", "[0.1, 0.5, 0.9]")),
                new Kind("multi:softprob", 1, Map.of("num_class", 3)),
                new Kind("reg:squarederror", 1, Map.of("base_score", 0.7)));
    }

    /** What is not freed would stay outside the heap. */
    private static final class Natives implements AutoCloseable {
        private final DMatrix training;
        private final DMatrix others;
        private final Booster booster;

        Natives(Kind kind, float[] trained, float[] held) throws XGBoostError {
            training = matrix(trained, kind, 1);
            others = matrix(held, kind, 2);
            Map<String, DMatrix> watched = new LinkedHashMap<>();
            watched.put("held", others);
            booster = XGBoost.train(training, kind.all(), 15, watched, null, null, null, 3);
        }

        byte[] saved(String format) throws XGBoostError, IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            booster.saveModel(out, format);
            return out.toByteArray();
        }

        float[] margins(float[] rows, int rounds) throws XGBoostError {
            int[] range = {0, rounds};
            return flat(booster.inplace_predict(
                    rows, ROWS, FEATURES, Float.NaN, range, Booster.PredictionType.kMargin, null));
        }

        @Override
        public void close() {
            booster.dispose();
            training.dispose();
            others.dispose();
        }
    }

    private static DMatrix matrix(float[] rows, Kind kind, long seed) throws XGBoostError {
        DMatrix matrix = new DMatrix(rows, ROWS, FEATURES, Float.NaN);
        String[] types = new String[FEATURES];
        Arrays.fill(types, "q");
        types[CATEGORY] = "c";
        matrix.setFeatureTypes(types);
        matrix.setLabel(labels(rows, kind, seed)); // as many per row as there are targets make them two-dimensional
        return matrix;
    }

    private static float[] labels(float[] rows, Kind kind, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        float[] labels = new float[ROWS * kind.targets()];
        for (int i = 0; i < labels.length; i++) {
            double signal = rows[i / kind.targets() * FEATURES] > 0 ? 1.5 : 0.2;
            labels[i] = switch (kind.objective()) {
                case "binary:logistic" -> random.nextDouble() * 2 < signal ? 1 : 0;
                case "multi:softprob" -> random.nextInt(3);
                case "count:poisson" -> random.nextInt(1 + (int) (3 * signal));
                default -> (float) (signal + random.nextDouble() + i % kind.targets());
            };
        }
        return labels;
    }

    private static float[] rows(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        float[] rows = new float[ROWS * FEATURES];
        for (int i = 0; i < rows.length; i++) {
            float number = (float) ((random.nextDouble() - 0.5) * Math.pow(10, i % FEATURES - 1.0));
            rows[i] = i % FEATURES == CATEGORY ? random.nextInt(LEVELS) : number;
            rows[i] = random.nextInt(10) == 0 ? Float.NaN : rows[i];
        }
        return rows;
    }

    /** A third of the values are at the edges of what a float can be. */
    private static float[] odd(long seed) {
        float[] edges = {
            Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -0f
        };
        float[] categories = {-1, -0f, 0.7f, LEVELS + 5, 1 << 24, (1 << 24) - 1, 3e9f, -3e9f};
        RandomGenerator random = new SplittableRandom(seed);
        float[] rows = rows(seed);
        for (int i = 0; i < rows.length; i++) {
            if (random.nextInt(3) == 0) {
                boolean category = i % FEATURES == CATEGORY && random.nextBoolean();
                rows[i] =
                        category ? categories[random.nextInt(categories.length)] : edges[random.nextInt(edges.length)];
            }
        }
        return rows;
    }

    private static float[] flat(float[][] values) {
        float[] flat = new float[values.length * values[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values[i / values[0].length][i % values[0].length];
        }
        return flat;
    }

    private static float[] ours(TreeEnsemble trees, float[] rows) {
        float[] margins = new float[ROWS * trees.outputs()];
        trees.marginsOfRows(rows, ROWS, margins);
        float[] one = new float[trees.outputs()];
        for (int row = 0; row < ROWS; row += 7) {
            trees.margin(Arrays.copyOfRange(rows, row * FEATURES, (row + 1) * FEATURES), one);
            assertThat(one).isEqualTo(Arrays.copyOfRange(margins, row * one.length, (row + 1) * one.length));
        }
        return margins;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void marginsAreThoseOfTheNativeLibrary(Kind kind) throws XGBoostError, IOException {
        float[] held = rows(12);
        float[] odd = odd(13);
        try (Natives natives = new Natives(kind, rows(11), held)) {
            int best = Integer.parseInt(natives.booster.getAttr("best_iteration"));
            for (String format : List.of("ubj", "json")) {
                TreeEnsemble trees = TreeEnsemble.of(natives.saved(format));
                assertThat(trees.bestIteration()).hasValue(best);
                assertThat(ours(trees, held)).isEqualTo(flat(natives.booster.predict(natives.others, true, 0)));
                assertThat(ours(trees.best(), held))
                        .isEqualTo(flat(natives.booster.predict(natives.others, true, kind.limit(best + 1))));
                if (!kind.isDart()) { // of dart the library's own two ways of predicting differ in the last bits
                    assertThat(ours(trees, odd)).isEqualTo(natives.margins(odd, 0));
                    assertThat(ours(trees.best(), odd)).isEqualTo(natives.margins(odd, best + 1));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void leavesAreThoseOfTheNativeLibrary(Kind kind) throws XGBoostError, IOException {
        if (kind.hasVectorLeaves()) {
            return; // the library does not number their leaves
        }
        float[] held = rows(12);
        try (Natives natives = new Natives(kind, rows(11), held)) {
            TreeEnsemble trees = TreeEnsemble.of(natives.saved("ubj"));
            float[][] expected = natives.booster.predictLeaf(natives.others, 0);
            int[] leaves = new int[trees.trees()];
            for (int row = 0; row < ROWS; row++) {
                trees.leaves(Arrays.copyOfRange(held, row * FEATURES, (row + 1) * FEATURES), leaves);
                for (int tree = 0; tree < leaves.length; tree++) {
                    assertThat(leaves[tree]).isEqualTo((int) expected[row][tree]);
                }
            }
        }
    }
}
