package org.ltv4j.core.outcome.save;

import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.ShorterHorizon;

/** A model of a shorter horizon that foretells a longer one. */
final class ShorterHorizonCodec implements OutcomeModelCodec<ShorterHorizon.Fitted> {
    @Override
    public String kind() {
        return "shorter-horizon";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String module() {
        return "ltv-core";
    }

    @Override
    public Class<ShorterHorizon.Fitted> modelClass() {
        return ShorterHorizon.Fitted.class;
    }

    @Override
    public void write(ShorterHorizon.Fitted model, ModelWriter out) {
        out.object("outcome", model.outcome()::write)
                .object("shorter", one -> OutcomeModels.write(model.shorter(), one));
    }

    @Override
    public ShorterHorizon.Fitted read(ModelReader in, int version, FeatureSources sources) {
        return new ShorterHorizon.Fitted(
                Outcome.read(in.object("outcome")), OutcomeModels.read(in.object("shorter"), sources));
    }
}
