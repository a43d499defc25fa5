package org.ltv4j.segmentation.recommend;

import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** Saves a {@link PopularityRecommender}. */
public final class PopularityCodec implements ModelCodec<PopularityRecommender> {
    /** Made by the service loader. */
    public PopularityCodec() {}

    @Override
    public String kind() {
        return PopularityRecommender.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<PopularityRecommender> modelClass() {
        return PopularityRecommender.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(PopularityRecommender model, ModelWriter out) {
        out.texts("items", ItemTables.names(model.items()))
                .texts("segments", ItemTables.names(model.segments()))
                .numbers("shares", model.shares());
    }

    @Override
    public PopularityRecommender read(ModelReader in, int version) {
        return new PopularityRecommender(
                ItemTables.of(in.texts("items")), ItemTables.of(in.texts("segments")), in.numbers("shares"));
    }
}
