package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** The mean of the target of each level. */
record FittedTargetEncoding(boolean keepsSource, double prior, List<One> features) implements StepCode {
    static final String KIND = "target-encoding";

    /** The means of the levels of one feature, and of the rows where it is missing. */
    record One(String name, List<Double> means, double missing) {
        One {
            means = List.copyOf(means);
            if (!Double.isFinite(missing) || !means.stream().allMatch(Double::isFinite)) {
                throw new InvalidDataException("feature " + name + ": the mean of a level is not finite");
            }
        }
    }

    FittedTargetEncoding {
        features = List.copyOf(features);
    }

    static FittedTargetEncoding read(ModelReader in) {
        List<One> features = in.objects("features").stream()
                .map(one -> new One(
                        one.text("name"),
                        Arrays.stream(one.numbers("means")).boxed().toList(),
                        one.number("missing")))
                .toList();
        return new FittedTargetEncoding(in.flag("keepsSource"), in.number("prior"), features);
    }

    @Override
    public void write(ModelWriter out) {
        out.flag("keepsSource", keepsSource)
                .number("prior", prior)
                .objects(
                        "features",
                        features,
                        (one, object) -> object.text("name", one.name)
                                .numbers("means", Edges.array(one.means))
                                .number("missing", one.missing));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": means " + Parts.first(one.means) + " of its levels, " + one.missing
                        + " where missing, " + prior + " for a level that training did not see")
                .toList();
    }

    static String nameOf(Column column) {
        return column.name() + "_target";
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(Parts.names(features, One::name), Parts.many(features, One::name, this::encoded));
    }

    private List<Column> encoded(Column column, One one) {
        Levels.requireLength(column, one.means.size());
        Feature of = column.feature();
        List<Column> result = new ArrayList<>();
        if (keepsSource) {
            result.add(column);
        }
        Feature feature = new Feature(
                nameOf(column),
                FeatureType.NUMBER,
                "target",
                of.meaning() + " (mean target of the training customers with the same, drawn towards the mean of all)",
                "target_mean(" + of.formula() + ")",
                of.source(),
                of.asOf(),
                "",
                of.sensitivity());
        result.add(column.derived(feature, Levels.lookup(Edges.array(one.means), prior, one.missing)));
        return result;
    }
}
