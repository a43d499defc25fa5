package org.ltv4j.models.boost;

import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.FeatureModel;

/** Saves a {@link HurdleModel} as its two stages, each of any kind that has a codec, and the mean of those who do not spend. */
public final class HurdleCodec implements ModelCodec<HurdleModel> {
    /** Made by the service loader. */
    public HurdleCodec() {}

    @Override
    public String kind() {
        return HurdleModel.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<HurdleModel> modelClass() {
        return HurdleModel.class;
    }

    @Override
    public void write(HurdleModel model, ModelWriter out) {
        out.model("silent", model.silent()).model("spends", model.spends()).number("otherwise", model.otherwise());
    }

    @Override
    public HurdleModel read(ModelReader in, int version) {
        return new HurdleModel(
                in.model("silent", FeatureModel.class), in.model("spends", FeatureModel.class), in.number("otherwise"));
    }
}
