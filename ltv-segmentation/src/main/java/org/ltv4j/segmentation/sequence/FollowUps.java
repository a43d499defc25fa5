package org.ltv4j.segmentation.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.itemset.MinSupport;
import org.ltv4j.segmentation.itemset.MiningStop;
import org.ltv4j.segmentation.rule.Correction;

/**
 * Finds rules "after A, then B within so many days".
 *
 * <p>Every event with A counts, and B must be in an event of a later day (what is bought together is no rule of this kind). The share after
 * A is compared with the share after any event. The test is a score test with variances over customers (Liang and Zeger 1986,
 * Biometrika 73(1)) and Student's distribution with as many degrees of freedom as customers with a complete purchase of A, less one; it holds
 * where purchases of a customer are alike, and few customers make it careful. Cost: two passes over the windows of A's events.
 */
public final class FollowUps {
    /** Counts and probability of a day, and counts while they are made. */
    private static final int BYTES_OF_DAY = 24;

    /** Two records, one with the adjusted p value, and the heads of their arrays. */
    private static final int BYTES_OF_RULE = 512;

    private FollowUps() {}

    /**
     * Which rules are wanted.
     *
     * @param window days in which B must follow, from 1 to 36,500
     * @param minSupport customers who bought B within the window after A, as a share of all or a number
     * @param repeats whether B may be A itself
     * @param most so many rules at most: the minimum rises until they are no more, or fewer where half of the heap that is free has no
     *     room for so many; a rule takes some 16 bytes for each day of the window
     * @param correction of p values for the number of rules that could have been found
     */
    public record Options(int window, MinSupport minSupport, boolean repeats, int most, Correction correction) {
        /**
         * Checks the ranges.
         *
         * @param window days in which B must follow, from 1 to 36,500
         * @param minSupport customers who bought B within the window after A
         * @param repeats whether B may be A itself
         * @param most at least 1
         * @param correction of p values
         */
        public Options {
            if (window < 1 || window > 36_500) {
                throw new IllegalArgumentException("a window has 1 to 36,500 days, got " + window);
            }
            if (most < 1) {
                throw new IllegalArgumentException("need at least 1 rule at most, got " + most);
            }
        }

        /**
         * 30 days, 1 % of the customers, repeats too, at most 100,000 rules, corrected by Benjamini and Hochberg (1995).
         *
         * @return the options that hold unless others are stated
         */
        public static Options defaults() {
            return new Options(30, MinSupport.share(0.01), true, 100_000, Correction.BENJAMINI_HOCHBERG);
        }

        /**
         * With another window.
         *
         * @param days from 1 to 36,500
         * @return changed options
         */
        public Options withWindow(int days) {
            return new Options(days, minSupport, repeats, most, correction);
        }

        /**
         * With another share of all customers.
         *
         * @param share above 0, at most 1
         * @return changed options
         */
        public Options withMinSupport(double share) {
            return withMinSupport(MinSupport.share(share));
        }

        /**
         * With another minimum.
         *
         * @param value customers who bought B within the window after A
         * @return changed options
         */
        public Options withMinSupport(MinSupport value) {
            return new Options(window, value, repeats, most, correction);
        }

        /**
         * With or without rules from A to A.
         *
         * @param wanted whether B may be A itself
         * @return changed options
         */
        public Options withRepeats(boolean wanted) {
            return new Options(window, minSupport, wanted, most, correction);
        }

        /**
         * With at most so many rules.
         *
         * @param rules at least 1
         * @return changed options
         */
        public Options withMost(int rules) {
            return new Options(window, minSupport, repeats, rules, correction);
        }

        /**
         * With another correction.
         *
         * @param value of p values
         * @return changed options
         */
        public Options withCorrection(Correction value) {
            return new Options(window, minSupport, repeats, most, value);
        }
    }

    /**
     * All rules that enough customers followed, on the calling thread.
     *
     * @param sequences what customers bought
     * @param options which rules are wanted
     * @return the rules
     */
    public static FollowUpRules mine(SequenceLog sequences, Options options) {
        return mine(sequences, options, Parallelism.SEQUENTIAL);
    }

