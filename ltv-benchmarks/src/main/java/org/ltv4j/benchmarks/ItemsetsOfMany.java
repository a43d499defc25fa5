package org.ltv4j.benchmarks;

import java.util.List;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.FrequentItemsets;
import org.ltv4j.segmentation.itemset.Itemsets;
import org.ltv4j.segmentation.itemset.MiningOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All frequent itemsets of made-up baskets: what ten times as many baskets cost, and a tenth of the support. */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
public class ItemsetsOfMany extends Bulk {
    /** How many baskets. */
    @Param({"10000", "100000", "1000000"})
    public int baskets;

    /** Minimum support. */
    @Param({"0.01", "0.001", "0.0003"})
    public double support;

    private BasketLog log = BasketLog.of(List.of());
    private MiningOptions options = MiningOptions.defaults();

    /** JMH makes it. */
    public ItemsetsOfMany() {}

    /** Makes the baskets up. */
    @Setup(Level.Trial)
    public void open() {
        log = QuestBaskets.of(baskets);
        options = MiningOptions.defaults().withMinSupport(support);
    }

    /**
     * Ours, one thread.
     *
     * @return the itemsets
     */
    @Benchmark
    public FrequentItemsets ltv4j() {
        return Itemsets.mine(log, options);
    }

    /**
     * Ours on two threads: look at the wall clock.
     *
     * @return the itemsets
     */
    @Benchmark
    public FrequentItemsets twoThreads() {
        return Itemsets.mine(log, options, Parallelism.of(2), ProgressListener.NONE);
    }

    /**
     * The anchor.
     *
     * @return the itemsets
     */
    @Benchmark
    public List<int[]> textbook() {
        return TextbookEclat.mine(log, options.minSupport().among(log.size()));
    }
}
