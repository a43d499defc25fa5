package org.ltv4j.core.feature;

import java.util.List;

/** A family that is computed from features before it in the same plan. */
interface DerivedFamily extends FeatureFamily {
    /** Ties it to the features before it; in {@code compute} these stand right before {@code at}. */
    FeatureKernel bind(List<Feature> before);

    @Override
    default FeatureKernel bind(FeatureContext context) {
        return bind(List.of());
    }
}
