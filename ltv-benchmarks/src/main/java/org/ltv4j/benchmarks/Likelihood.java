package org.ltv4j.benchmarks;

import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.models.btyd.LikelihoodAccess;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One evaluation of the log-likelihood: ours with its gradient, after the histories were counted once; the textbook without. */
@State(Scope.Benchmark)
public class Likelihood extends Bulk {
    /** How many. */
    @Param({"2357", "23570", "1000000"})
    public int customers;

    private CustomerSummaries data = Customers.like(1);
    private LikelihoodAccess likelihood = new LikelihoodAccess(data);

    /** JMH makes it. */
    public Likelihood() {}

    /** Simulates the customers. */
    @Setup(Level.Trial)
    public void open() {
        open(customers);
    }

    void open(int number) {
        data = Customers.like(number);
        likelihood = new LikelihoodAccess(data);
    }

    /**
     * Ours, with the gradient.
     *
     * @return the log-likelihood
     */
    @Benchmark
    public double ltv4j() {
        return likelihood.withGradient(Customers.R, Customers.ALPHA, Customers.A, Customers.B);
    }

    /**
     * As the paper writes it, on commons-math3, without the gradient.
     *
     * @return the log-likelihood
     */
    @Benchmark
    public double textbook() {
        return TextbookBgNbd.logLikelihood(Customers.R, Customers.ALPHA, Customers.A, Customers.B, data);
    }
}
