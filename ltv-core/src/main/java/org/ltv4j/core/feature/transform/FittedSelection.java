package org.ltv4j.core.feature.transform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** What a step of selection found of each feature, and which it leaves out. */
record FittedSelection(Rule rule, List<Judged> features) implements StepCode {
    /** By what features are judged. */
    enum Rule {
        VARIANCE("variance-filter"),
        CORRELATION("correlation-filter"),
        INFORMATION("mutual-information");

        private final String kind;

        Rule(String kind) {
            this.kind = kind;
        }
    }

    /** One feature: its figure if it could be computed, and the feature that stays in its place if there is one. */
    record Judged(String name, boolean kept, OptionalDouble figure, Optional<String> instead) {}

    FittedSelection {
        features = List.copyOf(features);
    }

    static FittedSelection read(Rule rule, ModelReader in) {
        return new FittedSelection(
                rule,
                in.objects("features").stream()
                        .map(one -> new Judged(
                                one.text("name"),
                                one.flag("kept"),
                                one.optionalNumber("figure"),
                                one.has("instead") ? Optional.of(one.text("instead")) : Optional.empty()))
                        .toList());
    }

    @Override
    public void write(ModelWriter out) {
        out.objects("features", features, (one, object) -> {
            object.text("name", one.name).flag("kept", one.kept).optionalNumber("figure", one.figure);
            one.instead.ifPresent(other -> object.text("instead", other));
        });
    }

    @Override
    public String kind() {
        return rule.kind;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": " + (one.kept ? "kept, " : "dropped, ") + reason(one))
                .toList();
    }

    @Override
    public List<DroppedFeature> dropped() {
        return features.stream()
                .filter(one -> !one.kept)
                .map(one -> new DroppedFeature(one.name, rule.kind, reason(one), one.figure))
                .toList();
    }

    private String reason(Judged one) {
        if (one.figure.isEmpty()) {
            return "no value in the training rows to judge it by";
        }
        String figure = String.format(Locale.ROOT, "%.6g", one.figure.getAsDouble());
        return switch (rule) {
            case VARIANCE -> "variance " + figure;
            case CORRELATION ->
                "correlation " + figure
                        + one.instead.map(other -> " with " + other).orElse("");
            case INFORMATION -> "tells " + figure + " nats of the target";
        };
    }

    @Override
    public Layout extend(Layout before) {
        Set<String> dropped =
                features.stream().filter(one -> !one.kept).map(Judged::name).collect(Collectors.toSet());
        return before.replace(
                features.stream().map(Judged::name).toList(),
                column -> dropped.contains(column.name()) ? List.of() : List.of(column));
    }
}
