package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** {@code min(high, max(low, x))} of each feature. */
record FittedLimits(List<One> features) implements StepCode {
    static final String KIND = "winsorise";

    /** The limits of one feature. */
    record One(String name, double low, double high) {
        One {
            if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
                throw new InvalidDataException(
                        "feature " + name + ": need finite limits with low <= high, got " + low + " and " + high);
            }
        }
    }

    FittedLimits {
        features = List.copyOf(features);
    }

    /** Limits that may be unknown (NaN): then there are none. */
    static One one(String name, double low, double high) {
        return Double.isNaN(low) || Double.isNaN(high)
                ? new One(name, -Double.MAX_VALUE, Double.MAX_VALUE)
                : new One(name, Node.finite(low), Node.finite(high));
    }

    static FittedLimits read(ModelReader in) {
        return new FittedLimits(in.objects("features").stream()
                .map(one -> new One(one.text("name"), one.number("low"), one.number("high")))
                .toList());
    }

    @Override
    public void write(ModelWriter out) {
        out.objects(
                "features",
                features,
                (one, object) ->
                        object.text("name", one.name).number("low", one.low).number("high", one.high));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": from " + one.low + " to " + one.high)
                .toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(Parts.names(features, One::name), Parts.each(features, One::name, FittedLimits::limited));
    }

    private static Column limited(Column column, One one) {
        double low = one.low;
        double high = one.high;
        return column.requireNumber()
                .derived(
                        column.changed(FeatureType.NUMBER, column.feature().unit(), "winsorised"),
                        x -> Math.min(high, Math.max(low, x)));
    }
}
