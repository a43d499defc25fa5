package org.ltv4j.benchmarks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.sequence.PrefixSpan;
import org.ltv4j.segmentation.sequence.SequenceLog;
import org.ltv4j.segmentation.sequence.SequenceLogBuilder;
import org.ltv4j.segmentation.sequence.SequentialPatterns;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All sequential patterns of 2,400 made-up customers with 15 events of two items in the mean, 290 items of which the k-th is bought in
 * proportion to 1 / (k + 5), each customer with 12 favourites: the shape of a grocer's year by week and category.
 */
@State(Scope.Benchmark)
public class PatternsOfShop extends Bulk {
    private static final int ITEMS = 290;
    private static final int FAVOURITES = 12;

    /** Least share of customers. */
    @Param({"0.05", "0.03"})
    public double support;

    private SequenceLog log = SequenceLog.of(List.of());
    private int[][][] arrays = {};

    /** JMH makes it. */
    public PatternsOfShop() {}

    /** Makes the customers up. */
    @Setup(Level.Trial)
    public void open() {
        open(2_400);
    }

    void open(int customers) {
        SequenceLogBuilder builder = SequenceLog.builder();
        double[] weights = new double[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            weights[item] = (item == 0 ? 0 : weights[item - 1]) + 1.0 / (item + 5);
        }
        for (int c = 0; c < customers; c++) {
            RandomGenerator random = Samplers.generator(1, Samplers.Purpose.SAMPLE, c);
            int[] favourites = new int[FAVOURITES];
            Arrays.setAll(favourites, k -> item(weights, random));
            int events = 1 + Samplers.index(random, 29);
            for (int e = 0; e < events; e++) {
                for (int k = Samplers.index(random, 3); k >= 0; k--) {
                    int item = Samplers.index(random, 2) == 0
                            ? favourites[Samplers.index(random, FAVOURITES)]
                            : item(weights, random);
                    builder.add("c" + c, LocalDate.EPOCH.plusWeeks(e), "i" + item);
                }
            }
        }
        log = builder.build();
        arrays = new int[log.size()][][];
        for (int s = 0; s < arrays.length; s++) {
            int first = log.start(s);
            arrays[s] = new int[log.start(s + 1) - first][];
            for (int e = 0; e < arrays[s].length; e++) {
                int event = first + e;
                arrays[s][e] = new int[log.length(event)];
                Arrays.setAll(arrays[s][e], k -> log.item(event, k));
            }
        }
    }

    private static int item(double[] weights, RandomGenerator random) {
        int at = Arrays.binarySearch(weights, Samplers.uniform(random) * weights[ITEMS - 1]);
        return at < 0 ? -at - 1 : at;
    }

    /**
     * Ours, from the log as it is read.
     *
     * @return the patterns
     */
    @Benchmark
    public SequentialPatterns ltv4j() {
        return mine(1);
    }

    /**
     * Ours on two threads.
     *
     * @return the patterns
     */
    @Benchmark
    public SequentialPatterns ltv4jTwoThreads() {
        return mine(2);
    }

    private SequentialPatterns mine(int threads) {
        return PrefixSpan.mine(
                log, PrefixSpan.options().minSupport(support).build(), Parallelism.of(threads), ProgressListener.NONE);
    }

    /**
     * As the paper writes it.
     *
     * @return the patterns
     */
    @Benchmark
    public List<String> textbook() {
        return TextbookPrefixSpan.mine(arrays, (int) Math.ceil(support * log.size()));
    }
}
