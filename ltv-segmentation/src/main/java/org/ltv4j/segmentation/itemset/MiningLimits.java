package org.ltv4j.segmentation.itemset;

import java.time.Duration;

/**
 * How far mining may go before it stops with what it has found. See {@link MiningStop}.
 *
 * @param itemsets itemsets of the result, at least 1
 * @param bytes memory of the result and of the work on it, at least 1, or {@link #HALF_OF_WHAT_IS_FREE}
 * @param time wall-clock time, more than 0; a fifth of it is kept for the hint how to go on
 */
public record MiningLimits(long itemsets, long bytes, Duration time) {
    /** As many bytes as half of the heap that is not in use when mining begins. */
    public static final long HALF_OF_WHAT_IS_FREE = 0;

    /** No limit but that of memory. */
    private static final MiningLimits DEFAULTS =
            new MiningLimits(Long.MAX_VALUE, HALF_OF_WHAT_IS_FREE, Duration.ofNanos(Long.MAX_VALUE));

    /**
     * Checks the ranges.
     *
     * @param itemsets at least 1
     * @param bytes at least 1, or {@link #HALF_OF_WHAT_IS_FREE}
     * @param time more than 0
     */
    public MiningLimits {
        if (itemsets < 1) {
            throw new IllegalArgumentException("need a limit of at least 1 itemset, got " + itemsets);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("need a limit of at least 1 byte, got " + bytes);
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("need a time limit of more than 0, got " + time);
        }
    }

    /**
     * Half of the free heap, any number of itemsets, any time.
     *
     * @return the limits that hold unless others are stated
     */
    public static MiningLimits defaults() {
        return DEFAULTS;
    }

    /**
     * With at most so many itemsets.
     *
     * @param value at least 1
     * @return changed limits
     */
    public MiningLimits withItemsets(long value) {
        return new MiningLimits(value, bytes, time);
    }

    /**
     * With at most so much memory for results and work. The baskets themselves do not count.
     *
     * @param value bytes, at least 1
     * @return changed limits
     */
    public MiningLimits withBytes(long value) {
        return new MiningLimits(itemsets, value, time);
    }

    /**
     * With at most so much time.
     *
     * @param value more than 0
     * @return changed limits
     */
    public MiningLimits withTime(Duration value) {
        return new MiningLimits(itemsets, bytes, value);
    }
}
