package org.ltv4j.benchmarks;

import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.TransactionForecast;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** P(alive) of one customer after another. */
@State(Scope.Thread)
public class OneCustomerAlive extends PerCall {
    private final Histories customers = new Histories();
    private final TransactionForecast forecast = Customers.model().forecast(Horizon.of(39, TimeScale.WEEK), 0);
    private int next;

    /** JMH makes it. */
    public OneCustomerAlive() {}

    /**
     * Ours.
     *
     * @return the probability
     */
    @Benchmark
    public double ltv4j() {
        int i = next++ & (Histories.COUNT - 1);
        return forecast.probabilityAlive(customers.x[i], customers.tx[i], customers.age[i]);
    }

    /**
     * As the paper writes it.
     *
     * @return the probability
     */
    @Benchmark
    public double textbook() {
        int i = next++ & (Histories.COUNT - 1);
        return TextbookBgNbd.probabilityAlive(
                Customers.R,
                Customers.ALPHA,
                Customers.A,
                Customers.B,
                customers.x[i],
                customers.tx[i],
                customers.age[i]);
    }
}
