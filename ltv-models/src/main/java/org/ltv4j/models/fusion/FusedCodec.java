package org.ltv4j.models.fusion;

import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.save.FeatureSources;
import org.ltv4j.core.outcome.save.OutcomeModelCodec;
import org.ltv4j.core.outcome.save.OutcomeModels;

/** Saves a {@link FusedModel}: its weights and its members, each of any kind that has a codec. */
public final class FusedCodec implements OutcomeModelCodec<FusedModel> {
    /** Made by the service loader. */
    public FusedCodec() {}

    @Override
    public String kind() {
        return "fused";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<FusedModel> modelClass() {
        return FusedModel.class;
    }

    @Override
    public void write(FusedModel model, ModelWriter out) {
        out.object("outcome", model.outcome()::write)
                .objects(
                        "members",
                        model.members(),
                        (member, one) -> one.text("name", member.name())
                                .number("weight", member.weight())
                                .object("model", inner -> OutcomeModels.write(member.model(), inner)));
    }

    @Override
    public FusedModel read(ModelReader in, int version, FeatureSources sources) {
        return new FusedModel(
                Outcome.read(in.object("outcome")),
                in.objects("members").stream()
                        .map(one -> new FusedModel.Member(
                                one.text("name"),
                                one.number("weight"),
                                OutcomeModels.read(one.object("model"), sources)))
                        .toList());
    }
}
