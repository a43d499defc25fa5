package org.ltv4j.models.trees;

import java.util.List;
import org.ltv4j.core.io.ModelFormatException;

/** What the names of XGBoost's objectives mean for scoring: where margins start and how they become predictions. */
final class Objectives {
    private static final List<String> MARGIN = List.of(
            "reg:squarederror",
            "reg:linear",
            "reg:squaredlogerror",
            "reg:pseudohubererror",
            "reg:absoluteerror",
            "reg:quantileerror",
            "reg:expectileerror",
            "binary:logitraw",
            "rank:pairwise",
            "rank:ndcg",
            "rank:map");
    private static final List<String> LOGISTIC = List.of("binary:logistic", "reg:logistic");
    private static final List<String> LOG =
            List.of("count:poisson", "reg:gamma", "reg:tweedie", "survival:cox", "survival:aft");

    private Objectives() {}

    /** The link of an objective in a file of a version such as 304 for 3.4. */
    static Link link(String objective, int version, int outputs) {
        String name = plain(objective);
        if (LOGISTIC.contains(name)) {
            return Link.LOGISTIC;
        } else if (LOG.contains(name)) {
            return Link.EXP;
        } else if (name.equals("reg:quantileerror") && version >= 304 && outputs > 1) {
            return Link.SORTED;
        } else if (MARGIN.contains(name)) {
            return Link.IDENTITY;
        }
        return switch (name) {
            case "multi:softprob" -> Link.SOFTMAX;
            case "multi:softmax" -> Link.ARGMAX;
            case "binary:hinge" -> Link.HINGE;
            default ->
                throw new ModelFormatException("$.learner.objective.name: the objective \""
                        + Document.shortened(objective)
                        + "\" is not known, so neither is what its base score and margins mean."
                        + " Known are " + MARGIN + ", " + LOGISTIC + ", " + LOG
                        + ", multi:softprob, multi:softmax, binary:hinge");
        };
    }

    /** The margin of a base score, in float as the native library computes it. */
    static float margin(String objective, float baseScore) {
        String name = plain(objective);
        if (LOGISTIC.contains(name)) {
            return (float)
                    -Math.log(1f / checked(baseScore, baseScore > 0 && baseScore < 1, "a number between 0 and 1") - 1f);
        } else if (LOG.contains(name)) {
            return (float) Math.log(checked(baseScore, baseScore > 0, "a number above 0"));
        }
        return baseScore;
    }

    private static float checked(float baseScore, boolean good, String need) {
        if (!good) {
            throw new ModelFormatException(
                    "$.learner.learner_model_param.base_score: need " + need + " for this objective, got " + baseScore);
        }
        return baseScore;
    }

    /** Version 1 had names of their own for objectives on the GPU. */
    private static String plain(String objective) {
        return objective.startsWith("gpu:") ? objective.substring(4) : objective;
    }
}
