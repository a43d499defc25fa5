package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** {@code (x - centre) / scale} for each feature. */
record FittedScale(Kind scaling, List<One> features) implements StepCode {
    /** What centre and scale are. */
    enum Kind {
        STANDARD("standard-scale", "standard deviations", "standardised"),
        ROBUST("robust-scale", "interquartile ranges", "robustly_scaled");

        private final String kind;
        private final String unit;
        private final String function;

        Kind(String kind, String unit, String function) {
            this.kind = kind;
            this.unit = unit;
            this.function = function;
        }
    }

    /** The numbers of one feature. */
    record One(String name, double centre, double scale) {
        One {
            if (!Double.isFinite(centre) || !(scale > 0 && scale <= Double.MAX_VALUE)) {
                throw new InvalidDataException("feature " + name + ": need a finite centre and a scale above 0, got "
                        + centre + " and " + scale);
            }
        }
    }

    FittedScale {
        features = List.copyOf(features);
    }

    /** A spread of 0 divides by 1, and a feature without values is left alone. */
    static One one(String name, double centre, double spread) {
        return new One(name, Double.isNaN(centre) ? 0 : centre, spread > 0 ? Node.finite(spread) : 1);
    }

    static FittedScale read(Kind scaling, ModelReader in) {
        return new FittedScale(
                scaling,
                in.objects("features").stream()
                        .map(one -> new One(one.text("name"), one.number("centre"), one.positive("scale")))
                        .toList());
    }

    @Override
    public void write(ModelWriter out) {
        out.objects(
                "features",
                features,
                (one, object) -> object.text("name", one.name)
                        .number("centre", one.centre)
                        .number("scale", one.scale));
    }

    @Override
    public String kind() {
        return scaling.kind;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": (x - " + one.centre + ") / " + one.scale)
                .toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(Parts.names(features, One::name), Parts.each(features, One::name, this::scaled));
    }

    private Column scaled(Column column, One one) {
        double centre = one.centre;
        double scale = one.scale;
        return column.requireNumber()
                .derived(column.changed(FeatureType.NUMBER, scaling.unit, scaling.function), x -> (x - centre) / scale);
    }
}
