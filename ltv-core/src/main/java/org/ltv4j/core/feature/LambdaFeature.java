package org.ltv4j.core.feature;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One feature that the caller computes. Where the log states no amounts, a customer misses it if an amount was asked for: a count of
 * amounts above a limit would be 0, not unknown.
 */
record LambdaFeature(Feature feature, ToDoubleFunction<PurchaseHistory> function)
        implements FeatureFamily, FeatureKernel {
    @Override
    public String name() {
        return feature.name();
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        return context.hasAmounts() ? this : new WithoutAmounts(this);
    }

    @Override
    public List<Feature> features() {
        return List.of(feature);
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        out[at] = function.applyAsDouble(history);
    }

    /** The same on a log that states no amounts. */
    private record WithoutAmounts(LambdaFeature whole) implements FeatureKernel {
        @Override
        public List<Feature> features() {
            return whole.features();
        }

        @Override
        public void compute(PurchaseHistory history, double[] out, int at) {
            history.hideAmounts();
            boolean asked;
            try {
                whole.compute(history, out, at);
            } finally {
                asked = history.showAmounts();
            }
            if (asked) {
                out[at] = Double.NaN;
            }
        }
    }
}
