package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** The bin of each feature. */
record FittedBins(boolean asNumber, boolean keepsSource, List<One> features) implements StepCode {
    static final String KIND = "bin";

    /** The edges of one feature. */
    record One(String name, List<Double> edges) {
        One {
            edges = List.copyOf(edges);
            Edges.check("feature " + name, Edges.array(edges));
        }
    }

    FittedBins {
        features = List.copyOf(features);
    }

    static FittedBins read(ModelReader in) {
        List<One> features = in.objects("features").stream()
                .map(one -> new One(
                        one.text("name"),
                        Arrays.stream(one.numbers("edges")).boxed().toList()))
                .toList();
        return new FittedBins(in.flag("asNumber"), in.flag("keepsSource"), features);
    }

    @Override
    public void write(ModelWriter out) {
        out.flag("asNumber", asNumber)
                .flag("keepsSource", keepsSource)
                .objects(
                        "features",
                        features,
                        (one, object) -> object.text("name", one.name).numbers("edges", Edges.array(one.edges)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": " + (one.edges.size() + 1) + " bins, edges " + Parts.first(one.edges))
                .toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(Parts.names(features, One::name), Parts.many(features, One::name, this::binned));
    }

    private List<Column> binned(Column column, One one) {
        column.requireNumber();
        double[] edges = Edges.array(one.edges);
        DoubleUnaryOperator bin = x -> Edges.bin(edges, x);
        Feature feature = column.named(
                column.name() + "_bin",
                asNumber ? FeatureType.COUNT : FeatureType.CATEGORY,
                "bin",
                "bin",
                column.feature().meaning() + " (bin, from low to high)");
        List<Column> result = new ArrayList<>();
        if (keepsSource) {
            result.add(column);
        }
        result.add(asNumber ? column.derived(feature, bin) : column.derived(feature, levels(edges.length + 1), bin));
        return result;
    }

    private static List<String> levels(int bins) {
        return IntStream.rangeClosed(1, bins).mapToObj(Integer::toString).toList();
    }
}