    /**
     * All rules that enough customers followed. The same on any number of threads.
     *
     * @param sequences what customers bought
     * @param options which rules are wanted
     * @param parallelism threads
     * @return the rules
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static FollowUpRules mine(SequenceLog sequences, Options options, Parallelism parallelism) {
        int asked = options.minSupport().among(sequences.size());
        FollowUpData data = new FollowUpData(sequences, options.window());
        int[] bought = SequenceData.sequencesWithItem(sequences);
        int[] items = range(bought, asked);
        int most = (int) Math.min(options.most(), fitting(options.window()));
        List<FollowUpRule> rules = new ArrayList<>();
        int minCount;
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            Queue<FollowUpCounter> idle = new ConcurrentLinkedQueue<>();
            Candidates[] followed = new Candidates[items.length];
            each(
                    blocks,
                    items.length,
                    data,
                    idle,
                    (counter, a) -> followed[a] = Candidates.of(items[a], asked, counter, options.repeats()));
            int least = threshold(followed, asked, most, sequences.size());
            List<List<FollowUpRule>> found = new ArrayList<>(Collections.nCopies(items.length, List.of()));
            each(
                    blocks,
                    items.length,
                    data,
                    idle,
                    (counter, a) -> found.set(a, counter.rules(items[a], followed[a].atLeast(least))));
            found.forEach(rules::addAll);
            minCount = least;
        }
        long tests = (long) items.length * items.length - (options.repeats() ? 0 : items.length);
        MiningStop stop = minCount == asked
                ? null
                : new MiningStop(
                        most < options.most() ? MiningStop.Reason.MEMORY : MiningStop.Reason.ITEMSETS,
                        rules.size(),
                        "more than " + most + " rules: the minimum support was raised from " + asked + " to " + minCount
                                + " of " + sequences.size() + " customers"
                                + (most < options.most() ? "; a shorter window leaves room for more" : ""));
        return sorted(rules, options.correction(), tests, stop);
    }

    /** Rules for which half of the free heap is enough, with what is counted for them. */
    private static long fitting(int window) {
        Runtime heap = Runtime.getRuntime();
        long free = heap.maxMemory() - heap.totalMemory() + heap.freeMemory();
        return Math.max(1, free / 2 / (BYTES_OF_RULE + (long) BYTES_OF_DAY * window));
    }

    private static int[] range(int[] bought, int asked) {
        int[] items = new int[bought.length];
        int n = 0;
        for (int item = 0; item < bought.length; item++) {
            if (bought[item] >= asked) {
                items[n++] = item;
            }
        }
        return Arrays.copyOf(items, n);
    }

    /** The least count at or above the one asked for at which there are not too many rules. */
    private static int threshold(Candidates[] followed, int asked, int most, int customers) {
        long[] withCount = new long[customers + 1];
        for (Candidates some : followed) {
            for (int count : some.counts) {
                withCount[count]++;
            }
        }
        long rules = 0;
        int count = customers + 1;
        while (count > asked && rules + withCount[count - 1] <= most) {
            rules += withCount[--count];
        }
        return count;
    }

    /** Items that follow an item for enough customers, and for how many. */
    private static final class Candidates {
        private final int[] items;
        private final int[] counts;

        private Candidates(int[] items, int[] counts) {
            this.items = items;
            this.counts = counts;
        }

        static Candidates of(int a, int asked, FollowUpCounter counter, boolean repeats) {
            int[] all = counter.customersFollowed(a);
            int[] items = IntStream.range(0, all.length)
                    .filter(b -> all[b] >= asked && (b != a || repeats))
                    .toArray();
            return new Candidates(items, Arrays.stream(items).map(b -> all[b]).toArray());
        }

        int[] atLeast(int least) {
            return IntStream.range(0, items.length)
                    .filter(i -> counts[i] >= least)
                    .map(i -> items[i])
                    .toArray();
        }
    }

    /**
     * One rule, however rare; its adjusted p value is its p value.
     *
     * @param sequences what customers bought
     * @param after A
     * @param then B
     * @param window days in which B must follow, from 1 to 36,500
     * @return the rule
     * @throws IllegalArgumentException if an item is unknown
     */
    public static FollowUpRule rule(SequenceLog sequences, String after, String then, int window) {
        Options options = Options.defaults().withWindow(window).withCorrection(Correction.NONE);
        FollowUpCounter counter = new FollowUpCounter(new FollowUpData(sequences, options.window()));
        List<FollowUpRule> one = counter.rules(sequences.require(after), new int[] {sequences.require(then)});
        return sorted(one, options.correction(), 1, null).get(0);
    }

    private static FollowUpRules sorted(
            List<FollowUpRule> rules, Correction correction, long tests, @Nullable MiningStop stop) {
        double[] adjusted = correction.adjust(
                rules.stream().mapToDouble(FollowUpRule::pValue).toArray(), tests);
        List<FollowUpRule> all = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            all.add(withAdjusted(rules.get(i), adjusted[i]));
        }
        all.sort(Comparator.comparingDouble((FollowUpRule rule) -> Double.isNaN(rule.lift()) ? 0 : -rule.lift())
                .thenComparing(
                        Comparator.comparingInt(FollowUpRule::customersFollowed).reversed())
                .thenComparing(FollowUpRule::after)
                .thenComparing(FollowUpRule::then));
        return new FollowUpRules(all, tests, stop);
    }

    private static FollowUpRule withAdjusted(FollowUpRule rule, double adjusted) {
        return new FollowUpRule(
                rule.after(),
                rule.then(),
                rule.purchases(),
                rule.complete(),
                rule.followed(),
                rule.customers(),
                rule.customersFollowed(),
                rule.allCustomers(),
                rule.base(),
                rule.baseFollowed(),
                rule.ownExpected(),
                rule.effective(),
                rule.pValue(),
                adjusted,
                rule.days());
    }

    /** Runs a piece of work for each of so many items, each with a counter of its own. */
    private static void each(
            Blocks blocks,
            int count,
            FollowUpData data,
            Queue<FollowUpCounter> idle,
            ObjIntConsumer<FollowUpCounter> work) {
        blocks.run(count, i -> {
            Blocks.failIfInterrupted();
            FollowUpCounter free = idle.poll();
            FollowUpCounter counter = free == null ? new FollowUpCounter(data) : free;
            work.accept(counter, i);
            idle.add(counter);
        });
    }
}
