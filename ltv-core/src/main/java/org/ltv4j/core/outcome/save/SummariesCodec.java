package org.ltv4j.core.outcome.save;

import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.SummariesEstimator;

/** A pair of models of purchases and spend: all of it is in the file. */
final class SummariesCodec implements OutcomeModelCodec<SummariesEstimator.Fitted> {
    @Override
    public String kind() {
        return "summaries";
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
    public Class<SummariesEstimator.Fitted> modelClass() {
        return SummariesEstimator.Fitted.class;
    }

    @Override
    public void write(SummariesEstimator.Fitted model, ModelWriter out) {
        out.object("outcome", model.outcome()::write).model("model", model.model());
    }

    @Override
    public SummariesEstimator.Fitted read(ModelReader in, int version, FeatureSources sources) {
        return new SummariesEstimator.Fitted(Outcome.read(in.object("outcome")), in.model("model", ValueModel.class));
    }
}
