package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** What missing values of each feature are replaced by. */
record FittedImpute(Impute.With with, Optional<Groups> groups, boolean indicator, List<One> features)
        implements StepCode {
    static final String KIND = "impute";

    /** The fill of one feature: for all, of a new level if there is one, and of each group. */
    record One(String name, double fill, Optional<String> newLevel, List<Double> byGroup) {
        One {
            byGroup = List.copyOf(byGroup);
        }
    }

    /** The feature that groups customers: a category, or a number cut at edges. */
    record Groups(String feature, List<Double> edges) {
        Groups {
            edges = List.copyOf(edges);
            Edges.check("groups by " + feature, Edges.array(edges));
        }

        int count(Column by) {
            return by.isCategory() ? by.levels().size() : edges.size() + 1;
        }

        /** The group of each value, -1 where there is none. */
        int[] of(Column by, double[] values) {
            double[] cuts = Edges.array(edges);
            int[] groups = new int[values.length];
            for (int i = 0; i < groups.length; i++) {
                groups[i] = of(by.isCategory(), cuts, values[i]);
            }
            return groups;
        }

        private static int of(boolean category, double[] cuts, double value) {
            double group = category ? value : Edges.bin(cuts, value);
            return Double.isNaN(group) ? -1 : (int) group;
        }
    }

    FittedImpute {
        features = List.copyOf(features);
    }

    static FittedImpute read(ModelReader in) {
        Optional<Groups> groups = Optional.empty();
        if (in.has("groups")) {
            ModelReader by = in.object("groups");
            groups = Optional.of(new Groups(by.text("feature"), list(by.numbers("edges"))));
        }
        List<One> features = in.objects("features").stream()
                .map(one -> new One(
                        one.text("name"),
                        one.number("fill"),
                        one.has("newLevel") ? Optional.of(one.text("newLevel")) : Optional.empty(),
                        list(one.numbers("byGroup"))))
                .toList();
        return new FittedImpute(in.choice("with", Impute.With.class), groups, in.flag("indicator"), features);
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    @Override
    public void write(ModelWriter out) {
        out.choice("with", with);
        groups.ifPresent(by -> out.object(
                "groups", object -> object.text("feature", by.feature).numbers("edges", Edges.array(by.edges))));
        out.flag("indicator", indicator).objects("features", features, (one, object) -> {
            object.text("name", one.name).number("fill", one.fill);
            one.newLevel.ifPresent(level -> object.text("newLevel", level));
            object.numbers("byGroup", Edges.array(one.byGroup));
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": " + one.fill
                        + groups.map(by -> ", by " + by.feature + " " + Parts.first(one.byGroup))
                                .orElse(""))
                .toList();
    }

    @Override
    public Layout extend(Layout before) {
        Optional<Column> by = groups.map(g -> grouping(before.column(g.feature), g));
        Layout filled = before.replace(
                Parts.names(features, One::name), Parts.each(features, One::name, (c, one) -> filled(c, one, by)));
        if (!indicator) {
            return filled;
        }
        List<Column> indicators = new ArrayList<>();
        features.forEach(one -> indicators.add(indicator(before.column(one.name))));
        return filled.with(indicators);
    }

    private static Column grouping(Column column, Groups by) {
        return by.edges.isEmpty() || !column.isCategory() ? column : column.requireNumber();
    }

    private Column filled(Column column, One one, Optional<Column> by) {
        List<String> levels = levels(column, one);
        Feature feature = new Feature(
                column.name(),
                type(column.feature().type(), one),
                column.feature().unit(),
                column.feature().meaning(),
                "filled(" + column.feature().formula() + ", " + what() + ")",
                column.feature().source(),
                column.feature().asOf(),
                "",
                column.feature().sensitivity());
        double fill = one.fill;
        if (by.isEmpty()) {
            return column.derived(feature, levels, x -> Double.isNaN(x) ? fill : x);
        }
        double[] fills = Edges.array(one.byGroup);
        double[] cuts = Edges.array(groups.orElseThrow().edges);
        boolean category = by.get().isCategory();
        if (fills.length != groups.orElseThrow().count(by.get())) {
            throw new InvalidDataException("feature " + one.name + " has " + fills.length + " fills for "
                    + groups.orElseThrow().count(by.get()) + " groups of "
                    + by.get().name());
        }
        return new Column(
                feature, levels, new Node.Binary(column.node(), by.get().node(), (x, g) -> {
                    if (!Double.isNaN(x)) {
                        return x;
                    }
                    int group = Groups.of(category, cuts, g);
                    return group < 0 ? fill : fills[group];
                }));
    }

    private String what() {
        String value = with.name().toLowerCase(Locale.ROOT);
        return groups.map(by -> value + " by " + by.feature + (by.edges.isEmpty() ? "" : " in bins"))
                .orElse(value);
    }

    /** What is filled in must be of the type that the feature will have. */
    private static List<String> levels(Column column, One one) {
        if (!column.isCategory()) {
            if (one.newLevel.isPresent()) {
                throw new InvalidDataException("feature " + one.name + " is no category and cannot get a level");
            }
            return List.of();
        }
        List<String> levels = new ArrayList<>(column.levels());
        one.newLevel.ifPresent(levels::add);
        if (levels.stream().distinct().count() < levels.size()) {
            throw new InvalidDataException("feature " + one.name + ": the new level is there already");
        }
        checkPlace(one, one.fill, levels.size());
        one.byGroup.forEach(fill -> checkPlace(one, fill, levels.size()));
        return levels;
    }

    private static void checkPlace(One one, double fill, int levels) {
        if (!(fill >= 0 && fill < levels && fill == Math.rint(fill))) {
            throw new InvalidDataException(
                    "feature " + one.name + ": the fill must be a place in its " + levels + " levels, got " + fill);
        }
    }

    private FeatureType type(FeatureType type, One one) {
        boolean fits = with == Impute.With.MODE || with == Impute.With.CONSTANT;
        return switch (type) {
            case NUMBER, CATEGORY -> type;
            case COUNT -> fits && all(one, x -> x >= 0 && x == Math.rint(x)) ? type : FeatureType.NUMBER;
            case FLAG -> fits && all(one, x -> x == 0 || x == 1) ? type : FeatureType.NUMBER;
        };
    }

    private static boolean all(One one, DoublePredicate rule) {
        return rule.test(one.fill) && one.byGroup.stream().allMatch(rule::test);
    }

    private static Column indicator(Column column) {
        Feature of = column.feature();
        Feature feature = new Feature(
                column.name() + "_missing",
                FeatureType.FLAG,
                "",
                "1 if there is no value: " + of.meaning(),
                "missing(" + of.formula() + ")",
                of.source(),
                of.asOf(),
                "",
                of.sensitivity());
        return column.derived(feature, x -> Double.isNaN(x) ? 1 : 0);
    }
}
