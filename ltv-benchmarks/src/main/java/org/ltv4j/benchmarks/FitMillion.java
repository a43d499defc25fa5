package org.ltv4j.benchmarks;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A fit of a million customers; the textbook would take minutes. */
@State(Scope.Benchmark)
public class FitMillion extends Bulk {
    private final CustomerSummaries data = Customers.like(1_000_000);

    /** JMH makes it. */
    public FitMillion() {}

    /**
     * Ours.
     *
     * @return the model
     */
    @Benchmark
    public BgNbdModel ltv4j() {
        return BgNbd.fit(data);
    }
}
