package org.ltv4j.core.feature.transform;

import java.util.List;
import org.ltv4j.core.io.ModelWriter;

/** What a fitted step does. */
sealed interface StepCode extends FittedStep
        permits FittedScale,
                FittedLog1p,
                FittedYeoJohnson,
                FittedLimits,
                FittedImpute,
                FittedBins,
                FittedOneHot,
                FittedOrdinal,
                FittedFrequency,
                FittedTargetEncoding,
                FittedInteractions,
                FittedSelection {
    /** The columns after this step. */
    Layout extend(Layout before);

    /** The members of this step in a saved file. */
    void write(ModelWriter out);

    /** The features that it drops, for the report of the pipeline. */
    default List<DroppedFeature> dropped() {
        return List.of();
    }
}
