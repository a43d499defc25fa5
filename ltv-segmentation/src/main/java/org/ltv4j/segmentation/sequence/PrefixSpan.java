package org.ltv4j.segmentation.sequence;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.itemset.MiningStop;

/**
 * Sequential patterns: sets of items that many customers bought in later and later events.
 *
 * <p>A pattern {@code <E1 -> E2 -> ..>} occurs in a sequence whose events {@code e1 < e2 < ..}, each later in the order of the
 * sequence than the one before, hold {@code E1, E2, ..}; its support is the number of such sequences, however often it occurs in
 * one. Gap and span limits speak of one occurrence: some occurrence must keep to all of them.
 *
 * <p>Method: prefix growth with pseudo-projection on flat arrays (Pei and others 2004, IEEE TKDE 16(11)), where what follows a prefix is
 * counted by last positions (LAPIN: Yang, Wang and Kitsuregawa 2007, DASFAA), and with gap limits lists of ends (cSPADE: Zaki 2000,
 * CIKM). Items are independent tasks; the result is the same on any number of threads, except where a limit of time or memory
 * ended the search.
 */
public final class PrefixSpan {
    private static final double STEP = 0.6;
    private static final PatternBuffer EMPTY = new PatternBuffer(false);

    private PrefixSpan() {}

    /**
     * Options to be stated.
     *
     * @return a builder with a minimum support of 5 % and no other limit
     */
    public static PatternOptions.Builder options() {
        return new PatternOptions.Builder();
    }

    /**
     * Mines on the calling thread.
     *
     * @param sequences what customers bought
     * @param options which patterns are wanted
     * @return the patterns, and the limit that ended the search, if one did
     */
    public static SequentialPatterns mine(SequenceLog sequences, PatternOptions options) {
        return mine(sequences, options, Parallelism.SEQUENTIAL, ProgressListener.NONE);
    }

    /**
     * Mines.
     *
     * @param sequences what customers bought
     * @param options which patterns are wanted
     * @param parallelism threads
     * @param progress hears how many of the frequent items, with which patterns begin, are done
     * @return the patterns, and the limit that ended the search, if one did
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static SequentialPatterns mine(
            SequenceLog sequences, PatternOptions options, Parallelism parallelism, ProgressListener progress) {
        int minCount = options.minSupport().among(sequences.size());
        return options.top() == 0
                ? search(sequences, options, minCount, System.nanoTime(), parallelism, progress)
                : best(sequences, options, minCount, parallelism, progress);
    }

    /**
     * The best k are the first k of all patterns at the first of falling supports at which there are so many. Going down step by step never
     * meets the explosion of patterns that are as rare as the minimum asked for allows.
     */
    private static SequentialPatterns best(
            SequenceLog sequences,
            PatternOptions options,
            int minCount,
            Parallelism parallelism,
            ProgressListener progress) {
        long started = System.nanoTime();
        int level =
                Arrays.stream(SequenceData.sequencesWithItem(sequences)).max().orElse(0);
        while (true) {
            level = Math.max(minCount, (int) (level * STEP));
            SequentialPatterns found = search(sequences, options, level, started, parallelism, progress);
            if (level == minCount
                    || found.size() >= options.top()
                    || found.stop().isPresent()) {
                return found.first(options.top(), minCount);
            }
        }
    }

    private static SequentialPatterns search(
            SequenceLog sequences,
            PatternOptions options,
            int minCount,
            long started,
            Parallelism parallelism,
            ProgressListener progress) {
        SequenceData data = SequenceData.of(sequences, options.items(), minCount);
        PatternRun run = new PatternRun(data, options, minCount, started);
        boolean possible = run.mark(sequences);
        PatternBuffer[] tasks = possible ? tasks(run, parallelism, progress) : new PatternBuffer[0];
        PatternBuffer found = new PatternBuffer(options.closed());
        boolean tooMany = false;
        reserve(found, tasks);
        for (int t = 0; t < tasks.length; t++) {
            PatternBuffer task = tasks[t];
            for (int i = 0; i < task.size(); i++) {
                if (found.size() == run.maxPatterns) {
                    tooMany = true;
                } else if (!run.isBelowBar(task.count(i), task.length(i))) {
                    if (found.fits(task.length(i))) {
                        found.add(task, i);
                    } else {
                        run.stop(MiningStop.Reason.MEMORY);
                    }
                }
            }
            tasks[t] = EMPTY; // its memory is needed for the rest
        }
        MiningStop.Reason reason = run.stopped() == null && tooMany ? MiningStop.Reason.ITEMSETS : run.stopped();
        PatternBuffer wanted = options.closed() ? ClosedFilter.of(found) : found;
        return SequentialPatterns.sorted(sequences, data, wanted, minCount, reason);
    }

    private static PatternBuffer[] tasks(PatternRun run, Parallelism parallelism, ProgressListener progress) {
        int ranks = run.data.ranks();
        PatternBuffer[] found = new PatternBuffer[ranks];
        Queue<PatternSearch> idle = new ConcurrentLinkedQueue<>();
        AtomicInteger done = new AtomicInteger();
        Done finished = new Done(ranks, run.maxPatterns);
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            blocks.run(ranks, rank -> {
                PatternSearch search = idle.poll();
                if (search == null) {
                    search = run.options.anyTime() ? new FreeSearch(run) : new GapSearch(run);
                }
                found[rank] = finished.full() ? new PatternBuffer(run.options.closed()) : below(search, rank);
                finished.add(rank, found[rank].size());
                idle.add(search);
                progress.progress("sequential patterns", done.incrementAndGet(), ranks);
            });
        }
        return found;
    }

    private static void reserve(PatternBuffer found, PatternBuffer[] tasks) {
        long patterns = 0;
        long places = 0;
        for (PatternBuffer task : tasks) {
            patterns += task.size();
            places += task.end(task.size() - 1);
        }
        found.reserve((int) Math.min(PatternBuffer.MAX, patterns), (int) Math.min(PatternBuffer.MAX, places));
    }

    private static PatternBuffer below(PatternSearch search, int rank) {
        try {
            return search.below(rank);
        } catch (PatternSearch.Full full) {
            return search.foundSoFar();
        }
    }

    /** Patterns of all items up to the first that is not done: once these are more than may be kept, no later item matters. */
    private static final class Done {
        private final int[] sizes;
        private final long most;
        private int next;
        private long sum;

        Done(int ranks, long most) {
            this.sizes = new int[ranks];
            this.most = most;
            Arrays.fill(sizes, -1);
        }

        synchronized void add(int rank, int size) {
            sizes[rank] = size;
            while (next < sizes.length && sizes[next] >= 0) {
                sum += sizes[next++];
            }
        }

        synchronized boolean full() {
            return sum > most;
        }
    }
}
