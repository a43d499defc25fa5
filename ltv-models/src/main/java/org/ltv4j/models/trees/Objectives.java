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
            "reg:normal",
            "binary:logitraw",
            "rank:pairwise",
            "rank:ndcg",
            "rank:map");
    private static final String EXPECTILE = "reg:expectileerror";
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
            case EXPECTILE -> Link.EXPECTILES;
            default ->
                throw new ModelFormatException("$.learner.objective.name: the objective \""
                        + Document.shortened(objective)
                        + "\" is not known, so neither is what its base score and margins mean."
                        + " Known are " + MARGIN + ", " + LOGISTIC + ", " + LOG
                        + ", multi:softprob, multi:softmax, binary:hinge, " + EXPECTILE);
        };
    }

    /** The margins of the base scores of all outputs, in float as the native library computes them. */
    static float[] margins(String objective, float[] baseScore) {
        float[] margins = new float[baseScore.length];
        for (int k = 0; k < margins.length; k++) {
            margins[k] = margin(plain(objective), baseScore[k]);
        }
        if (plain(objective).equals(EXPECTILE)) {
            for (int k = margins.length - 1; k > 0; k--) {
                margins[k] = Link.gapMargin(baseScore[k] - baseScore[k - 1]);
            }
        }
        return margins;
    }

    private static float margin(String name, float baseScore) {
        if (!Float.isFinite(baseScore)) {
            throw wrong(baseScore, "a finite number");
        } else if (LOGISTIC.contains(name)) {
            if (!(baseScore > 0 && baseScore < 1)) {
                throw wrong(baseScore, "a number between 0 and 1");
            }
            return -FloatMath.log(1f / baseScore - 1f);
        } else if (LOG.contains(name)) {
            if (!(baseScore >= 0)) {
                throw wrong(baseScore, "a number of at least 0");
            }
            // what the native library writes for a target of zeros, and starts from
            return baseScore == 0 ? Float.NEGATIVE_INFINITY : FloatMath.log(baseScore);
        }
        return baseScore;
    }

    private static ModelFormatException wrong(float baseScore, String need) {
        return new ModelFormatException(
                "$.learner.learner_model_param.base_score: need " + need + " for this objective, got " + baseScore);
    }

    /** Version 1 had names of their own for objectives on the GPU. */
    private static String plain(String objective) {
        return objective.startsWith("gpu:") ? objective.substring(4) : objective;
    }
}
