package org.ltv4j.segmentation.itemset;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Watches the limits of one call. Asked by all its threads, every so many nodes and every so much work. */
final class MiningGuard {
    /** Bytes of a node in the result. */
    static final int BYTES_OF_NODE = 4 * Integer.BYTES;

    /** Nanoseconds that a hint may take even after a search that was over at once, where time is not limited. */
    private static final double LEAST_FOR_HINT = 3e8;

    private final long deadline;
    private final long started = System.nanoTime();
    private final long bytesLimit;
    private final AtomicLong bytes = new AtomicLong();
    private volatile MiningStop.@Nullable Reason reason;
    private volatile boolean cancelled;

    /**
     * A guard that begins now.
     *
     * @param limits the limits
     * @param share of the time that may be used
     */
    MiningGuard(MiningLimits limits, double share) {
        this.deadline = nanos(limits, share);
        this.bytesLimit = limits.bytes() == MiningLimits.HALF_OF_WHAT_IS_FREE ? halfOfFree() : limits.bytes();
    }

    private MiningGuard(long deadline, long bytesLimit) {
        this.deadline = deadline;
        this.bytesLimit = bytesLimit;
    }

    /**
     * A guard for what comes after a stop: a quarter of the time that was used so far, or a little where that is almost none, and no more than so
     * many seconds.
     */
    MiningGuard forHint(double seconds) {
        long used = elapsed();
        double least = Math.max(1e7, Math.min(LEAST_FOR_HINT, deadline / 4.0)); // a quarter of four fifths of the time
        return new MiningGuard((long) Math.min(seconds * 1e9, Math.max(least, used / 4.0)), bytesLimit);
    }

    /** A guard without a time limit, for listing what is known already. */
    MiningGuard again() {
        return new MiningGuard(Long.MAX_VALUE, bytesLimit);
    }

    private static long nanos(MiningLimits limits, double share) {
        double seconds = limits.time().toMillis() / 1e3;
        return seconds > 1e9 ? Long.MAX_VALUE : (long) (share * limits.time().toNanos());
    }

    private static long halfOfFree() {
        Runtime heap = Runtime.getRuntime();
        long inUse = heap.totalMemory() - heap.freeMemory(); // garbage included: a lower bound of what is free
        return Math.max(heap.maxMemory() / 8, (heap.maxMemory() - inUse) / 2);
    }

    /** So many bytes more are wanted. */
    void claim(long more) {
        poll();
        if (bytes.addAndGet(more) > bytesLimit) {
            stop(MiningStop.Reason.MEMORY);
        }
    }

    /** Gives memory of work back. */
    void release(long less) {
        bytes.addAndGet(-less);
    }

    /** Ends the search if a limit was reached or the caller wants it no more. */
    void poll() {
        if (reason != null) {
            throw StopSignal.INSTANCE;
        }
        if (cancelled || Thread.currentThread().isInterrupted()) {
            cancelled = true;
            throw new CancellationException("mining was interrupted");
        }
        if (elapsed() > deadline) {
            stop(MiningStop.Reason.TIME);
        }
    }

    /** Nanoseconds since mining began. */
    long elapsed() {
        return System.nanoTime() - started;
    }

    /** Ends the search of all threads. */
    void stop(MiningStop.Reason why) {
        setReason(why);
        throw StopSignal.INSTANCE;
    }

    /** Says why the search ends, unless something else has ended it before. */
    synchronized void setReason(MiningStop.Reason why) {
        if (reason == null) {
            reason = why;
        }
    }

    /** Passes on why a part of the search, with a guard of its own, has ended. */
    void setReasonOf(MiningGuard part) {
        MiningStop.Reason why = part.reason;
        if (why != null) {
            setReason(why);
        }
    }

    /** Ends the search of all threads without a result. */
    void cancel() {
        cancelled = true;
    }

    /** So many itemsets, or fewer if a quarter of the memory holds no more. */
    long nodesLimit(long itemsets) {
        return Math.max(1, Math.min(itemsets, bytesLimit / (4L * (BYTES_OF_NODE + NodeBuffer.STRIDE * Integer.BYTES))));
    }

    long bytesLimit() {
        return bytesLimit;
    }

    /** The limit that was reached, or null. */
    MiningStop.@Nullable Reason reason() {
        return reason;
    }
}
