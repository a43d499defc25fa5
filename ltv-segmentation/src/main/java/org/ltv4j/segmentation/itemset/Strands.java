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

    /**
     * Which ranks are those of one share. Shares are ranges of ranks, as a row, which is in their order, then changes from one to the next once only, and are
     * balanced by how many more frequent items each item meets if items meet by chance.
     */
    static boolean[] share(RankedBaskets data, int mine, int all) {
        double[] until = new double[data.ranks()];
        double moreFrequent = 0;
        double sum = 0;
        for (int r = 0; r < data.ranks(); r++) {
            sum += moreFrequent * data.counts[r];
            moreFrequent += data.counts[r];
            until[r] = sum;
        }
        boolean[] isMine = new boolean[data.ranks()];
        for (int r = 0; r < data.ranks(); r++) {
            int share = sum == 0 ? 0 : (int) Math.min(all - 1, Math.floor(all * until[r] / sum));
            isMine[r] = share == mine;
        }
        return isMine;
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
