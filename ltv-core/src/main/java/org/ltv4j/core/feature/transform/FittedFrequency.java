package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** The share of each level. */
record FittedFrequency(boolean keepsSource, List<One> features) implements StepCode {
    static final String KIND = "frequency";

    /** The shares of the levels of one feature. */
    record One(String name, List<Double> shares) {
        One {
            shares = List.copyOf(shares);
            shares.forEach(share -> Choice.share("feature " + name, share));
        }
    }

    FittedFrequency {
        features = List.copyOf(features);
    }

    static FittedFrequency read(ModelReader in) {
        List<One> features = in.objects("features").stream()
                .map(one -> new One(
                        one.text("name"),
                        Arrays.stream(one.numbers("shares")).boxed().toList()))
                .toList();
        return new FittedFrequency(in.flag("keepsSource"), features);
    }

    @Override
    public void write(ModelWriter out) {
        out.flag("keepsSource", keepsSource)
                .objects(
                        "features",
                        features,
                        (one, object) -> object.text("name", one.name).numbers("shares", Edges.array(one.shares)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": shares " + Parts.first(one.shares) + " of its levels")
                .toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(Parts.names(features, One::name), Parts.many(features, One::name, this::share));
    }

    private List<Column> share(Column column, One one) {
        Levels.requireLength(column, one.shares.size());
        List<Column> result = new ArrayList<>();
        if (keepsSource) {
            result.add(column);
        }
        result.add(column.derived(
                column.named(
                        column.name() + "_frequency",
                        FeatureType.NUMBER,
                        "share",
                        "frequency",
                        column.feature().meaning() + " (share of the training customers with the same)"),
                Levels.lookup(Edges.array(one.shares), 0, Double.NaN)));
        return result;
    }
}
