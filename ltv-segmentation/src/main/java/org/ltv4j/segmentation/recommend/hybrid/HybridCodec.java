package org.ltv4j.segmentation.recommend.hybrid;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.segmentation.recommend.Recommender;

/** Saves a {@link HybridRecommender} with its parts, each with its own kind and version. */
public final class HybridCodec implements ModelCodec<HybridRecommender> {
    /** Made by the service loader. */
    public HybridCodec() {}

    @Override
    public String kind() {
        return HybridRecommender.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<HybridRecommender> modelClass() {
        return HybridRecommender.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(HybridRecommender model, ModelWriter out) {
        out.objects(
                "parts",
                model.parts(),
                (part, o) -> o.text("name", part.name())
                        .number("weight", part.weight())
                        .number("alone", part.alone())
                        .model("recommender", saveable(part)));
    }

    private static LtvModel saveable(HybridRecommender.Part part) {
        if (part.recommender() instanceof LtvModel model) {
            return model;
        }
        throw new IllegalArgumentException("the part " + part.name() + " (" + part.recommender()
                + ") cannot be saved: make the hybrid anew from baskets, or leave that part out");
    }

    @Override
    public HybridRecommender read(ModelReader in, int version) {
        List<HybridRecommender.Part> parts = new ArrayList<>();
        for (ModelReader o : in.objects("parts")) {
            LtvModel model = o.model("recommender", LtvModel.class);
            if (!(model instanceof Recommender recommender)) {
                throw o.error("recommender", "a " + model.kind() + " recommends nothing");
            }
            parts.add(new HybridRecommender.Part(o.text("name"), recommender, o.number("weight"), o.number("alone")));
        }
        return HybridRecommender.of(parts);
    }
}
