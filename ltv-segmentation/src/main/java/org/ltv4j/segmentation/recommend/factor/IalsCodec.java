package org.ltv4j.segmentation.recommend.factor;

import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.segmentation.recommend.ItemTables;

/** Saves an {@link IalsRecommender}: the factors of the items, to the last bit, and no customers. */
public final class IalsCodec implements ModelCodec<IalsRecommender> {
    /** Made by the service loader. */
    public IalsCodec() {}

    @Override
    public String kind() {
        return IalsRecommender.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<IalsRecommender> modelClass() {
        return IalsRecommender.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(IalsRecommender model, ModelWriter out) {
        Ials.Options options = model.options();
        out.object(
                        "options",
                        o -> o.integer("factors", options.factors())
                                .integer("epochs", options.epochs())
                                .number("unobserved", options.unobserved())
                                .number("regularisation", options.regularisation())
                                .number("repeatWeight", options.repeatWeight())
                                .number("historyWeight", options.historyWeight())
                                .text("seed", Long.toString(options.seed())))
                .texts("items", ItemTables.names(model.items()))
                .integers("active", model.active())
                .numbers("factors", model.factors())
                .numbers("losses", model.losses());
    }

    @Override
    public IalsRecommender read(ModelReader in, int version) {
        ModelReader o = in.object("options");
        Ials.Options options = new Ials.Options(
                o.integer("factors", 1, 512),
                o.integer("epochs", 1, 1000),
                o.number("unobserved"),
                o.number("regularisation"),
                o.number("repeatWeight"),
                o.number("historyWeight"),
                seed(o));
        return new IalsRecommender(
                ItemTables.of(in.texts("items")),
                options,
                in.integers("active", 0, Integer.MAX_VALUE),
                in.numbers("factors"),
                in.numbers("losses"));
    }

    private static long seed(ModelReader in) {
        String text = in.text("seed");
        try {
            long seed = Long.parseLong(text);
            if (Long.toString(seed).equals(text)) {
                return seed;
            }
        } catch (NumberFormatException e) {
            throw in.error("seed", "need a whole number as text");
        }
        throw in.error("seed", "need a whole number as text, as it is printed");
    }
}
