package org.ltv4j.core.outcome.save;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.Services;
import org.ltv4j.core.outcome.OutcomeModel;

/** Finds the codec of a kind of model: those of this package, and those that modules bring. */
final class OutcomeCodecs {
    private OutcomeCodecs() {}

    static OutcomeModelCodec<?> of(OutcomeModel model) {
        List<OutcomeModelCodec<?>> codecs = all();
        return codecs.stream()
                .filter(codec -> codec.modelClass().equals(model.getClass()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a model of class "
                        + model.getClass().getName() + " cannot be saved: there is no codec for it, only for "
                        + kinds(codecs)));
    }

    static OutcomeModelCodec<?> of(ModelReader in, String kind) {
        List<OutcomeModelCodec<?>> codecs = all();
        return codecs.stream()
                .filter(codec -> codec.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> in.error(
                        "kind",
                        "no codec for models of this kind is on the class path, only for " + kinds(codecs)
                                + ": add the module that brings it"));
    }

    private static String kinds(List<OutcomeModelCodec<?>> codecs) {
        return codecs.stream().map(OutcomeModelCodec::kind).sorted().collect(Collectors.joining(", "));
    }

    private static List<OutcomeModelCodec<?>> all() {
        List<OutcomeModelCodec<?>> codecs =
                new ArrayList<>(List.of(new SummariesCodec(), new FeaturesCodec(), new ShorterHorizonCodec()));
        Services.of(OutcomeModelCodec.class).forEach(codecs::add);
        return codecs;
    }
}
