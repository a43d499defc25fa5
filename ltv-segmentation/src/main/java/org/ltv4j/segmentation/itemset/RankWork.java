package org.ltv4j.segmentation.itemset;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;

/**
 * The search over all ranks, each a task of its own, from the most frequent item on. The calling thread begins alone; helpers start when the work
 * turns out to be worth them. Who does which rank is chance, what is found for it is not.
 */
final class RankWork {
    /** Nanoseconds since mining began for which the calling thread works alone: some twenty times what a helper costs to start. */
    private static final long ALONE = 2_000_000;

    private static final String PHASE = "mining itemsets";

    private final RankedBaskets data;
    private final MiningGuard guard;
    private final MiningPlan plan;
    private final boolean countsOnly;
    private final Function<NodeBuffer, RankMiner> miners;
    private final Segments segments;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private @Nullable Throwable failure;

    /**
     * A search.
     *
     * @param data the baskets
     * @param guard the limits
     * @param plan which sets count, and where the search may end
     * @param countsOnly whether sets are counted and forgotten
     * @param miners makes a miner for each thread
     */
    RankWork(
            RankedBaskets data,
            MiningGuard guard,
            MiningPlan plan,
            boolean countsOnly,
            Function<NodeBuffer, RankMiner> miners) {
        this.data = data;
        this.guard = guard;
        this.plan = plan;
        this.countsOnly = countsOnly;
        this.miners = miners;
        this.segments = new Segments(data.ranks(), plan.maxItemsets());
    }

    /**
     * Searches.
     *
     * @return where the sets stand
     * @throws CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    Segments run(Parallelism parallelism, ProgressListener listener) {
        List<Thread> helpers = new ArrayList<>();
        try {
            work(() -> {
                int soFar = done.get();
                if (soFar < data.ranks()) { // the end is told when all threads have ended
                    listener.progress(PHASE, soFar, data.ranks());
                }
                if (helpers.isEmpty() && parallelism.threads() > 1 && guard.elapsed() > ALONE) {
                    start(helpers, Math.min(parallelism.threads() - 1, data.ranks() - next.get()));
                }
            });
        } finally {
            await(helpers);
        }
        if (failure instanceof RuntimeException problem) {
            throw problem;
        }
        if (failure instanceof Error problem) {
            throw problem;
        }
        if (done.get() == data.ranks()) { // helpers may have done the last of it
            listener.progress(PHASE, data.ranks(), data.ranks());
        }
        return segments;
    }

    private void start(List<Thread> helpers, int count) {
        for (int i = 1; i <= count; i++) {
            Thread helper = new Thread(() -> work(() -> {}), "ltv-mining-" + i);
            helper.setDaemon(true);
            helpers.add(helper);
            helper.start();
        }
    }

    private void work(Runnable afterRank) {
        int[] current = {-1};
        NodeBuffer buffer = new NodeBuffer(nodes -> claim(current[0], nodes), plan, countsOnly);
        try {
            RankMiner miner = miners.apply(buffer);
            for (int rank = next.getAndIncrement();
                    rank < data.ranks() && rank <= segments.last();
                    rank = next.getAndIncrement()) {
                current[0] = rank;
                guard.poll();
                mine(rank, miner, buffer);
                done.incrementAndGet();
                afterRank.run();
            }
        } catch (StopSignal stop) {
            // a limit: what there is stays
        } catch (OutOfMemoryError | StackOverflowError full) { // limits that nobody stated
            guard.setReason(MiningStop.Reason.MEMORY);
        } catch (Throwable problem) { // an Error must stop the others as well; it is thrown again by the caller
            fail(problem);
        }
    }

    private void mine(int rank, RankMiner miner, NodeBuffer buffer) {
        segments.begin(rank, buffer);
        boolean complete = false;
        try {
            miner.mine(rank);
            complete = true;
        } finally {
            segments.end(rank, complete);
        }
    }

    private void claim(int rank, int nodes) {
        guard.claim((long) nodes * (NodeBuffer.STRIDE * Integer.BYTES + MiningGuard.BYTES_OF_NODE));
        if (segments.isEnough(rank)) {
            throw StopSignal.INSTANCE;
        }
    }

    private synchronized void fail(Throwable problem) {
        guard.cancel();
        if (failure == null) {
            failure = problem;
        }
    }

    private void await(List<Thread> helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    fail(new CancellationException("mining was interrupted"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
