package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** {@code sign(x) ln(1 + |x|)} of each feature. */
record FittedLog1p(List<String> features) implements StepCode {
    static final String KIND = "log1p";

    FittedLog1p {
        features = List.copyOf(features);
    }

    static FittedLog1p read(ModelReader in) {
        return new FittedLog1p(in.texts("features"));
    }

    @Override
    public void write(ModelWriter out) {
        out.texts("features", features);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> report() {
        return features.stream().map(name -> name + ": sign(x) ln(1 + |x|)").toList();
    }

    @Override
    public Layout extend(Layout before) {
        return before.replace(
                features,
                column -> List.of(column.requireNumber()
                        .derived(column.changed(FeatureType.NUMBER, "", "log1p"), FittedLog1p::signedLog)));
    }

    static double signedLog(double x) {
        return Math.copySign(Math.log1p(Math.abs(x)), x);
    }
}
