package org.ltv4j.core.feature.transform;

import java.util.List;

/**
 * One step of a {@link FeaturePipeline}: what to do with which features, before anything was learnt from data. Immutable;
 * two steps are equal if they say the same.
 */
public abstract sealed class FeatureStep
        permits OneHot,
                Ordinal,
                Frequency,
                TargetEncoding,
                StandardScale,
                RobustScale,
                Log1p,
                YeoJohnson,
                Winsorise,
                Impute,
                Bin,
                Interactions,
                VarianceFilter,
                CorrelationFilter,
                MutualInformation {
    FeatureStep() {}

    /** Learns what the step needs from the training rows, and from nothing else. */
    abstract StepCode fit(FitData data);

    /** Whether the training rows need other values than those that the fitted step gives to all other rows. */
    boolean outOfFold() {
        return false;
    }

    /** Gives the training rows their values where {@link #outOfFold}. */
    void overrideTraining(FitData data, Layout after) {}

    /** All that tells it from other steps of its class. */
    abstract List<?> options();

    /** The step in words: its name, its options and the features it works on. */
    @Override
    public abstract String toString();

    @Override
    public final boolean equals(Object other) {
        return other instanceof FeatureStep step
                && step.getClass().equals(getClass())
                && step.options().equals(options());
    }

    @Override
    public final int hashCode() {
        return options().hashCode();
    }
}
