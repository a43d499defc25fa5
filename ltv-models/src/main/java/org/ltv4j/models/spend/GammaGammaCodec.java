package org.ltv4j.models.spend;

import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.model.SpendBasis;

/** Saves a {@link GammaGammaModel}: its basis, the name of its mixture, the parameters of that, the fit. */
public final class GammaGammaCodec implements ModelCodec<GammaGammaModel> {
    private static final String USUAL = "gamma-gamma";
    private static final String ALIKE = "all-alike";
    private static final String STEADY = "each-the-same";
    private static final String ONE = "one-amount";

    /** Made by the service loader. */
    public GammaGammaCodec() {}

    @Override
    public String kind() {
        return GammaGammaModel.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<GammaGammaModel> modelClass() {
        return GammaGammaModel.class;
    }

    @Override
    public void write(GammaGammaModel model, ModelWriter out) {
        out.choice("basis", model.basis());
        if (model.mixture() instanceof GammaGammaMixture s) {
            out.text("mixture", USUAL)
                    .object(
                            "parameters",
                            o -> o.number("p", s.p()).number("q", s.q()).number("gamma", s.gamma()));
        } else if (model.mixture() instanceof AlikeMixture s) {
            out.text("mixture", ALIKE)
                    .object("parameters", o -> o.number("p", s.p()).number("mean", s.mean()));
        } else if (model.mixture() instanceof SteadyMixture s) {
            out.text("mixture", STEADY)
                    .object("parameters", o -> o.number("q", s.q()).number("scale", s.scale()));
        } else if (model.mixture() instanceof OneAmountMixture s) {
            out.text("mixture", ONE).object("parameters", o -> o.number("amount", s.amount()));
        }
        out.fit(model.fit());
    }

    @Override
    public GammaGammaModel read(ModelReader in, int version) {
        return new GammaGammaModel(
                mixture(in, in.object("parameters")), in.choice("basis", SpendBasis.class), in.fit());
    }

    private static SpendMixture mixture(ModelReader in, ModelReader parameters) {
        String name = in.text("mixture");
        return switch (name) {
            case USUAL ->
                new GammaGammaMixture(parameters.positive("p"), parameters.positive("q"), parameters.positive("gamma"));
            case ALIKE -> new AlikeMixture(parameters.positive("p"), parameters.positive("mean"));
            case STEADY -> new SteadyMixture(parameters.positive("q"), parameters.positive("scale"));
            case ONE -> new OneAmountMixture(parameters.positive("amount"));
            default ->
                throw in.error(
                        "mixture",
                        "need one of " + USUAL + ", " + ALIKE + ", " + STEADY + ", " + ONE + ", got '" + name + "'");
        };
    }
}
