package org.ltv4j.benchmarks;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.score.CustomerScore;
import org.ltv4j.core.score.Discount;
import org.ltv4j.core.score.Scorer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The whole score of one customer after another, as a till asks for it: a year's discounted value, without interval. */
@State(Scope.Thread)
public class ScoreOne extends PerCall {
    private final CustomerSummary[] customers = new CustomerSummary[Histories.COUNT];
    private final Scorer scorer = Scorer.of(Customers.model(), Customers.spend())
            .withHorizon(Horizon.of(52, TimeScale.WEEK))
            .withDiscount(Discount.annual(0.10));
    private int next;

    /** JMH makes it. */
    public ScoreOne() {
        CustomerSummaries summaries = Customers.like(Histories.COUNT);
        for (int i = 0; i < customers.length; i++) {
            customers[i] = summaries.summary(i);
        }
    }

    /**
     * Ours.
     *
     * @return the score
     */
    @Benchmark
    public CustomerScore ltv4j() {
        return scorer.score(customers[next++ & (Histories.COUNT - 1)]);
    }
}
