package org.ltv4j.segmentation.recommend;

import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** Saves a {@link ContentRecommender}: its items as vectors, without the catalog they were made of. */
public final class ContentCodec implements ModelCodec<ContentRecommender> {
    /** Made by the service loader. */
    public ContentCodec() {}

    @Override
    public String kind() {
        return ContentRecommender.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ContentRecommender> modelClass() {
        return ContentRecommender.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(ContentRecommender model, ModelWriter out) {
        ContentRecommender.Weights weights = model.weights();
        ItemFeatures features = model.features();
        out.object(
                        "weights",
                        o -> o.number("category", weights.category())
                                .number("priceBand", weights.priceBand())
                                .number("attribute", weights.attribute())
                                .number("history", weights.history()))
                .texts("items", ItemTables.names(model.items()))
                .numbers("popularity", model.popularity())
                .texts("classes", features.names())
                .integers("classesOfItem", features.counts())
                .integers("class", features.classes())
                .numbers("value", features.values());
    }

    @Override
    public ContentRecommender read(ModelReader in, int version) {
        ModelReader o = in.object("weights");
        ContentRecommender.Weights weights = new ContentRecommender.Weights(
                o.number("category"), o.number("priceBand"), o.number("attribute"), o.number("history"));
        return new ContentRecommender(
                ItemTables.of(in.texts("items")),
                weights,
                ItemFeatures.of(
                        in.texts("classes"),
                        in.integers("classesOfItem", 0, Integer.MAX_VALUE),
                        in.integers("class", 0, Integer.MAX_VALUE),
                        in.numbers("value")),
                in.numbers("popularity"));
    }
}
