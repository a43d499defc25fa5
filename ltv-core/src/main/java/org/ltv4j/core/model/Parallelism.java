package org.ltv4j.core.model;

/**
 * How many threads a call may use. Sequential unless the caller says otherwise; results do not depend on it, to the last bit.
 *
 * @param threads at least 1
 */
public record Parallelism(int threads) {
    /** The calling thread only. */
    public static final Parallelism SEQUENTIAL = new Parallelism(1);

    /**
     * Checks the number.
     *
     * @param threads at least 1
     */
    public Parallelism {
        if (threads < 1) {
            throw new IllegalArgumentException("need at least 1 thread, got " + threads);
        }
    }

    /**
     * So many threads, the calling one included.
     *
     * @param threads at least 1
     * @return the choice
     */
    public static Parallelism of(int threads) {
        return new Parallelism(threads);
    }

    /**
     * As many threads as there are processors.
     *
     * @return the choice
     */
    public static Parallelism available() {
        return new Parallelism(Runtime.getRuntime().availableProcessors());
    }
}
