package org.ltv4j.core.feature.transform;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** Products and ratios of two features. */
record FittedInteractions(List<Pair> pairs) implements StepCode {
    static final String KIND = "interactions";

    /** What is done with two features. */
    enum Operation {
        PRODUCT("_times_", " x ", "product", (a, b) -> a * b),
        RATIO("_per_", " per ", "ratio", (a, b) -> b == 0 ? Double.NaN : a / b);

        private final String between;
        private final String units;
        private final String function;
        private final DoubleBinaryOperator operator;

        Operation(String between, String units, String function, DoubleBinaryOperator operator) {
            this.between = between;
            this.units = units;
            this.function = function;
            this.operator = operator;
        }
    }

    /** Two features and what is done with them. */
    record Pair(Operation operation, String first, String second) {
        String name() {
            return first + operation.between + second;
        }
    }

    FittedInteractions {
        pairs = List.copyOf(pairs);
    }

    static FittedInteractions read(ModelReader in) {
        return new FittedInteractions(in.objects("pairs").stream()
                .map(pair ->
                        new Pair(pair.choice("operation", Operation.class), pair.text("first"), pair.text("second")))
                .toList());
    }

    @Override
    public void write(ModelWriter out) {
        out.objects(
                "pairs",
                pairs,
                (pair, object) -> object.choice("operation", pair.operation)
                        .text("first", pair.first)
                        .text("second", pair.second));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return pairs.stream().map(Pair::name).toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.with(pairs.stream().map(pair -> column(before, pair)).toList());
    }

    private static Column column(Layout layout, Pair pair) {
        Column a = layout.column(pair.first).requireNumber();
        Column b = layout.column(pair.second).requireNumber();
        Operation operation = pair.operation;
        Feature feature = new Feature(
                pair.name(),
                FeatureType.NUMBER,
                unit(a.feature().unit(), operation, b.feature().unit()),
                a.feature().meaning() + operation.units + b.feature().meaning(),
                operation.function + "(" + a.feature().formula() + ", "
                        + b.feature().formula() + ")",
                both(a.feature().source(), b.feature().source()),
                both(a.feature().asOf(), b.feature().asOf()),
                operation == Operation.RATIO
                        ? "one of the two is missing, or the second is 0"
                        : "one of the two is missing",
                stricter(a.feature().sensitivity(), b.feature().sensitivity()));
        return new Column(feature, List.of(), new Node.Binary(a.node(), b.node(), operation.operator));
    }

    private static String unit(String a, Operation operation, String b) {
        return a.isEmpty() && b.isEmpty() ? "" : (a.isEmpty() ? "1" : a) + operation.units + (b.isEmpty() ? "1" : b);
    }

    private static String both(String a, String b) {
        return String.join(", ", Stream.of(a, b).distinct().toList());
    }

    /** The first of the two in the order of the enum, which goes from identifiers to plain values. */
    private static Sensitivity stricter(Sensitivity a, Sensitivity b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
