package org.ltv4j.segmentation.recommend;

import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.model.LtvModel;

/** Saves a {@link Fallback} with its two parts, each with its own kind and version. */
public final class FallbackCodec implements ModelCodec<Fallback> {
    /** Made by the service loader. */
    public FallbackCodec() {}

    @Override
    public String kind() {
        return Fallback.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Fallback> modelClass() {
        return Fallback.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(Fallback model, ModelWriter out) {
        out.model("first", saveable(model.first())).model("second", saveable(model.second()));
    }

    private static LtvModel saveable(Recommender part) {
        if (part instanceof LtvModel model) {
            return model;
        }
        throw new IllegalArgumentException("the part (" + part + ") cannot be saved: save the other part alone");
    }

    @Override
    public Fallback read(ModelReader in, int version) {
        return Fallback.of(part(in, "first"), part(in, "second"));
    }

    private static Recommender part(ModelReader in, String name) {
        LtvModel model = in.model(name, LtvModel.class);
        if (model instanceof Recommender recommender) {
            return recommender;
        }
        throw in.error(name, "a " + model.kind() + " recommends nothing");
    }
}
