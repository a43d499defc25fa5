package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** A flag for each level of each feature. */
record FittedOneHot(boolean other, boolean missing, boolean keepsSource, List<One> features) implements StepCode {
    static final String KIND = "one-hot";

    /** The levels of one feature that have a flag of their own, by their place, in the order of their names. */
    record One(String name, List<Integer> levels) {
        One {
            levels = List.copyOf(levels);
            if (new HashSet<>(levels).size() < levels.size()) {
                throw new InvalidDataException("feature " + name + " has two flags for one level");
            }
        }
    }

    FittedOneHot {
        features = List.copyOf(features);
    }

    static FittedOneHot read(ModelReader in) {
        List<One> features = in.objects("features").stream()
                .map(one -> new One(
                        one.text("name"),
                        IntStream.of(one.integers("levels", 0, Integer.MAX_VALUE))
                                .boxed()
                                .toList()))
                .toList();
        return new FittedOneHot(in.flag("other"), in.flag("missing"), in.flag("keepsSource"), features);
    }

    @Override
    public void write(ModelWriter out) {
        out.flag("other", other)
                .flag("missing", missing)
                .flag("keepsSource", keepsSource)
                .objects(
                        "features",
                        features,
                        (one, object) -> object.text("name", one.name).integers("levels", array(one.levels)));
    }

    private static int[] array(List<Integer> levels) {
        return levels.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": " + one.levels.size() + " levels")
                .toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(Parts.names(features, One::name), Parts.many(features, One::name, this::flags));
    }

    private List<Column> flags(Column column, One one) {
        List<String> levels = column.requireCategory().levels();
        List<Column> result = new ArrayList<>();
        if (keepsSource) {
            result.add(column);
        }
        boolean[] own = new boolean[levels.size()];
        Set<String> taken = new HashSet<>(Set.of(column.name() + "_is_other", column.name() + "_is_missing"));
        for (int i = 0; i < one.levels.size(); i++) {
            int level = one.levels.get(i);
            if (level >= levels.size()) {
                throw new InvalidDataException(
                        "feature " + one.name + " has " + levels.size() + " levels, none with the place " + level);
            }
            own[level] = true;
            String name = Levels.flagName(column.name(), levels.get(level), i + 1, taken);
            result.add(flag(column, name, "'" + levels.get(level) + "'", x -> x == level ? 1 : 0));
        }
        if (other) {
            String name = column.name() + "_is_other";
            result.add(flag(column, name, "another level", x -> Double.isNaN(x) || x >= 0 && own[(int) x] ? 0 : 1));
        }
        if (missing) {
            result.add(flag(column, column.name() + "_is_missing", "missing", x -> Double.isNaN(x) ? 1 : 0));
        }
        return result;
    }

    private static Column flag(Column column, String name, String level, DoubleUnaryOperator operator) {
        Feature of = column.feature();
        Feature feature = new Feature(
                name,
                FeatureType.FLAG,
                "",
                of.meaning() + ": 1 if it is " + level,
                "is(" + of.formula() + ", " + level + ")",
                of.source(),
                of.asOf(),
                "",
                of.sensitivity());
        return column.derived(feature, operator);
    }
}
