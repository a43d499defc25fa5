package org.ltv4j.segmentation.itemset;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Runs equal shares of a pass over the baskets side by side. */
final class Strands {
    private final int threads;
    private @Nullable Throwable failure;

    /** So many strands, the calling thread's included. */
    Strands(int threads) {
        this.threads = threads;
    }

    /** How many there are. */
    int threads() {
        return threads;
    }

    /** One share of the work. */
    @FunctionalInterface
    interface Share {
        /**
         * Does it.
         *
         * @param mine number of the share
         * @param all how many there are
         */
        void run(int mine, int all);
    }

    /** Runs all shares and waits for them. */
    void run(Share share) {
        Thread[] helpers = new Thread[threads - 1];
        for (int i = 1; i < threads; i++) {
            int mine = i;
            helpers[i - 1] = new Thread(() -> attempt(share, mine), "ltv-mining-" + i);
            helpers[i - 1].setDaemon(true);
            helpers[i - 1].start();
        }
        attempt(share, 0);
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("mining was interrupted");
        }
        rethrow();
    }

    private void attempt(Share share, int mine) {
        try {
            share.run(mine, threads);
        } catch (Throwable problem) { // thrown again by the caller
            fail(problem);
        }
    }

    private synchronized void fail(Throwable problem) {
        if (failure == null) {
            failure = problem;
        }
    }

    private synchronized void rethrow() {
        if (failure instanceof RuntimeException problem) {
            throw problem;
        }
        if (failure instanceof Error problem) {
            throw problem;
        }
    }
}
