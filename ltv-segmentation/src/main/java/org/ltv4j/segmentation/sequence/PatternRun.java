package org.ltv4j.segmentation.sequence;

import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.segmentation.itemset.MiningLimits;
import org.ltv4j.segmentation.itemset.MiningStop;

/** What the tasks of one run share: the threshold, which rises where only the best are wanted, and the limits. */
final class PatternRun {
    private static final int NODES_A_LOOK = 256;
    private static final long MAX_PATTERNS = Integer.MAX_VALUE - 8L;

    final SequenceData data;
    final PatternOptions options;
    final boolean[] wanted;
    final int mustHave;
    final long maxPatterns;
    private final long maxBytes;
    private final long started;
    private final long maxNanos;
    private final AtomicLong bytes = new AtomicLong();
    private final @Nullable PriorityQueue<Long> best;
    private final int minCount;
    private volatile long bar;
    private volatile MiningStop.@Nullable Reason stopped;

    PatternRun(SequenceData data, PatternOptions options, int minCount, long started) {
        this.started = started;
        this.data = data;
        this.options = options;
        this.minCount = minCount;
        this.wanted = new boolean[data.ranks()];
        best = options.top() > 0 && !options.closed() ? new PriorityQueue<>() : null;
        MiningLimits limits = options.limits();
        maxPatterns = best != null ? MAX_PATTERNS : Math.min(limits.itemsets(), MAX_PATTERNS);
        Runtime heap = Runtime.getRuntime();
        maxBytes = limits.bytes() == MiningLimits.HALF_OF_WHAT_IS_FREE
                ? (heap.maxMemory() - heap.totalMemory() + heap.freeMemory()) / 2
                : limits.bytes();
        maxNanos = limits.time().getSeconds() > Long.MAX_VALUE / 2_000_000_000L
                ? Long.MAX_VALUE
                : limits.time().toNanos();
        mustHave = options.items().all().size();
    }

    /** Marks the items that every pattern must hold; false if one of them is not frequent, so that no pattern can. */
    boolean mark(SequenceLog log) {
        int marked = 0;
        for (int rank = 0; rank < data.ranks(); rank++) {
            wanted[rank] = options.items().all().contains(log.items().id(data.itemOfRank[rank]));
            marked += wanted[rank] ? 1 : 0;
        }
        return marked == mustHave;
    }

    int minCount() {
        return minCount;
    }

    /** Whether a pattern, and with it all longer ones, comes after the k-th best that is known: by support, then by items. */
    boolean isBelowBar(int count, int items) {
        return key(count, items) < bar;
    }

    /** A pattern of the result has been found: with the k-th best known, worse ones need not be looked for. */
    void found(int count, int items) {
        PriorityQueue<Long> heap = best;
        if (heap == null || isBelowBar(count, items)) {
            return;
        }
        synchronized (heap) {
            heap.add(key(count, items));
            if (heap.size() > options.top()) {
                heap.remove();
            }
            if (heap.size() == options.top()) {
                bar = Math.max(bar, heap.element());
            }
        }
    }

    private static long key(int count, int items) {
        return ((long) count << 32) + (Integer.MAX_VALUE - items);
    }

    /** Counts memory of results and of work on them, before it is taken; where it is too much, the search ends. */
    boolean allows(long more) {
        if (bytes.addAndGet(more) <= maxBytes) {
            return true;
        }
        stop(MiningStop.Reason.MEMORY);
        return false;
    }

    /** Whether to go on; looks at the clock and at the interrupt flag now and then. */
    boolean goesOn(long node) {
        if (node % NODES_A_LOOK == 0) {
            Blocks.failIfInterrupted();
            if (System.nanoTime() - started > maxNanos) {
                stop(MiningStop.Reason.TIME);
            }
        }
        return stopped == null;
    }

    void stop(MiningStop.Reason reason) {
        stopped = reason;
    }

    MiningStop.@Nullable Reason stopped() {
        return stopped;
    }
}
