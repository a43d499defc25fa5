package org.ltv4j.models.boost;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ltv4j.core.feature.FeatureSchema;

/** Options in XGBoost's own words. */
final class NativeParameters {
    private NativeParameters() {}

    /** All parameters; without a base score XGBoost takes a constant of its own to start from. */
    static TreeMap<String, Object> of(XgbOptions options, FeatureSchema schema, int threads, OptionalDouble baseScore) {
        TreeMap<String, Object> parameters = new TreeMap<>();
        parameters.put("booster", "gbtree");
        parameters.put("tree_method", "hist");
        parameters.put("verbosity", 0);
        parameters.put("disable_default_eval_metric", 1);
        parameters.put("nthread", threads);
        parameters.put("seed", options.seed());
        objective(options, parameters);
        growth(options.growth(), parameters);
        sampling(options.sampling(), parameters);
        constraints(options.constraints(), schema, parameters);
        parameters.put("max_cat_to_onehot", options.categories().oneHotUpTo());
        parameters.put("max_cat_threshold", options.categories().mostLevels());
        baseScore.ifPresent(score -> parameters.put("base_score", score));
        return parameters;
    }

    private static void objective(XgbOptions options, TreeMap<String, Object> parameters) {
        Objective objective = options.objective();
        parameters.put("objective", objective.kind().nativeName());
        switch (objective.kind()) {
            case TWEEDIE ->
                parameters.put("tweedie_variance_power", objective.parameters().get(0));
            case QUANTILE ->
                parameters.put("quantile_alpha", objective.parameters().toString());
            default -> {
                // no parameters
            }
        }
    }

    private static void growth(Growth growth, TreeMap<String, Object> parameters) {
        parameters.put("eta", growth.learningRate());
        parameters.put("max_depth", growth.maxDepth());
        parameters.put("min_child_weight", growth.minChildWeight());
        parameters.put("gamma", growth.minSplitGain());
        parameters.put("lambda", growth.l2());
        parameters.put("alpha", growth.l1());
        parameters.put("max_bin", growth.bins());
    }

    private static void sampling(Sampling sampling, TreeMap<String, Object> parameters) {
        parameters.put("subsample", sampling.rows());
        parameters.put("colsample_bytree", sampling.columnsPerTree());
        parameters.put("colsample_bylevel", sampling.columnsPerLevel());
        parameters.put("colsample_bynode", sampling.columnsPerSplit());
        parameters.put("num_parallel_tree", sampling.parallelTrees());
    }

    private static void constraints(Constraints constraints, FeatureSchema schema, TreeMap<String, Object> parameters) {
        if (!constraints.monotone().isEmpty()) {
            parameters.put(
                    "monotone_constraints",
                    schema.names().stream()
                            .map(name -> constraints.increasing().contains(name)
                                    ? "1"
                                    : constraints.decreasing().contains(name) ? "-1" : "0")
                            .collect(Collectors.joining(",", "(", ")")));
        }
        if (!constraints.interacting().isEmpty()) {
            List<List<Integer>> groups = constraints.interacting().stream()
                    .map(group -> group.stream().map(schema::index).toList())
                    .toList();
            parameters.put("interaction_constraints", groups.toString().replace(" ", ""));
        }
    }
}
