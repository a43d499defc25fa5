package org.ltv4j.segmentation.recommend;

import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** Saves a {@link BuyAgain} with its popularity. */
public final class BuyAgainCodec implements ModelCodec<BuyAgain> {
    /** Made by the service loader. */
    public BuyAgainCodec() {}

    @Override
    public String kind() {
        return BuyAgain.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<BuyAgain> modelClass() {
        return BuyAgain.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(BuyAgain model, ModelWriter out) {
        out.model("popularity", model.popularity());
    }

    @Override
    public BuyAgain read(ModelReader in, int version) {
        return BuyAgain.of(in.model("popularity", PopularityRecommender.class));
    }
}
