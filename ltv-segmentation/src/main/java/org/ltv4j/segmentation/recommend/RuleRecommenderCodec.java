package org.ltv4j.segmentation.recommend;

import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.segmentation.rule.RuleSet;

/** Saves a {@link RuleRecommender} with its rules. */
public final class RuleRecommenderCodec implements ModelCodec<RuleRecommender> {
    /** Made by the service loader. */
    public RuleRecommenderCodec() {}

    @Override
    public String kind() {
        return RuleRecommender.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<RuleRecommender> modelClass() {
        return RuleRecommender.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(RuleRecommender model, ModelWriter out) {
        out.choice("score", model.scoring())
                .texts("items", ItemTables.names(model.items()))
                .model("rules", model.rules());
    }

    @Override
    public RuleRecommender read(ModelReader in, int version) {
        RuleScore score = in.choice("score", RuleScore.class);
        return RuleRecommender.of(in.model("rules", RuleSet.class), score, ItemTables.of(in.texts("items")));
    }
}
