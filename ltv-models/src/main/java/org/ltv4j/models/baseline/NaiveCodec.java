package org.ltv4j.models.baseline;

import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.save.FeatureSources;
import org.ltv4j.core.outcome.save.OutcomeModelCodec;

/** Saves a rule without learning. */
public final class NaiveCodec implements OutcomeModelCodec<NaiveBaseline.Model> {
    /** Made by the service loader. */
    public NaiveCodec() {}

    @Override
    public String kind() {
        return "naive";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<NaiveBaseline.Model> modelClass() {
        return NaiveBaseline.Model.class;
    }

    @Override
    public void write(NaiveBaseline.Model model, ModelWriter out) {
        out.object("outcome", model.outcome()::write)
                .choice("rule", model.rule())
                .number("mean", model.mean());
    }

    @Override
    public NaiveBaseline.Model read(ModelReader in, int version, FeatureSources sources) {
        Outcome outcome = Outcome.read(in.object("outcome"));
        double mean = in.number("mean");
        if (outcome.isProbability() && !(mean >= 0 && mean <= 1)) {
            throw in.error("mean", "need a share in [0, 1], got " + mean);
        }
        return new NaiveBaseline.Model(in.choice("rule", NaiveRule.class), outcome, mean);
    }
}
