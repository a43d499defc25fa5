package org.ltv4j.core.outcome;

import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeaturePlan;

/** Makes the features of customers from the sales up to a date. */
@FunctionalInterface
public interface FeatureSource {
    /**
     * The features of every customer.
     *
     * @param known the sales that are known
     * @return a row per customer who ever bought; the schema is the same on every date
     */
    FeatureMatrix from(KnownSales known);

    /**
     * The features of a plan, whose own date does not matter.
     *
     * @param plan which features
     * @return the source
     */
    static FeatureSource of(FeaturePlan plan) {
        return known -> plan.asOf(known.asOf()).from(known.log());
    }
}
