package org.ltv4j.models.explain;

import java.util.List;

/**
 * How much features matter to the trees of one stage.
 *
 * @param name the stage, as in {@link StageExplanation}
 * @param scale what its margin is
 * @param features all features, by falling mean contribution
 */
public record StageImportance(String name, MarginScale scale, List<FeatureImportance> features) {
    /**
     * Copies the list.
     *
     * @param name the stage, as in {@link StageExplanation}
     * @param scale what its margin is
     * @param features all features, by falling mean contribution
     */
    public StageImportance {
        features = List.copyOf(features);
    }
}
