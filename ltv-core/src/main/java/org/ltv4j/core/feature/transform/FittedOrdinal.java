package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** The place of each level in an order. */
record FittedOrdinal(boolean keepsSource, List<One> features) implements StepCode {
    static final String KIND = "ordinal";

    /** The rank of each level of one feature, -1 where it has none. */
    record One(String name, List<Integer> ranks) {
        One {
            ranks = List.copyOf(ranks);
            if (ranks.stream().anyMatch(rank -> rank < -1)) {
                throw new InvalidDataException("feature " + name + ": need ranks from 0 on, or -1");
            }
        }
    }

    FittedOrdinal {
        features = List.copyOf(features);
    }

    static FittedOrdinal read(ModelReader in) {
        List<One> features = in.objects("features").stream()
                .map(one -> new One(
                        one.text("name"),
                        IntStream.of(one.integers("ranks", -1, Integer.MAX_VALUE))
                                .boxed()
                                .toList()))
                .toList();
        return new FittedOrdinal(in.flag("keepsSource"), features);
    }

    @Override
    public void write(ModelWriter out) {
        out.flag("keepsSource", keepsSource)
                .objects(
                        "features",
                        features,
                        (one, object) -> object.text("name", one.name)
                                .integers(
                                        "ranks",
                                        one.ranks.stream()
                                                .mapToInt(Integer::intValue)
                                                .toArray()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": ranks " + Parts.first(one.ranks) + " of its levels")
                .toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(Parts.names(features, One::name), Parts.many(features, One::name, this::ranked));
    }

    private List<Column> ranked(Column column, One one) {
        Levels.requireLength(column, one.ranks.size());
        double[] table = one.ranks.stream()
                .mapToDouble(rank -> rank < 0 ? Double.NaN : rank)
                .toArray();
        List<Column> result = new ArrayList<>();
        if (keepsSource) {
            result.add(column);
        }
        result.add(column.derived(
                column.named(
                                column.name() + "_rank",
                                FeatureType.COUNT,
                                "rank",
                                "rank",
                                column.feature().meaning() + " (place in the order of its levels, from 0)")
                        .withMissing("no level, or one that has no rank"),
                Levels.lookup(table, Double.NaN, Double.NaN)));
        return result;
    }
}
