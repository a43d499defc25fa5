package org.ltv4j.models.tune;

/** How a trial ended. */
public enum TrialState {
    /** It has a loss. */
    COMPLETE,
    /** It was given up early, as others were clearly better. */
    PRUNED,
    /** Its settings did not work: an exception for that, or a loss that is no number. */
    FAILED
}
