package org.ltv4j.benchmarks;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole fit from the customers' histories, all starts and the standard errors included, at the sizes of CDNOW. */
@State(Scope.Benchmark)
public class FitSmall extends Bulk {
    /** As many as the sample and the whole of CDNOW have. */
    @Param({"2357", "23570"})
    public int customers;

    private CustomerSummaries data = Customers.like(1);

    /** JMH makes it. */
    public FitSmall() {}

    /** Simulates the customers. */
    @Setup(Level.Trial)
    public void open() {
        data = Customers.like(customers);
    }

    /**
     * Ours.
     *
     * @return the model
     */
    @Benchmark
    public BgNbdModel ltv4j() {
        return BgNbd.fit(data);
    }

    /**
     * One start, no standard errors, the textbook likelihood, Nelder and Mead's simplex.
     *
     * @return the parameters
     */
    @Benchmark
    public double[] textbook() {
        return TextbookBgNbd.fit(data);
    }
}
