package org.ltv4j.models.baseline;

import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.save.FeatureSources;
import org.ltv4j.core.outcome.save.OutcomeModelCodec;

/** Saves the CLTV formula with its numbers. */
public final class FormulaCodec implements OutcomeModelCodec<FormulaCltv.Model> {
    /** Made by the service loader. */
    public FormulaCodec() {}

    @Override
    public String kind() {
        return "formula-cltv";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<FormulaCltv.Model> modelClass() {
        return FormulaCltv.Model.class;
    }

    @Override
    public void write(FormulaCltv.Model model, ModelWriter out) {
        out.object("outcome", model.outcome()::write)
                .integer("periodDays", model.periodDays())
                .number("retention", model.retention());
    }

    @Override
    public FormulaCltv.Model read(ModelReader in, int version, FeatureSources sources) {
        return new FormulaCltv.Model(
                Outcome.read(in.object("outcome")),
                in.integer("periodDays", 1, Integer.MAX_VALUE - 1),
                in.number("retention", 0, 1));
    }
}
