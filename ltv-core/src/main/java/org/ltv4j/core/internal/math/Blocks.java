package org.ltv4j.core.internal.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered blocks of work on one or several threads of its own. Each block writes to its own place and the caller joins
 * the places in block order, so that the number of threads cannot move a bit. Waiting threads sleep; they do not spin.
 */
public final class Blocks implements AutoCloseable {
    private final int threads;
    private @Nullable ExecutorService workers;

    /**
     * Starts no thread yet.
     *
     * @param threads threads to use at most, the calling one included, at least 1
     */
    public Blocks(int threads) {
        this.threads = threads;
    }

    /**
     * Runs all blocks and returns when all are done.
     *
     * @param count number of blocks
     * @param block the work of a block, given its number from 0
     * @throws CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    public void run(int count, IntConsumer block) {
        failIfInterrupted();
        int helpers = Math.min(threads, count) - 1;
        if (helpers <= 0) {
            for (int i = 0; i < count; i++) {
                block.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                block.accept(i);
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            running.add(workers().submit(work));
        }
        work.run();
        running.forEach(Blocks::await);
    }

    /** Throws if the calling thread has been interrupted; the flag stays set for the caller. */
    public static void failIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private ExecutorService workers() {
        ExecutorService pool = workers;
        if (pool == null) {
            pool = Executors.newFixedThreadPool(threads - 1, task -> {
                Thread thread = new Thread(task, "ltv4j-blocks");
                thread.setDaemon(true);
                return thread;
            });
            workers = pool;
        }
        return pool;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        ExecutorService pool = workers;
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
