package org.ltv4j.segmentation.rule;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.ltv4j.segmentation.itemset.MiningLimits;
import org.ltv4j.segmentation.itemset.MiningStop;

/** Ends the making of rules when there is no more time or memory, and when the thread is interrupted. For one thread. */
final class RuleGuard {
    /** Steps between two looks at the clock. */
    private static final int SELDOM = 0xFF;

    private final long started = System.nanoTime();
    private final long nanos;
    private final long bytes;
    private int steps;
    private MiningStop.@Nullable Reason reason;

    private RuleGuard(long nanos, long bytes) {
        this.nanos = nanos;
        this.bytes = bytes;
    }

    /**
     * A guard that starts its clock now.
     *
     * @param limits of time and bytes; without one of bytes a third of the free heap, since sorting the rules takes as much again
     * @param used nanoseconds of the time that have gone by already; a fifth of it is left in any case
     */
    static RuleGuard of(MiningLimits limits, long used) {
        boolean forEver = limits.time().toMillis() > 1e12;
        long time = forEver ? Long.MAX_VALUE : limits.time().toNanos();
        return new RuleGuard(Math.max(time / 5, time - used), budget(limits));
    }

    private static long budget(MiningLimits limits) {
        if (limits.bytes() != MiningLimits.HALF_OF_WHAT_IS_FREE) {
            return limits.bytes();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory()) / 3;
    }

    /** Stops when more bytes are taken than may be. */
    void hold(long taken) {
        if (taken > bytes) {
            stop(MiningStop.Reason.MEMORY);
        }
    }

    /** Looks at the clock and for interrupts, at every call or only now and then. */
    void step(boolean always) {
        if (!always && (++steps & SELDOM) != 0) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the search for rules was interrupted");
        }
        if (System.nanoTime() - started > nanos) {
            stop(MiningStop.Reason.TIME);
        }
    }

    void stop(MiningStop.Reason why) {
        if (reason == null) {
            reason = why;
        }
    }

    boolean isOver() {
        return reason != null;
    }

    Optional<MiningStop.Reason> reason() {
        return Optional.ofNullable(reason);
    }
}
