package org.ltv4j.core.model;

/** Hears how far long work has come. Called from the working thread; must be quick. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = (phase, done, total) -> {};

    /**
     * Work has come this far.
     *
     * @param phase what is being done, a few words
     * @param done units done so far
     * @param total units in all, 0 where not known
     */
    void progress(String phase, long done, long total);
}
