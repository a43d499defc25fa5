package org.ltv4j.core.feature.transform;

import java.util.List;

/** A step after it learnt its numbers from the training rows. Immutable, and equal to another if all its numbers are. */
public sealed interface FittedStep permits StepCode {
    /**
     * The stable name of this kind of step, as it stands in saved files.
     *
     * @return for example {@code standard-scale}
     */
    String kind();

    /**
     * What was learnt, for reading, not for parsing.
     *
     * @return a line per feature, its numbers included
     */
    List<String> report();
}
