package org.ltv4j.core.feature;

import java.util.List;

/** Families that see the rows of a window only; their features carry its name and its rule. */
record WindowedFamily(Window window, List<FeatureFamily> families) implements FeatureFamily {
    @Override
    public String name() {
        return window.prefix()
                + String.join("_", families.stream().map(FeatureFamily::name).toList());
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        KernelChain inner = KernelChain.bind(families, context);
        List<Feature> features = inner.features().stream().map(this::renamed).toList();
        return new FeatureKernel() {
            @Override
            public List<Feature> features() {
                return features;
            }

            @Override
            public List<String> levels(int place) {
                return inner.levels(place);
            }

            @Override
            public void compute(PurchaseHistory history, double[] out, int at) {
                int asOf = history.asOfDay();
                inner.compute(history.between(window.firstDay(asOf), window.lastDay(asOf)), out, at);
            }
        };
    }

    private Feature renamed(Feature feature) {
        String rule = feature.asOf().equals(Feature.ON_OR_BEFORE)
                ? window.description()
                : feature.asOf() + ", as of the last of the "
                        + window.description().substring("rows of the ".length());
        return feature.withName(window.prefix() + feature.name()).withAsOf(rule);
    }
}
