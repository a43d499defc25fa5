package org.ltv4j.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;

/**
 * Work over customers in blocks of a fixed size, on the calling thread and as many helpers as it may use. The helpers live
 * as long as the call. Who does which block is chance, what a block computes is not.
 */
final class CustomerBlocks {
    private static final int BLOCK = 1024;

    private final int size;
    private final int blocks;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean stopped;
    private @Nullable Throwable failure;

    private CustomerBlocks(int size) {
        this.size = size;
        this.blocks = (int) ((size + (long) BLOCK - 1) / BLOCK);
    }

    /** What one thread does to rows {@code from} to {@code to - 1}. */
    @FunctionalInterface
    interface Task {
        void run(int from, int to);
    }

    /**
     * Runs a task over all rows.
     *
     * @param size rows
     * @param parallelism threads, the calling one included
     * @param phase what the listener is told
     * @param listener called by the calling thread only
     * @param tasks gives each thread a task of its own
     * @throws CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    static void run(int size, Parallelism parallelism, String phase, ProgressListener listener, Supplier<Task> tasks) {
        CustomerBlocks blocks = new CustomerBlocks(size);
        List<Thread> helpers = new ArrayList<>();
        int threads = Math.min(parallelism.threads(), Math.max(1, blocks.blocks));
        try {
            for (int i = 1; i < threads; i++) {
                Thread helper = new Thread(() -> blocks.work(tasks, () -> {}), "ltv-score-" + i);
                helper.setDaemon(true);
                helpers.add(helper);
                helper.start();
            }
            blocks.work(tasks, () -> blocks.report(phase, listener));
        } finally {
            blocks.await(helpers);
        }
        blocks.finish();
        listener.progress(phase, size, size);
        checkInterrupted(); // helpers may have done all of it before this thread looked
    }

    private void report(String phase, ProgressListener listener) {
        int soFar = done.get();
        if (soFar < size) { // the end is told when all threads have ended
            listener.progress(phase, soFar, size);
        }
    }

    private void work(Supplier<Task> tasks, Runnable afterBlock) {
        try {
            Task task = tasks.get();
            for (int block = next.getAndIncrement(); block < blocks && !stopped; block = next.getAndIncrement()) {
                int from = block * BLOCK;
                int to = Math.min(size, from + BLOCK);
                task.run(from, to);
                done.addAndGet(to - from);
                afterBlock.run();
            }
        } catch (Throwable problem) { // an Error must stop the others as well; it is thrown again by the caller
            fail(problem);
        }
    }

    private synchronized void fail(Throwable problem) {
        stopped = true;
        if (failure == null) {
            failure = problem;
        }
    }

    private void await(List<Thread> helpers) {
        boolean interrupted = false;
        if (stopped) {
            helpers.forEach(Thread::interrupt);
        }
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopped = true;
                    helpers.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void finish() {
        if (failure instanceof RuntimeException problem) {
            throw problem;
        }
        if (failure instanceof Error problem) {
            throw problem;
        }
        if (done.get() < size) {
            throw new CancellationException("scoring was interrupted");
        }
    }

    /** Ends the work of this thread if it was told to stop. Cheap enough to be called for every customer. */
    static void checkInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("scoring was interrupted");
        }
    }
}
