package org.ltv4j.core.feature;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One feature that the caller computes. */
record LambdaFeature(Feature feature, ToDoubleFunction<PurchaseHistory> function)
        implements FeatureFamily, FeatureKernel {
    @Override
    public String name() {
        return feature.name();
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        return this;
    }

    @Override
    public List<Feature> features() {
        return List.of(feature);
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        out[at] = function.applyAsDouble(history);
    }
}
