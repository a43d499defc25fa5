package org.ltv4j.models.baseline;

import java.util.List;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.save.FeatureSources;
import org.ltv4j.core.outcome.save.OutcomeModelCodec;

/** Saves a table of cells; the features that sort customers into them are its own. */
public final class RfmCellsCodec implements OutcomeModelCodec<RfmCells.Model> {
    /** Made by the service loader. */
    public RfmCellsCodec() {}

    @Override
    public String kind() {
        return "rfm-cells";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<RfmCells.Model> modelClass() {
        return RfmCells.Model.class;
    }

    @Override
    public void write(RfmCells.Model model, ModelWriter out) {
        out.object("outcome", model.outcome()::write)
                .rows("edges", model.edges())
                .numbers("means", model.means());
    }

    @Override
    public RfmCells.Model read(ModelReader in, int version, FeatureSources sources) {
        List<List<Double>> edges = in.rows("edges");
        return RfmCells.Model.of(Outcome.read(in.object("outcome")), edges, in.numbers("means"));
    }
}
