package org.ltv4j.benchmarks;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Discount;
import org.ltv4j.core.score.Scorer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A year's discounted value of a million customers, without intervals. */
@State(Scope.Benchmark)
public class ScoreMillion extends Bulk {
    static final int CUSTOMERS = 1_000_000;

    private final CustomerSummaries customers = Customers.like(CUSTOMERS);
    private final Scorer scorer = Scorer.of(Customers.model(), Customers.spend())
            .withHorizon(Horizon.of(52, TimeScale.WEEK))
            .withDiscount(Discount.annual(0.10));

    /** JMH makes it. */
    public ScoreMillion() {}

    /**
     * On one thread.
     *
     * @return all scores
     */
    @Benchmark
    public CustomerScores ltv4j() {
        return scorer.scoreAll(customers, Parallelism.SEQUENTIAL, ProgressListener.NONE);
    }

    /**
     * On two threads; compare the wall clock, on an idle machine.
     *
     * @return the same scores
     */
    @Benchmark
    public CustomerScores ltv4jOnTwoThreads() {
        return scorer.scoreAll(customers, Parallelism.of(2), ProgressListener.NONE);
    }
}
