package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** The power transform of Yeo and Johnson of each feature. */
record FittedYeoJohnson(List<One> features) implements StepCode {
    static final String KIND = "yeo-johnson";
    static final double MIN_LAMBDA = -4;
    static final double MAX_LAMBDA = 6;

    /** The power of one feature, and whether it lies at the edge of where it is sought. */
    record One(String name, double lambda, boolean atEdge) {}

    FittedYeoJohnson {
        features = List.copyOf(features);
    }

    static FittedYeoJohnson read(ModelReader in) {
        return new FittedYeoJohnson(in.objects("features").stream()
                .map(one -> new One(one.text("name"), one.number("lambda", MIN_LAMBDA, MAX_LAMBDA), one.flag("atEdge")))
                .toList());
    }

    @Override
    public void write(ModelWriter out) {
        out.objects(
                "features",
                features,
                (one, object) -> object.text("name", one.name)
                        .number("lambda", one.lambda)
                        .flag("atEdge", one.atEdge));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream()
                .map(one -> one.name + ": lambda " + one.lambda
                        + (one.atEdge ? ", at the edge of where the transformed values keep their digits" : ""))
                .toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(
                Parts.names(features, One::name), Parts.each(features, One::name, FittedYeoJohnson::transformed));
    }

    private static Column transformed(Column column, One one) {
        double lambda = one.lambda;
        return column.requireNumber()
                .derived(column.changed(FeatureType.NUMBER, "", "yeo_johnson"), x -> transform(lambda, x));
    }

    static double transform(double lambda, double x) {
        if (lambda == 1) {
            return x;
        }
        return x < 0 ? -power(2 - lambda, Math.log1p(-x)) : power(lambda, Math.log1p(x));
    }

    /** {@code (exp(p l) - 1) / p}, and its limit for p = 0. */
    private static double power(double p, double l) {
        return p == 0 ? l : Math.expm1(p * l) / p;
    }
}
