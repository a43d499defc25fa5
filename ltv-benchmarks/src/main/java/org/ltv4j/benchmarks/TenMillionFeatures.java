package org.ltv4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.FeatureMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Forty features of 200,000 customers from ten million rows in memory, one thread, in a heap of 2 GB that holds the rows as well. Each
 * shot ties the plan to the log and computes the whole matrix.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class TenMillionFeatures {
    static final int ROWS = 10_000_000;
    static final int CUSTOMERS = 200_000;

    private TransactionLog log = TransactionLog.builder("").build();

    /** JMH makes it. */
    public TenMillionFeatures() {}

    /** Makes the rows up. */
    @Setup(Level.Trial)
    public void open() {
        log = SalesRows.log(ROWS, CUSTOMERS);
    }

    /**
     * Ours.
     *
     * @return the matrix
     */
    @Benchmark
    public FeatureMatrix ltv4j() {
        return RetailFeatures.plan().from(log);
    }
}
