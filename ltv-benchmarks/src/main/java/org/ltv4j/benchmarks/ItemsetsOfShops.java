package org.ltv4j.benchmarks;

import java.io.IOException;
import java.util.List;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.FrequentItemsets;
import org.ltv4j.segmentation.itemset.Itemsets;
import org.ltv4j.segmentation.itemset.MiningAlgorithm;
import org.ltv4j.segmentation.itemset.MiningOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All frequent itemsets of baskets in memory, at the thresholds that other tools were measured at. Left out of a run where the baskets are
 * not there.
 */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
public class ItemsetsOfShops extends Bulk {
    /** Which baskets, and the minimum support. */
    @Param({
        "groceries 0.01",
        "groceries 0.001",
        "groceries 0.0002",
        "t10i4d100k 0.01",
        "t10i4d100k 0.001",
        "t10i4d100k 0.0002",
        "retail 0.01",
        "retail 0.003"
    })
    public String data = "";

    private BasketLog baskets = BasketLog.of(List.of());
    private MiningOptions options = MiningOptions.defaults();

    /** JMH makes it. */
    public ItemsetsOfShops() {}

    /**
     * Reads the baskets.
     *
     * @throws IOException if they are not there
     */
    @Setup(Level.Trial)
    public void open() throws IOException {
        String[] words = data.split(" ");
        open(ShopBaskets.read(words[0]), Double.parseDouble(words[1]));
    }

    void open(BasketLog log, double minSupport) {
        baskets = log;
        options = MiningOptions.defaults().withMinSupport(minSupport);
    }

    /**
     * Ours, one thread.
     *
     * @return the itemsets
     */
    @Benchmark
    public FrequentItemsets ltv4j() {
        return Itemsets.mine(baskets, options);
    }

    /**
     * Ours on two threads: look at the wall clock.
     *
     * @return the itemsets
     */
    @Benchmark
    public FrequentItemsets twoThreads() {
        return Itemsets.mine(baskets, options, Parallelism.of(2), ProgressListener.NONE);
    }

    /**
     * Our FP-Growth, for comparison: the algorithm of Smile, Spark and mlxtend.
     *
     * @return the itemsets
     */
    @Benchmark
    public FrequentItemsets fpGrowth() {
        return Itemsets.mine(baskets, options.with(MiningAlgorithm.FP_GROWTH));
    }

    /**
     * The anchor.
     *
     * @return the itemsets
     */
    @Benchmark
    public List<int[]> textbook() {
        return TextbookEclat.mine(baskets, options.minSupport().among(baskets.size()));
    }
}
