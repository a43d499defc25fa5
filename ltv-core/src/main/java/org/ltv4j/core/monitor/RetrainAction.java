package org.ltv4j.core.monitor;

/** What to do about a model in use; later ones outweigh earlier ones. */
public enum RetrainAction {
    /** Nothing. */
    KEEP,
    /** Look again next month, or at the data. */
    WATCH,
    /** Fit it anew. */
    REFIT
}
