package org.ltv4j.models.btyd;

import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/**
 * Saves a {@link BgNbdModel} as its time scale, its two mixtures, limits included, and its report.
 *
 * <pre>{@code
 * "timeScale": "WEEK",
 * "rate": {"mixture": "gamma", "r": 0.243, "alpha": 4.414},
 * "dropOut": {"mixture": "beta", "a": 0.793, "b": 2.426},
 * "fit": {...}
 * }</pre>
 */
public final class BgNbdCodec implements ModelCodec<BgNbdModel> {
    private static final String MIXTURE = "mixture";
    private static final String GAMMA = "gamma";
    private static final String BETA = "beta";
    private static final String NONE = "none";
    private static final String FIXED = "fixed";
    private static final String NEVER_OR_AT_ONCE = "never-or-at-once";
    private static final String AT_ONCE = "at-once";

    /** Made by the service loader. */
    public BgNbdCodec() {}

    @Override
    public String kind() {
        return BgNbdModel.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<BgNbdModel> modelClass() {
        return BgNbdModel.class;
    }

    @Override
    public void write(BgNbdModel model, ModelWriter out) {
        out.choice("timeScale", model.scale())
                .object("rate", rate -> write(model.purchaseRate(), rate))
                .object("dropOut", dropOut -> write(model.dropOut(), dropOut))
                .fit(model.fit());
    }

    private static void write(PurchaseRate rate, ModelWriter out) {
        if (rate instanceof PurchaseRate.Gamma gamma) {
            out.text(MIXTURE, GAMMA).number("r", gamma.r()).number("alpha", gamma.alpha());
        } else {
            out.text(MIXTURE, FIXED).number("lambda", rate.mean());
        }
    }

    private static void write(DropOut dropOut, ModelWriter out) {
        if (dropOut instanceof DropOut.Beta beta) {
            out.text(MIXTURE, BETA).number("a", beta.a()).number("b", beta.b());
        } else if (dropOut instanceof DropOut.Fixed fixed) {
            out.text(MIXTURE, FIXED).number("q", fixed.q());
        } else if (dropOut instanceof DropOut.NeverOrAtOnce either) {
            out.text(MIXTURE, NEVER_OR_AT_ONCE).number("q", either.q());
        } else {
            out.text(MIXTURE, dropOut instanceof DropOut.None ? NONE : AT_ONCE);
        }
    }

    @Override
    public BgNbdModel read(ModelReader in, int version) {
        return new BgNbdModel(
                rate(in.object("rate")),
                dropOut(in.object("dropOut")),
                in.choice("timeScale", TimeScale.class),
                in.fit());
    }

    private static PurchaseRate rate(ModelReader in) {
        String mixture = in.text(MIXTURE);
        switch (mixture) {
            case GAMMA:
                return new PurchaseRate.Gamma(in.positive("r"), in.positive("alpha"));
            case FIXED:
                return new PurchaseRate.Fixed(in.positive("lambda"));
            default:
                throw in.error(MIXTURE, "need " + GAMMA + " or " + FIXED + ", got '" + mixture + "'");
        }
    }

    private static DropOut dropOut(ModelReader in) {
        String mixture = in.text(MIXTURE);
        switch (mixture) {
            case BETA:
                return new DropOut.Beta(in.positive("a"), in.positive("b"));
            case NONE:
                return new DropOut.None();
            case FIXED:
                return new DropOut.Fixed(in.positive("q"));
            case NEVER_OR_AT_ONCE:
                return new DropOut.NeverOrAtOnce(in.positive("q"));
            case AT_ONCE:
                return new DropOut.AtOnce();
            default:
                throw in.error(
                        MIXTURE,
                        "need one of " + BETA + ", " + NONE + ", " + FIXED + ", " + NEVER_OR_AT_ONCE + ", " + AT_ONCE
                                + ", got '" + mixture + "'");
        }
    }
}
